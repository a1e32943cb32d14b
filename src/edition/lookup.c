/*
 * lookup.c - from an id in an edition's file to the scheme's thing, and what to say when there is
 * none: the nearest known id; when none is near, all the scheme has. Each kind of thing has its two
 * messages in one table.
 */
#include <string.h>

#include "base/digit.h"
#include "base/nearest.h"
#include "edition/load.h"

enum lookup_kind {
    LOOKUP_QUESTION,
    LOOKUP_INDICATOR,
    LOOKUP_SUBINDICATOR,
    LOOKUP_INSTRUMENT,
    LOOKUP_PART,
    LOOKUP_RESPONDENT,
    LOOKUP_LEVEL,
    LOOKUP_KINDS
};

static const struct nearest_messages lookup_messages[LOOKUP_KINDS] = {
    [LOOKUP_QUESTION] = {MESSAGE_QUESTION_UNKNOWN_NEAR, MESSAGE_QUESTION_UNKNOWN},
    [LOOKUP_INDICATOR] = {MESSAGE_INDICATOR_UNKNOWN_NEAR, MESSAGE_INDICATOR_UNKNOWN},
    [LOOKUP_SUBINDICATOR] = {MESSAGE_SUBINDICATOR_UNKNOWN_NEAR, MESSAGE_SUBINDICATOR_UNKNOWN},
    [LOOKUP_INSTRUMENT] = {MESSAGE_INSTRUMENT_UNKNOWN_NEAR, MESSAGE_INSTRUMENT_UNKNOWN},
    [LOOKUP_PART] = {MESSAGE_PART_UNKNOWN_NEAR, MESSAGE_PART_UNKNOWN},
    [LOOKUP_RESPONDENT] = {MESSAGE_RESPONDENT_UNKNOWN_NEAR, MESSAGE_RESPONDENT_UNKNOWN},
    [LOOKUP_LEVEL] = {MESSAGE_LEVEL_UNKNOWN_NEAR, MESSAGE_LEVEL_UNKNOWN},
};

/* The known ids of one kind. */
struct lookup_names {
    const char **item;
    size_t count;
};

static struct lookup_names names_new(struct loader *loader, size_t most)
{
    return (struct lookup_names){ARENA_NEW(loader->reader.arena, const char *, most + 1), 0};
}

/* Returns the id that is asked for, or NULL. */
static const char *report_unknown(struct loader *loader, enum lookup_kind kind, const char *id,
                                  struct place place, const struct lookup_names *known)
{
    return nearest_say(loader->reader.diag, place, id, lookup_messages[kind], known->item,
                       known->count);
}

static const char *id_of(const struct node *node)
{
    return node->kind == NODE_SCALAR ? node->text : "";
}

static bool in_scope(const struct scheme_question *question, struct lookup_scope scope)
{
    if (scope.indicator && question->indicator != scope.indicator)
        return false;
    return !scope.instrument || question->indicator->instrument == scope.instrument;
}

const struct scheme_question *lookup_question(struct loader *loader, const struct node *id,
                                              struct lookup_scope scope)
{
    const struct scheme *scheme = loader->edition->scheme;
    const struct scheme_question *found = scheme_find_question(scheme, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, scheme->questions);
    for (size_t i = 0; i < scheme->questions; i++)
        if (in_scope(&scheme->question[i], scope))
            known.item[known.count++] = scheme->question[i].id.bytes;
    const char *meant = report_unknown(loader, LOOKUP_QUESTION, id_of(id), id->place, &known);
    loader->meant_question = meant != NULL ? scheme_find_question(scheme, meant) : NULL;
    return NULL;
}

const struct scheme_indicator *lookup_indicator(struct loader *loader, const struct whole *number)
{
    const struct scheme *scheme = loader->edition->scheme;
    const struct scheme_indicator *found = scheme_find_indicator(scheme, number->value);
    if (found)
        return found;
    struct lookup_names known = names_new(loader, scheme->indicators);
    for (size_t i = 0; i < scheme->indicators; i++)
        known.item[known.count++] = load_number(loader, scheme->indicator[i].number.value);
    report_unknown(loader, LOOKUP_INDICATOR, load_number(loader, number->value), number->place,
                   &known);
    return NULL;
}

const struct scheme_indicator *lookup_indicator_key(struct loader *loader, const struct node *key)
{
    struct whole number = {0};
    if (!record_whole(&loader->reader, key, 0, 0, &number))
        return NULL;
    return lookup_indicator(loader, &number);
}

const struct scheme_subindicator *lookup_subindicator(struct loader *loader,
                                                      const struct node *number)
{
    const struct scheme *scheme = loader->edition->scheme;
    const struct scheme_subindicator *found = scheme_find_subindicator(scheme, id_of(number));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, scheme->subindicators);
    for (size_t i = 0; i < scheme->subindicators; i++)
        known.item[known.count++] = scheme->subindicator[i].number.bytes;
    report_unknown(loader, LOOKUP_SUBINDICATOR, id_of(number), number->place, &known);
    return NULL;
}

const struct scheme_instrument *lookup_instrument(struct loader *loader, const struct node *id)
{
    const struct scheme *scheme = loader->edition->scheme;
    const struct scheme_instrument *found = scheme_find_instrument(scheme, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, scheme->instruments);
    for (size_t i = 0; i < scheme->instruments; i++)
        known.item[known.count++] = scheme->instrument[i].id.bytes;
    report_unknown(loader, LOOKUP_INSTRUMENT, id_of(id), id->place, &known);
    return NULL;
}

const struct scheme_part *lookup_part(struct loader *loader, const struct node *id)
{
    const struct scheme *scheme = loader->edition->scheme;
    const struct scheme_part *found = scheme_find_part(scheme, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, scheme->parts);
    for (size_t i = 0; i < scheme->parts; i++)
        known.item[known.count++] = scheme->part[i].id.bytes;
    const char *meant = report_unknown(loader, LOOKUP_PART, id_of(id), id->place, &known);
    loader->meant_part = meant != NULL ? scheme_find_part(scheme, meant) : NULL;
    return NULL;
}

/* Reports that a part is named where its instrument is not the one meant. */
static void report_elsewhere(struct loader *loader, struct place place,
                             const struct scheme_part *part, const struct scheme_instrument *meant)
{
    struct diag *diag = loader->reader.diag;
    const char *owner = part->instrument->id.bytes;
    if (meant->parts == 0)
        diag_say(diag, MESSAGE_PART_UNWANTED, place, part->id.bytes, owner, meant->id.bytes);
    else
        diag_say(diag, MESSAGE_PART_ELSEWHERE, place, part->id.bytes, owner, meant->id.bytes,
                 load_part_names(loader, meant));
}

const struct scheme_part *lookup_part_of(struct loader *loader,
                                         const struct scheme_instrument *instrument,
                                         const struct node *id)
{
    for (size_t p = 0; p < instrument->parts; p++)
        if (digit_compare(instrument->part[p].id.bytes, id_of(id)) == 0)
            return &instrument->part[p];
    const struct scheme_part *other = lookup_part(loader, id);
    if (other)
        report_elsewhere(loader, id->place, other, instrument);
    if (other)
        loader->meant_part = NULL;
    return NULL;
}

/* The ids that results may be given for: instruments without parts, and parts. */
static struct lookup_names respondent_names(struct loader *loader, bool parts_allowed)
{
    const struct scheme *scheme = loader->edition->scheme;
    struct lookup_names known = names_new(loader, scheme->instruments + scheme->parts);
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        if (instrument->parts == 0 || parts_allowed)
            known.item[known.count++] = instrument->id.bytes;
        for (size_t p = 0; p < instrument->parts; p++)
            known.item[known.count++] = instrument->part[p].id.bytes;
    }
    return known;
}

bool lookup_respondent(struct loader *loader, const struct node *id, bool parts_allowed,
                       struct lookup_respondent *out)
{
    const struct scheme *scheme = loader->edition->scheme;
    *out = (struct lookup_respondent){.instrument = scheme_find_instrument(scheme, id_of(id))};
    if (out->instrument && out->instrument->parts > 0 && !parts_allowed) {
        diag_say(loader->reader.diag, MESSAGE_PARTS_WANTED, id->place, id_of(id),
                 load_part_names(loader, out->instrument));
        return false;
    }
    if (!out->instrument)
        out->part = scheme_find_part(scheme, id_of(id));
    if (out->instrument || out->part)
        return true;
    struct lookup_names known = respondent_names(loader, parts_allowed);
    report_unknown(loader, LOOKUP_RESPONDENT, id_of(id), id->place, &known);
    return false;
}

/* Reports a name that is not among the known ones, if there are any. */
static void check_level(struct loader *loader, const struct text *name,
                        const struct lookup_names *known)
{
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->item[i], name->bytes) == 0)
            return;
    if (known->count > 0)
        report_unknown(loader, LOOKUP_LEVEL, name->bytes, name->place, known);
}

void lookup_letter(struct loader *loader, const struct text *name)
{
    const struct scheme_levels levels = edition_levels(loader->edition);
    struct lookup_names known = names_new(loader, levels.letters);
    for (size_t i = 0; i < levels.letters; i++)
        if (levels.letter[i].name.bytes)
            known.item[known.count++] = levels.letter[i].name.bytes;
    check_level(loader, name, &known);
}

void lookup_outcome(struct loader *loader, const struct text *name)
{
    const struct scheme_levels *levels = &loader->edition->scheme->levels;
    struct lookup_names known = names_new(loader, levels->outcomes);
    for (size_t i = 0; i < levels->outcomes; i++)
        if (levels->outcome[i].name.bytes)
            known.item[known.count++] = levels->outcome[i].name.bytes;
    check_level(loader, name, &known);
}
