/*
 * link.c - ties a scheme together after it was read.
 *
 * The record reader leaves a tree of lists. Here its things are copied into one list a kind, in the
 * order of the file, so that everything has an index and what belongs to one thing is a run of its
 * list. Ids are looked up by name from now on, so each may be used once: questions among questions;
 * instruments and parts together, since the results name either. A missing id was reported by the
 * reader and becomes "".
 */
#include "scheme/link.h"

#include <string.h>

#include "base/digit.h"
#include "scheme/fineness.h"

/* Ids are kept with Western digits; they may be typed with Thai ones here and everywhere. */
static void plain_id(struct arena *arena, struct text *id)
{
    struct buffer plain = {0};
    if (id->bytes == NULL)
        id->bytes = "";
    digit_add_text(&plain, id->bytes, strlen(id->bytes), DIGIT_WESTERN);
    if (strcmp(buffer_text(&plain), id->bytes) != 0) {
        id->bytes = arena_string(arena, buffer_text(&plain));
        id->length = plain.length;
    }
    buffer_free(&plain);
}

/* The lists being filled; each count is how far its list is. */
struct linker {
    struct arena *arena;
    struct scheme_instrument *instrument;
    size_t instruments;
    struct scheme_part *part;
    size_t parts;
    struct scheme_indicator *indicator;
    size_t indicators;
    struct scheme_subindicator *subindicator;
    size_t subindicators;
    struct scheme_question *question;
    size_t questions;
};

static const struct scheme_question *link_questions(struct linker *linker,
                                                    const struct scheme_question *from,
                                                    size_t count,
                                                    const struct scheme_indicator *indicator,
                                                    const struct scheme_subindicator *subindicator)
{
    const struct scheme_question *first = &linker->question[linker->questions];
    for (size_t i = 0; i < count; i++) {
        struct scheme_question *question = &linker->question[linker->questions];
        *question = from[i];
        question->index = linker->questions++;
        question->indicator = indicator;
        question->subindicator = subindicator;
        plain_id(linker->arena, &question->id);
    }
    return first;
}

static void link_subindicator(struct linker *linker, const struct scheme_subindicator *from,
                              const struct scheme_indicator *indicator)
{
    struct scheme_subindicator *subindicator = &linker->subindicator[linker->subindicators];
    *subindicator = *from;
    subindicator->index = linker->subindicators++;
    subindicator->indicator = indicator;
    plain_id(linker->arena, &subindicator->number);
    subindicator->question =
        link_questions(linker, from->question, from->questions, indicator, subindicator);
}

static void link_indicator(struct linker *linker, const struct scheme_indicator *from,
                           const struct scheme_instrument *instrument)
{
    struct scheme_indicator *indicator = &linker->indicator[linker->indicators];
    *indicator = *from;
    indicator->index = linker->indicators++;
    indicator->instrument = instrument;
    indicator->question = link_questions(linker, from->question, from->questions, indicator, NULL);
    indicator->subindicator = &linker->subindicator[linker->subindicators];
    for (size_t s = 0; s < from->subindicators; s++)
        link_subindicator(linker, &from->subindicator[s], indicator);
}

static void link_part(struct linker *linker, const struct scheme_part *from,
                      const struct scheme_instrument *instrument)
{
    struct scheme_part *part = &linker->part[linker->parts];
    *part = *from;
    part->index = linker->parts++;
    part->instrument = instrument;
    plain_id(linker->arena, &part->id);
}

static void link_instrument(struct linker *linker, const struct scheme_instrument *from)
{
    struct scheme_instrument *instrument = &linker->instrument[linker->instruments];
    *instrument = *from;
    instrument->index = linker->instruments++;
    plain_id(linker->arena, &instrument->id);
    instrument->part = &linker->part[linker->parts];
    for (size_t p = 0; p < from->parts; p++)
        link_part(linker, &from->part[p], instrument);
    instrument->indicator = &linker->indicator[linker->indicators];
    for (size_t i = 0; i < from->indicators; i++)
        link_indicator(linker, &from->indicator[i], instrument);
}

static void count_things(struct scheme *scheme)
{
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        scheme->parts += instrument->parts;
        scheme->indicators += instrument->indicators;
        for (size_t j = 0; j < instrument->indicators; j++) {
            const struct scheme_indicator *indicator = &instrument->indicator[j];
            scheme->subindicators += indicator->subindicators;
            scheme->questions += indicator->questions;
            for (size_t s = 0; s < indicator->subindicators; s++)
                scheme->questions += indicator->subindicator[s].questions;
        }
    }
}

static void link_things(struct scheme *scheme)
{
    struct arena *arena = scheme->arena;
    count_things(scheme);
    struct linker linker = {
        .arena = arena,
        .instrument = ARENA_NEW(arena, struct scheme_instrument, scheme->instruments),
        .part = ARENA_NEW(arena, struct scheme_part, scheme->parts),
        .indicator = ARENA_NEW(arena, struct scheme_indicator, scheme->indicators),
        .subindicator = ARENA_NEW(arena, struct scheme_subindicator, scheme->subindicators),
        .question = ARENA_NEW(arena, struct scheme_question, scheme->questions),
    };
    for (size_t i = 0; i < scheme->instruments; i++)
        link_instrument(&linker, &scheme->instrument[i]);
    scheme->instrument = linker.instrument;
    scheme->part = linker.part;
    scheme->indicator = linker.indicator;
    scheme->subindicator = linker.subindicator;
    scheme->question = linker.question;
}

/* ---- checks ---- */

/* Reports every id that was used before. */
static void check_ids(const struct record_reader *reader, const struct text *const *ids,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (ids[i]->bytes[0] != '\0' && strcmp(ids[i]->bytes, ids[j]->bytes) == 0) {
                record_say_twice(reader, ids[i]->bytes, ids[i]->place, ids[j]->place);
                break;
            }
        }
    }
}

static void check_question_ids(const struct scheme *scheme, const struct record_reader *reader)
{
    const struct text **ids = ARENA_NEW(reader->arena, const struct text *, scheme->questions);
    for (size_t i = 0; i < scheme->questions; i++)
        ids[i] = &scheme->question[i].id;
    check_ids(reader, ids, scheme->questions);
}

static void check_instrument_ids(const struct scheme *scheme, const struct record_reader *reader)
{
    const struct text **ids =
        ARENA_NEW(reader->arena, const struct text *, scheme->instruments + scheme->parts);
    size_t count = 0;
    for (size_t i = 0; i < scheme->instruments; i++)
        ids[count++] = &scheme->instrument[i].id;
    for (size_t i = 0; i < scheme->parts; i++)
        ids[count++] = &scheme->part[i].id;
    check_ids(reader, ids, count);
}

static void check_subindicator_numbers(const struct scheme *scheme,
                                       const struct record_reader *reader)
{
    const struct text **ids = ARENA_NEW(reader->arena, const struct text *, scheme->subindicators);
    for (size_t i = 0; i < scheme->subindicators; i++)
        ids[i] = &scheme->subindicator[i].number;
    check_ids(reader, ids, scheme->subindicators);
}

static const char *number_of(const struct scheme_indicator *indicator,
                             const struct record_reader *reader)
{
    return arena_printf(reader->arena, "%lld", (long long)indicator->number.value);
}

static void check_indicator_numbers(const struct scheme *scheme, const struct record_reader *reader)
{
    for (size_t i = 0; i < scheme->indicators; i++) {
        const struct whole *number = &scheme->indicator[i].number;
        for (size_t j = 0; j < i; j++) {
            const struct whole *other = &scheme->indicator[j].number;
            if (number->present && other->present && number->value == other->value) {
                record_say_twice(reader, number_of(&scheme->indicator[i], reader), number->place,
                                 other->place);
                break;
            }
        }
    }
}

static void check_instrument(const struct scheme_instrument *instrument, struct diag *diag)
{
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct text *id = &instrument->part[p].id;
        if (strcmp(id->bytes, "score") == 0)
            diag_say(diag, MESSAGE_ID_RESERVED, id->place, id->bytes);
    }
    if (instrument->indicators == 0)
        diag_say(diag, MESSAGE_INDICATORS_NONE, instrument->place, instrument->id.bytes);
}

static void check_indicator(const struct scheme_indicator *indicator,
                            const struct record_reader *reader)
{
    struct diag *diag = reader->diag;
    const char *number = number_of(indicator, reader);
    if (indicator->questions > 0 && indicator->subindicators > 0)
        diag_say(diag, MESSAGE_INDICATOR_MIXED, indicator->place, number);
    if (indicator->questions == 0 && indicator->subindicators == 0)
        diag_say(diag, MESSAGE_QUESTIONS_NONE, indicator->place, number);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        const struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        if (subindicator->questions == 0)
            diag_say(diag, MESSAGE_QUESTIONS_NONE, subindicator->place, subindicator->number.bytes);
    }
}

void scheme_link(struct scheme *scheme, const struct record_reader *reader, struct place place)
{
    link_things(scheme);
    for (size_t i = 0; i < scheme->instruments; i++)
        check_instrument(&scheme->instrument[i], reader->diag);
    for (size_t i = 0; i < scheme->indicators; i++)
        check_indicator(&scheme->indicator[i], reader);
    if (scheme->instruments == 0)
        diag_say(reader->diag, MESSAGE_INSTRUMENTS_NONE, place);
    check_instrument_ids(scheme, reader);
    check_indicator_numbers(scheme, reader);
    check_subindicator_numbers(scheme, reader);
    check_question_ids(scheme, reader);
    if (!fineness_fits(scheme, NULL))
        diag_say(reader->diag, MESSAGE_SCHEME_TOO_FINE, place);
}
