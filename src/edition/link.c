/*
 * link.c - ties the framework together after it was read.
 *
 * The record reader leaves a tree of arrays. Here every question learns its indicator, every
 * indicator and part its instrument, and the edition gets its flat views. Ids are looked up by name
 * from now on, so each may be used once: questions among questions; instruments and parts together,
 * since the results name either. A missing id was reported by the reader and becomes "".
 */
#include <string.h>

#include "edition/load.h"

static void link_question(struct edition *edition, struct scheme_question *question,
                          const struct scheme_indicator *indicator,
                          const struct scheme_subindicator *subindicator)
{
    if (!question->id.bytes)
        question->id.bytes = "";
    question->indicator = indicator;
    question->subindicator = subindicator;
    question->number = edition->questions;
    edition->question[edition->questions++] = question;
}

static void link_indicator(struct edition *edition, struct scheme_indicator *indicator,
                           const struct scheme_instrument *instrument)
{
    indicator->instrument = instrument;
    edition->indicator[edition->indicators++] = indicator;
    for (size_t i = 0; i < indicator->questions; i++)
        link_question(edition, &indicator->question[i], indicator, NULL);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        if (!subindicator->number.bytes)
            subindicator->number.bytes = "";
        subindicator->indicator = indicator;
        for (size_t i = 0; i < subindicator->questions; i++)
            link_question(edition, &subindicator->question[i], indicator, subindicator);
    }
}

static void link_instrument(struct edition *edition, struct scheme_instrument *instrument)
{
    if (!instrument->id.bytes)
        instrument->id.bytes = "";
    for (size_t p = 0; p < instrument->parts; p++) {
        if (!instrument->part[p].id.bytes)
            instrument->part[p].id.bytes = "";
        instrument->part[p].instrument = instrument;
        edition->part[edition->parts++] = &instrument->part[p];
    }
    for (size_t i = 0; i < instrument->indicators; i++)
        link_indicator(edition, &instrument->indicator[i], instrument);
}

static size_t count_questions(const struct scheme_instrument *instrument)
{
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicators; i++) {
        const struct scheme_indicator *indicator = &instrument->indicator[i];
        count += indicator->questions;
        for (size_t s = 0; s < indicator->subindicators; s++)
            count += indicator->subindicator[s].questions;
    }
    return count;
}

static void make_views(struct edition *edition)
{
    const struct scheme *framework = &edition->scheme;
    size_t questions = 0, indicators = 0, parts = 0;
    for (size_t i = 0; i < framework->instruments; i++) {
        questions += count_questions(&framework->instrument[i]);
        indicators += framework->instrument[i].indicators;
        parts += framework->instrument[i].parts;
    }
    edition->question = ARENA_NEW(edition->arena, struct scheme_question *, questions + 1);
    edition->indicator = ARENA_NEW(edition->arena, struct scheme_indicator *, indicators + 1);
    edition->part = ARENA_NEW(edition->arena, struct scheme_part *, parts + 1);
}

/* Reports every id that was used before. */
static void check_ids(struct loader *loader, const struct text *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (ids[i]->bytes[0] != '\0' && strcmp(ids[i]->bytes, ids[j]->bytes) == 0) {
                load_duplicate(loader, ids[i]->bytes, ids[i]->place, ids[j]->place);
                break;
            }
        }
    }
}

static void check_question_ids(struct loader *loader)
{
    const struct edition *edition = loader->edition;
    const struct text **ids =
        ARENA_NEW(loader->reader.arena, const struct text *, edition->questions + 1);
    for (size_t i = 0; i < edition->questions; i++)
        ids[i] = &edition->question[i]->id;
    check_ids(loader, ids, edition->questions);
}

static void check_instrument_ids(struct loader *loader)
{
    const struct edition *edition = loader->edition;
    const struct scheme *framework = &edition->scheme;
    const struct text **ids = ARENA_NEW(loader->reader.arena, const struct text *,
                                        framework->instruments + edition->parts + 1);
    size_t count = 0;
    for (size_t i = 0; i < framework->instruments; i++)
        ids[count++] = &framework->instrument[i].id;
    for (size_t i = 0; i < edition->parts; i++)
        ids[count++] = &edition->part[i]->id;
    check_ids(loader, ids, count);
}

static void check_subindicator_numbers(struct loader *loader)
{
    const struct edition *edition = loader->edition;
    size_t total = 0, count = 0;
    for (size_t i = 0; i < edition->indicators; i++)
        total += edition->indicator[i]->subindicators;
    const struct text **ids = ARENA_NEW(loader->reader.arena, const struct text *, total + 1);
    for (size_t i = 0; i < edition->indicators; i++)
        for (size_t s = 0; s < edition->indicator[i]->subindicators; s++)
            ids[count++] = &edition->indicator[i]->subindicator[s].number;
    check_ids(loader, ids, count);
}

static void check_indicator_numbers(struct loader *loader)
{
    const struct edition *edition = loader->edition;
    for (size_t i = 0; i < edition->indicators; i++) {
        const struct whole *number = &edition->indicator[i]->number;
        for (size_t j = 0; j < i; j++) {
            const struct whole *other = &edition->indicator[j]->number;
            if (number->present && other->present && number->value == other->value) {
                load_duplicate(loader, load_number(loader, number->value), number->place,
                               other->place);
                break;
            }
        }
    }
}

static void check_parts(struct loader *loader, struct scheme_instrument *instrument)
{
    if (instrument->parts > EDITION_PARTS) {
        diag_say(loader->reader.diag, MESSAGE_PARTS_MANY, instrument->part[EDITION_PARTS].place,
                 instrument->id.bytes, load_number(loader, EDITION_PARTS));
        instrument->parts = EDITION_PARTS;
    }
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct text *id = &instrument->part[p].id;
        if (strcmp(id->bytes, "score") == 0)
            diag_say(loader->reader.diag, MESSAGE_ID_RESERVED, id->place, id->bytes);
    }
}

static void check_indicator(struct loader *loader, const struct scheme_indicator *indicator)
{
    struct diag *diag = loader->reader.diag;
    const char *number = load_number(loader, indicator->number.value);
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

void link_framework(struct loader *loader, struct place place)
{
    struct edition *edition = loader->edition;
    struct scheme *framework = &edition->scheme;
    make_views(edition);
    for (size_t i = 0; i < framework->instruments; i++) {
        struct scheme_instrument *instrument = &framework->instrument[i];
        link_instrument(edition, instrument);
        check_parts(loader, instrument);
        if (instrument->indicators == 0)
            diag_say(loader->reader.diag, MESSAGE_INDICATORS_NONE, instrument->place,
                     instrument->id.bytes);
    }
    for (size_t i = 0; i < edition->indicators; i++)
        check_indicator(loader, edition->indicator[i]);
    if (framework->instruments == 0)
        diag_say(loader->reader.diag, MESSAGE_INSTRUMENTS_NONE, place);
    check_instrument_ids(loader);
    check_indicator_numbers(loader);
    check_subindicator_numbers(loader);
    check_question_ids(loader);
    if (!edition_fits_fractions(edition, false))
        diag_say(loader->reader.diag, MESSAGE_SCHEME_TOO_FINE, place);
    loader->resolves = edition->questions > 0;
}
