/*
 * things.c - room for what an edition says of each thing of its scheme, still empty.
 */
#include "edition/load.h"

static void make_questions(struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    edition->question = ARENA_NEW(edition->arena, struct edition_question, scheme->questions);
    for (size_t i = 0; i < scheme->questions; i++) {
        const struct scheme_question *question = &scheme->question[i];
        size_t slots = scheme_slots(question->indicator->instrument);
        edition->question[i].question = question;
        edition->question[i].score = ARENA_NEW(edition->arena, struct decimal, slots);
    }
}

static void make_indicators(struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    edition->indicator = ARENA_NEW(edition->arena, struct edition_indicator, scheme->indicators);
    for (size_t i = 0; i < scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &scheme->indicator[i];
        size_t parts = indicator->instrument->parts;
        edition->indicator[i].indicator = indicator;
        edition->indicator[i].published_part = ARENA_NEW(edition->arena, struct decimal, parts);
    }
    edition->subindicator =
        ARENA_NEW(edition->arena, struct edition_subindicator, scheme->subindicators);
    for (size_t i = 0; i < scheme->subindicators; i++)
        edition->subindicator[i].subindicator = &scheme->subindicator[i];
}

static void make_instruments(struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    edition->part = ARENA_NEW(edition->arena, struct edition_part, scheme->parts);
    for (size_t i = 0; i < scheme->parts; i++)
        edition->part[i].part = &scheme->part[i];
    edition->instrument = ARENA_NEW(edition->arena, struct edition_instrument, scheme->instruments);
    for (size_t i = 0; i < scheme->instruments; i++)
        edition->instrument[i].instrument = &scheme->instrument[i];
}

void edition_make_things(struct edition *edition)
{
    make_questions(edition);
    make_indicators(edition);
    make_instruments(edition);
}
