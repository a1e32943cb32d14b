/*
 * The comparison with the previous edition as values: rows of figures by kind, questions, measures and texts
 * by what became of them.
 */
#include <string.h>

#include "compare/compare.h"
#include "facts/facts_maker.h"
#include "source/file.h"

struct pair {
    struct facts_maker *maker;
    const struct facts_maker *earlier;
    const struct comparison *of;
};

static void put_bool(const struct pair *pair, struct value *map, const char *key, bool truth)
{
    value_put(pair->maker->arena, map, key, value_bool(pair->maker->arena, truth));
}

/* ---- figures ---- */

static const struct value *side_value(const struct pair *pair, const struct compare_side *side,
                                      const char *prefix)
{
    struct arena *arena = pair->maker->arena;
    if (!side->present && !side->misses)
        return value_none();
    const char *name = arena_printf(arena, "%s%s.score", prefix, side->name);
    if (side->misses)
        return value_awaited(arena, name);
    return value_figure(arena, ratio_hundredths(side->hundredths), name,
                        side->announced ? side->place : (struct place){0});
}

static const struct value *rank_value(const struct pair *pair, const struct compare_side *side)
{
    if (side->misses)
        return value_awaited(pair->maker->arena, "rank");
    return side->rank > 0 ? value_whole(pair->maker->arena, (int64_t)side->rank) : value_none();
}

static const struct value *thing_of(struct value *const *maps, size_t index, bool is_there)
{
    return is_there ? maps[index] : value_none();
}

/* Of an indicator or a question: the thing itself in each edition. */
static void put_things(const struct pair *pair, struct value *map,
                       const struct compare_score *score)
{
    struct arena *arena = pair->maker->arena;
    const struct value *before = value_none();
    const struct value *after = value_none();
    if (score->indicator_before != NULL)
        before = thing_of(pair->earlier->indicator, score->indicator_before->index, true);
    if (score->indicator_after != NULL)
        after = thing_of(pair->maker->indicator, score->indicator_after->index, true);
    if (score->question_before != NULL)
        before = thing_of(pair->earlier->question, score->question_before->index, true);
    if (score->question_after != NULL)
        after = thing_of(pair->maker->question, score->question_after->index, true);
    value_put(arena, map, "earlier", before);
    value_put(arena, map, "now", after);
    value_put(arena, map, "thing", after->kind != VALUE_NONE ? after : before);
}

static const struct value *row_value(const struct pair *pair, const struct compare_score *score)
{
    struct facts_maker *maker = pair->maker;
    struct arena *arena = maker->arena;
    struct value *map = value_map(arena);
    const struct compare_side *before = &score->before;
    const struct compare_side *after = &score->after;
    bool both = before->present && after->present;
    int64_t change = after->hundredths - before->hundredths;
    const struct text none = {0};
    facts_put_text(maker, map, "name", score->title != NULL ? score->title : &none);
    value_put(arena, map, "before", side_value(pair, before, pair->earlier->prefix));
    value_put(arena, map, "after", side_value(pair, after, maker->prefix));
    value_put(arena, map, "change",
              both            ? value_ratio(arena, ratio_hundredths(change))
              : after->misses ? value_awaited(arena, "change")
                              : value_none());
    value_put(arena, map, "rank_before", rank_value(pair, before));
    value_put(arena, map, "rank_after", rank_value(pair, after));
    put_bool(pair, map, "moved", compare_moved(score));
    put_bool(pair, map, "rose", both && change > 0);
    put_bool(pair, map, "fell", both && change < 0);
    put_bool(pair, map, "is_new", !before->present);
    put_bool(pair, map, "is_gone", !after->present && !after->misses);
    put_bool(pair, map, "announced", before->announced || after->announced);
    value_put(arena, map, "part",
              score->part != NULL ? value_string(arena, score->part, strlen(score->part))
                                  : value_none());
    put_things(pair, map, score);
    return map;
}

static void put_rows(const struct pair *pair, struct value *map, const char *key,
                     enum compare_kind kind)
{
    struct value *list = value_list(pair->maker->arena);
    for (size_t i = 0; i < pair->of->scores; i++)
        if (pair->of->score[i].kind == kind)
            value_add(pair->maker->arena, list, row_value(pair, &pair->of->score[i]));
    value_put(pair->maker->arena, map, key, list);
}

static void put_levels(const struct pair *pair, struct value *map)
{
    const struct value *before = value_find(pair->earlier->facts, "overall", 7);
    const struct value *after = value_find(pair->maker->facts, "overall", 7);
    value_put(pair->maker->arena, map, "level_before", value_find(before, "level", 5));
    value_put(pair->maker->arena, map, "level_after", value_find(after, "level", 5));
    const struct text *old = compare_level(pair->of->before);
    const struct text *now = compare_level(pair->of->after);
    bool moved = old != NULL && now != NULL && strcmp(old->bytes, now->bytes) != 0;
    put_bool(pair, map, "level_moved", moved);
}

/* ---- questions ---- */

static const struct value *question_value(const struct pair *pair,
                                          const struct compare_question *question)
{
    struct arena *arena = pair->maker->arena;
    struct value *map = value_map(arena);
    value_put(arena, map, "before",
              question->before != NULL ? pair->earlier->question[question->before->index]
                                       : value_none());
    value_put(arena, map, "after",
              question->after != NULL ? pair->maker->question[question->after->index]
                                      : value_none());
    put_bool(pair, map, "moved", question->moved);
    return map;
}

/* fate: COMPARE_KEPT for those that only moved. */
static void put_questions(const struct pair *pair, struct value *map, const char *key,
                          enum compare_fate fate)
{
    struct value *list = value_list(pair->maker->arena);
    for (size_t i = 0; i < pair->of->questions; i++)
        if (pair->of->question[i].fate == fate)
            value_add(pair->maker->arena, list, question_value(pair, &pair->of->question[i]));
    value_put(pair->maker->arena, map, key, list);
}

/* ---- measures and texts ---- */

static const struct value *measure_value(const struct pair *pair, const struct facts_maker *of,
                                         const struct edition_issue *issue,
                                         const struct edition_measure *measure)
{
    struct arena *arena = pair->maker->arena;
    if (measure == NULL)
        return value_none();
    struct value *map = value_map(arena);
    const struct value_sight sight = {NULL, of->facts};
    value_put(arena, map, "name", value_of_text(arena, &measure->name, sight));
    value_put(arena, map, "issue", value_of_whole(arena, issue->number));
    value_put(arena, map, "issue_name", value_of_text(arena, &issue->name, sight));
    value_put(arena, map, "from", value_of_day(arena, measure->period.from));
    value_put(arena, map, "to", value_of_day(arena, measure->period.to));
    return map;
}

static void put_measures(const struct pair *pair, struct value *map, const char *key,
                         enum compare_fate fate)
{
    struct arena *arena = pair->maker->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < pair->of->measures; i++) {
        const struct compare_measure *measure = &pair->of->measure[i];
        if (measure->fate != fate)
            continue;
        struct value *row = value_map(arena);
        value_put(arena, row, "before",
                  measure_value(pair, pair->earlier, measure->issue_before, measure->before));
        value_put(arena, row, "after",
                  measure_value(pair, pair->maker, measure->issue_after, measure->after));
        facts_put_whole(pair->maker, row, "steps_kept", measure->steps_kept);
        facts_put_whole(pair->maker, row, "steps",
                        measure->after != NULL ? measure->after->steps.count : 0);
        put_bool(pair, row, "same_period", measure->same_period);
        put_bool(pair, row, "same_owners", measure->same_owners);
        value_add(arena, list, row);
    }
    value_put(arena, map, key, list);
}

static void put_place(const struct pair *pair, struct value *map, const char *key,
                      struct place place)
{
    struct arena *arena = pair->maker->arena;
    const char *shown =
        place.source != NULL
            ? arena_printf(arena, "%s:%u", file_name(place.source->path), (unsigned)place.line)
            : "-";
    value_put(arena, map, key, value_string(arena, shown, strlen(shown)));
}

static void put_texts(const struct pair *pair, struct value *map)
{
    struct arena *arena = pair->maker->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < pair->of->texts; i++) {
        const struct compare_text *text = &pair->of->text[i];
        struct value *row = value_map(arena);
        value_put(arena, row, "words", value_string(arena, text->words, strlen(text->words)));
        put_place(pair, row, "before", text->before);
        put_place(pair, row, "after", text->after);
        value_add(arena, list, row);
    }
    value_put(arena, map, "texts", list);
}

static const struct value *comparison_value(const struct pair *pair)
{
    struct value *map = value_map(pair->maker->arena);
    put_bool(pair, map, "same_agency", pair->of->same_agency);
    put_bool(pair, map, "same_year", pair->of->same_year);
    put_bool(pair, map, "same_scheme", pair->of->same_scheme);
    put_levels(pair, map);
    put_rows(pair, map, "overall", COMPARE_OVERALL);
    put_rows(pair, map, "instruments", COMPARE_INSTRUMENT);
    put_rows(pair, map, "parts", COMPARE_PART);
    put_rows(pair, map, "indicators", COMPARE_INDICATOR);
    put_rows(pair, map, "questions", COMPARE_QUESTION);
    put_questions(pair, map, "questions_added", COMPARE_ADDED);
    put_questions(pair, map, "questions_dropped", COMPARE_DROPPED);
    put_questions(pair, map, "questions_moved", COMPARE_KEPT);
    put_questions(pair, map, "questions_reworded", COMPARE_RENAMED);
    put_measures(pair, map, "measures_added", COMPARE_ADDED);
    put_measures(pair, map, "measures_dropped", COMPARE_DROPPED);
    put_measures(pair, map, "measures_renamed", COMPARE_RENAMED);
    put_measures(pair, map, "measures_kept", COMPARE_KEPT);
    put_texts(pair, map);
    return map;
}

void facts_put_comparison_of(struct facts_maker *maker, struct value *facts,
                             const struct facts_maker *earlier)
{
    const struct value *comparison = value_none();
    if (earlier != NULL) {
        const struct pair pair = {maker, earlier,
                                  compare_make(maker->arena, earlier->figures, maker->figures)};
        comparison = comparison_value(&pair);
    }
    value_put(maker->arena, facts, "comparison", comparison);
}
