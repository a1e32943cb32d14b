/*
 * Levels, letters and ranks are decided by printed scores (derive/level.c, derive/ranking.c): a node
 * says what was compared with what, and has the score below it.
 */
#include <string.h>

#include "why/why_make.h"

/* ---- the level ---- */

/* A condition on what a figure prints. */
static void add_test(const struct why_maker *maker, struct why *outcome, const char *name,
                     const struct text *title, const struct figure *figure,
                     const struct decimal *limit)
{
    struct why *test = why_new(maker, WHY_TEST, name);
    test->figure = arena_printf(maker->arena, "%s.score", name);
    test->title = title;
    test->place = limit->place;
    test->computed = figure->printed;
    test->limit = limit->hundredths;
    test->holds = ratio_round(figure->printed) >= limit->hundredths;
    why_add(maker, outcome, test, 0);
    outcome->holds = outcome->holds && test->holds;
}

/* An instrument's own condition, or those of its parts. */
static void test_instrument(const struct why_maker *maker, struct why *outcome, size_t index,
                            const struct decimal *limit)
{
    const struct scheme_instrument *instrument = &maker->scheme->instrument[index];
    size_t parts = maker->scheme->levels.parts_tested_apart ? instrument->parts : 0;
    for (size_t p = 0; p < parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        add_test(maker, outcome, arena_printf(maker->arena, "part.%s", part->id.bytes), &part->name,
                 &maker->figures->part[part->index].score, limit);
    }
    if (parts == 0)
        add_test(maker, outcome, arena_printf(maker->arena, "instrument.%s", instrument->id.bytes),
                 &instrument->name, &maker->figures->instrument[index].score, limit);
}

static struct why *make_outcome(const struct why_maker *maker, const struct scheme_outcome *outcome)
{
    struct why *why = why_new(maker, WHY_OUTCOME, outcome->name.bytes);
    why->title = &outcome->name;
    why->place = outcome->place;
    why->holds = true;
    add_test(maker, why, "overall", NULL, &maker->figures->overall, &outcome->overall_from);
    for (size_t i = 0; outcome->each_from.present && i < maker->scheme->instruments; i++)
        test_instrument(maker, why, i, &outcome->each_from);
    return why;
}

/* What was stated in words against what was found. */
static void close_words(struct why *why, const struct text *stated, const struct text *found)
{
    why->found = found;
    if (stated->bytes == NULL)
        return;
    why->stated = stated;
    why->announced_at = stated->place;
    why->is_announced = true;
    bool same = found != NULL && strcmp(stated->bytes, found->bytes) == 0;
    why->verdict = same ? WHY_AGREES : WHY_DIFFERS;
}

/* Where a scheme has very many levels and conditions, only the level and the next better one are told. */
static bool is_told(const struct why_maker *maker, const struct scheme_outcome *outcome)
{
    enum { MOST_TESTS = 10000 };
    const struct scheme *scheme = maker->scheme;
    return scheme->levels.outcomes * (scheme->instruments + scheme->parts + 1) <= MOST_TESTS ||
           outcome == maker->figures->outcome || outcome == maker->figures->reason.better;
}

/* The levels of the scheme with their conditions, and then the scores that are tested. */
struct why *why_level(const struct why_maker *maker)
{
    const struct scheme *scheme = maker->scheme;
    const struct scheme_outcome *outcome = maker->figures->outcome;
    struct why *why = why_new(maker, WHY_LEVEL, "level");
    why->figure = "level";
    if (outcome != NULL)
        why->place = outcome->place;
    for (size_t i = 0; i < scheme->levels.outcomes; i++)
        if (is_told(maker, &scheme->levels.outcome[i]))
            why_add(maker, why, make_outcome(maker, &scheme->levels.outcome[i]), 0);
    why_add(maker, why, why_overall(maker), 0);
    for (size_t i = 0; scheme->levels.parts_tested_apart && i < scheme->parts; i++)
        why_add(maker, why, why_part(maker, i), 0);
    close_words(why, &maker->edition->published.level, outcome != NULL ? &outcome->name : NULL);
    return why;
}

struct why *why_letter(const struct why_maker *maker)
{
    const struct scheme_letter *letter = maker->figures->letter;
    struct why *why = why_new(maker, WHY_LETTER, "letter");
    why->figure = "letter";
    if (letter != NULL) {
        why->place = letter->place;
        why->limit = letter->from.hundredths;
        why->limit_to = letter->to.hundredths;
    }
    why->computed = maker->figures->overall.printed;
    why_add(maker, why, why_overall(maker), 0);
    close_words(why, &maker->edition->published.letter, letter != NULL ? &letter->name : NULL);
    return why;
}

/* ---- ranks ---- */

struct why *why_rank(const struct why_maker *maker, size_t indicator)
{
    const struct figures_indicator *of = &maker->figures->indicator[indicator];
    long long number = (long long)of->indicator->number.value;
    struct why *why = why_new(maker, WHY_RANK, arena_printf(maker->arena, "rank.%lld", number));
    const struct whole *stated = &maker->edition->indicator[indicator].stated_rank;
    why->figure = arena_printf(maker->arena, "indicator.%lld.rank", number);
    why->title = &of->indicator->name;
    why->place = of->indicator->place;
    why->rank = (int64_t)of->rank;
    why->computed = of->score.printed;
    why_add(maker, why, why_indicator(maker, indicator, SCHEME_ALL_SLOTS), 0);
    if (!stated->present)
        return why;
    why->is_announced = true;
    why->stated_rank = stated->value;
    why->announced_at = stated->place;
    why->verdict = why->rank == stated->value ? WHY_AGREES : WHY_DIFFERS;
    return why;
}

struct why *why_ranking(const struct why_maker *maker)
{
    struct why *why = why_new(maker, WHY_RANK, "rank");
    for (size_t i = 0; i < maker->scheme->indicators; i++) {
        size_t index = maker->figures->ranking[i]->indicator->index;
        why_add(maker, why, why_rank(maker, index), 0);
    }
    return why;
}

struct why *why_extreme(const struct why_maker *maker, bool highest)
{
    const struct edition_published *published = &maker->edition->published;
    const struct decimal *stated = highest ? &published->highest : &published->lowest;
    size_t count = maker->scheme->indicators;
    struct why *why = why_new(maker, WHY_SCORE, highest ? "highest" : "lowest");
    why->how = WHY_TAKEN;
    if (count == 0)
        return why;
    const struct figures_indicator *of = maker->figures->ranking[highest ? 0 : count - 1];
    why->title = &of->indicator->name;
    why->place = of->indicator->place;
    why->computed = of->score.printed;
    why_add(maker, why, why_indicator(maker, of->indicator->index, SCHEME_ALL_SLOTS), 0);
    if (!stated->present)
        return why;
    why->is_announced = true;
    why->announced = ratio_hundredths(stated->hundredths);
    why->announced_at = stated->place;
    why->verdict = stated->hundredths == ratio_round(of->score.printed) ? WHY_AGREES : WHY_DIFFERS;
    return why;
}
