/*
 * find.c - from an id to the thing. Schemes are small (some fifty questions), so a lookup walks the
 * list. An id may be typed with the digits of either script.
 */
#include "base/digit.h"
#include "scheme/scheme.h"

const struct scheme_question *scheme_find_question(const struct scheme *scheme, const char *id)
{
    for (size_t i = 0; i < scheme->questions; i++)
        if (digit_compare(scheme->question[i].id.bytes, id) == 0)
            return &scheme->question[i];
    return NULL;
}

const struct scheme_indicator *scheme_find_indicator(const struct scheme *scheme, int64_t number)
{
    for (size_t i = 0; i < scheme->indicators; i++)
        if (scheme->indicator[i].number.value == number)
            return &scheme->indicator[i];
    return NULL;
}

const struct scheme_subindicator *scheme_find_subindicator(const struct scheme *scheme,
                                                           const char *number)
{
    for (size_t i = 0; i < scheme->subindicators; i++)
        if (digit_compare(scheme->subindicator[i].number.bytes, number) == 0)
            return &scheme->subindicator[i];
    return NULL;
}

const struct scheme_instrument *scheme_find_instrument(const struct scheme *scheme, const char *id)
{
    for (size_t i = 0; i < scheme->instruments; i++)
        if (digit_compare(scheme->instrument[i].id.bytes, id) == 0)
            return &scheme->instrument[i];
    return NULL;
}

const struct scheme_part *scheme_find_part(const struct scheme *scheme, const char *id)
{
    for (size_t i = 0; i < scheme->parts; i++)
        if (digit_compare(scheme->part[i].id.bytes, id) == 0)
            return &scheme->part[i];
    return NULL;
}

size_t scheme_slots(const struct scheme_instrument *instrument)
{
    return instrument->parts > 0 ? instrument->parts : 1;
}

size_t scheme_slot(const struct scheme_part *part)
{
    return (size_t)(part - part->instrument->part);
}

const char *scheme_part_name(const struct scheme_part *part)
{
    return part->name.bytes != NULL && part->name.length > 0 ? part->name.bytes : part->id.bytes;
}
