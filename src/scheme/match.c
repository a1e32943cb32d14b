/* Each kind of things by its words; instruments and parts, which keep their ids, by these first. */
#include "scheme/match.h"

/* Ids are given anew each year, so a new id that was another's speaks for nothing. */
static const struct alike_rule BY_WORDS = {.least = 60, .takes_parts = true};

static struct alike of_text(struct arena *arena, const struct text *text, const char *id)
{
    return alike_of(arena, text->bytes != NULL ? text->bytes : "", text->length, id);
}

/* ---- questions ---- */

static struct alike_list questions_of(struct arena *arena, const struct scheme *scheme)
{
    struct alike *item = ARENA_NEW(arena, struct alike, scheme->questions);
    for (size_t i = 0; i < scheme->questions; i++)
        item[i] = of_text(arena, &scheme->question[i].text, scheme->question[i].id.bytes);
    return (struct alike_list){item, scheme->questions};
}

static void match_questions(struct arena *arena, struct scheme_match *match)
{
    size_t count = match->after->questions;
    const struct alike_pair *pair = alike_pairs(arena, questions_of(arena, match->before),
                                                questions_of(arena, match->after), BY_WORDS);
    match->question = ARENA_NEW(arena, const struct scheme_question *, count);
    match->question_percent = ARENA_NEW(arena, int, count);
    for (size_t i = 0; i < count; i++) {
        match->question_percent[i] = pair[i].percent;
        if (pair[i].other != ALIKE_NONE)
            match->question[i] = &match->before->question[pair[i].other];
    }
}

bool scheme_match_goes_on(const struct scheme_match *match, const struct scheme_question *before)
{
    for (size_t i = 0; i < match->after->questions; i++)
        if (match->question[i] == before)
            return true;
    return false;
}

/* ---- indicators ---- */

static struct alike_list indicators_of(struct arena *arena, const struct scheme *scheme)
{
    struct alike *item = ARENA_NEW(arena, struct alike, scheme->indicators);
    for (size_t i = 0; i < scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &scheme->indicator[i];
        item[i] = of_text(arena, &indicator->name,
                          arena_printf(arena, "%lld", (long long)indicator->number.value));
    }
    return (struct alike_list){item, scheme->indicators};
}

static void match_indicators(struct arena *arena, struct scheme_match *match)
{
    size_t count = match->after->indicators;
    const struct alike_pair *pair = alike_pairs(arena, indicators_of(arena, match->before),
                                                indicators_of(arena, match->after), BY_WORDS);
    match->indicator = ARENA_NEW(arena, const struct scheme_indicator *, count);
    for (size_t i = 0; i < count; i++)
        if (pair[i].other != ALIKE_NONE)
            match->indicator[i] = &match->before->indicator[pair[i].other];
}

static struct alike_list subindicators_of(struct arena *arena, const struct scheme *scheme)
{
    struct alike *item = ARENA_NEW(arena, struct alike, scheme->subindicators);
    for (size_t i = 0; i < scheme->subindicators; i++)
        item[i] =
            of_text(arena, &scheme->subindicator[i].name, scheme->subindicator[i].number.bytes);
    return (struct alike_list){item, scheme->subindicators};
}

static void match_subindicators(struct arena *arena, struct scheme_match *match)
{
    size_t count = match->after->subindicators;
    const struct alike_pair *pair = alike_pairs(arena, subindicators_of(arena, match->before),
                                                subindicators_of(arena, match->after), BY_WORDS);
    match->subindicator = ARENA_NEW(arena, const struct scheme_subindicator *, count);
    for (size_t i = 0; i < count; i++)
        if (pair[i].other != ALIKE_NONE)
            match->subindicator[i] = &match->before->subindicator[pair[i].other];
}

/* ---- instruments and parts ---- */

static void match_instruments(struct arena *arena, struct scheme_match *match)
{
    const struct scheme *after = match->after;
    match->instrument = ARENA_NEW(arena, const struct scheme_instrument *, after->instruments);
    match->part = ARENA_NEW(arena, const struct scheme_part *, after->parts);
    for (size_t i = 0; i < after->instruments; i++)
        match->instrument[i] = scheme_find_instrument(match->before, after->instrument[i].id.bytes);
    for (size_t i = 0; i < after->parts; i++)
        match->part[i] = scheme_find_part(match->before, after->part[i].id.bytes);
}

struct scheme_match scheme_match(struct arena *arena, const struct scheme *before,
                                 const struct scheme *after)
{
    struct scheme_match match = {.before = before, .after = after};
    match_questions(arena, &match);
    match_indicators(arena, &match);
    match_subindicators(arena, &match);
    match_instruments(arena, &match);
    return match;
}
