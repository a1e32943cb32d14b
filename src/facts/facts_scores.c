/*
 * Questions, sub-indicators, indicators, parts and instruments with their scores. Every thing
 * becomes one map, made empty first, so that things can name each other in circles, and filled from
 * the small to the large. A part shows its instrument's indicators and questions with its own
 * scores: as copies of their maps with another score.
 */
#include "facts/facts_maker.h"

/* ---- scores ---- */

void facts_put_comparison(struct facts_maker *maker, struct value *map, const struct figure *figure,
                          struct facts_name name)
{
    bool differs = figure->is_announced && !figure->computed_misses &&
                   ratio_round(figure->announced) != ratio_round(figure->computed);
    name.member = "computed";
    if (figure->computed_misses)
        value_put(maker->arena, map, "computed",
                  value_awaited(maker->arena, facts_name(maker, &name)));
    else
        facts_put_number(maker, map, "computed", figure->computed, &name, (struct place){0});
    name.member = "announced";
    if (figure->is_announced)
        facts_put_number(maker, map, "announced", figure->announced, &name, figure->place);
    else
        value_put(maker->arena, map, "announced", value_none());
    value_put(maker->arena, map, "differs", value_bool(maker->arena, differs));
}

/* The scores of a thing in the parts of its instrument: by part id, and as a list `parts`. */
static void put_part_scores(struct facts_maker *maker, struct value *map,
                            const struct scheme_instrument *instrument,
                            const struct value *const *score)
{
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < instrument->parts; i++) {
        const struct scheme_part *part = &instrument->part[i];
        value_put(maker->arena, map, part->id.bytes, score[i]);
        struct value *row = value_map(maker->arena);
        facts_put_text(maker, row, "id", &part->id);
        facts_put_text(maker, row, "name", &part->name);
        facts_put_text(maker, row, "english", &part->english);
        value_put(maker->arena, row, "score", score[i]);
        value_add(maker->arena, parts, row);
    }
    value_put(maker->arena, map, "parts", parts);
}

/* ---- filling, from the small to the large ---- */

/* A typed score; of a part where the instrument has any. */
static const struct value *question_score(struct facts_maker *maker, size_t question, size_t slot)
{
    const struct edition_question *of = &maker->edition->question[question];
    const struct scheme_instrument *instrument = of->question->indicator->instrument;
    const struct facts_name name = {"question", of->question->id.bytes,
                                    instrument->parts > 0 ? instrument->part[slot].id.bytes
                                                          : "score"};
    if (!of->score[slot].present)
        return value_awaited(maker->arena, facts_name(maker, &name));
    return value_figure(maker->arena, ratio_hundredths(of->score[slot].hundredths),
                        facts_name(maker, &name), of->score[slot].place);
}

/* A question as seen in one part. */
static const struct value *question_of_part(struct facts_maker *maker, const struct value *map,
                                            const struct scheme_part *part)
{
    struct value *copy = value_copy(maker->arena, map);
    size_t index = (size_t)value_find(map, "number", 6)->whole - 1;
    value_put(maker->arena, copy, "score", question_score(maker, index, scheme_slot(part)));
    return copy;
}

/* The maps of the pages named for a question; facts_put_evidence fills them. */
static const struct value *question_evidence(struct facts_maker *maker,
                                             const struct scheme_question *question)
{
    const struct edition_profile *edition = &maker->edition->profile;
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < edition->evidences; i++)
        if (edition->evidence[i].question == question)
            value_add(maker->arena, list, maker->evidence[i]);
    return list;
}

/* The typed scores of a question in the parts of its instrument. */
static void put_question_parts(struct facts_maker *maker, struct value *map,
                               const struct scheme_question *question)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const struct value **score = ARENA_NEW(maker->arena, const struct value *, instrument->parts);
    for (size_t i = 0; i < instrument->parts; i++)
        score[i] = question_score(maker, question->index, i);
    put_part_scores(maker, map, instrument, score);
}

static void fill_question(struct facts_maker *maker, size_t index)
{
    const struct edition_question *of = &maker->edition->question[index];
    const struct scheme_question *question = of->question;
    bool has_parts = question->indicator->instrument->parts > 0;
    struct value *map = maker->question[index];
    struct value *indicator = maker->indicator[question->indicator->index];
    facts_put_text(maker, map, "id", &question->id);
    value_put(maker->arena, map, "label", value_of_label(maker->arena, &question->id));
    facts_put_whole(maker, map, "number", index + 1);
    facts_put_text_of(maker, map, "text", &question->text, indicator);
    put_question_parts(maker, map, question);
    if (has_parts && maker->figures->question[index].mean_misses)
        value_put(maker->arena, map, "score", value_awaited(maker->arena, question->id.bytes));
    else if (has_parts)
        facts_put_number(maker, map, "score", maker->figures->question[index].mean,
                         &(struct facts_name){"question", question->id.bytes, "score"},
                         (struct place){0});
    else
        value_put(maker->arena, map, "score", question_score(maker, index, 0));
    facts_put_text_of(maker, map, "guideline", &of->guideline, indicator);
    value_put(maker->arena, map, "evidence", question_evidence(maker, question));
    value_put(maker->arena, map, "indicator", indicator);
    value_put(maker->arena, map, "subindicator", value_none());
}

/* The maps of a run of questions. */
static struct value *question_values(struct facts_maker *maker,
                                     const struct scheme_question *question, size_t count)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < count; i++)
        value_add(maker->arena, list, maker->question[question[i].index]);
    return list;
}

static void fill_subindicator(struct facts_maker *maker, size_t index)
{
    const struct scheme_subindicator *sub = &maker->edition->scheme->subindicator[index];
    const struct figure *score = &maker->figures->subindicator[index].score;
    struct value *map = maker->subindicator[index];
    value_put(maker->arena, map, "number", value_of_label(maker->arena, &sub->number));
    facts_put_text(maker, map, "name", &sub->name);
    facts_put_texts(maker, map, "topics", &sub->topics);
    facts_put_whole(maker, map, "question_count", sub->questions);
    value_put(maker->arena, map, "questions",
              question_values(maker, sub->question, sub->questions));
    const struct facts_name figure = {"subindicator", sub->number.bytes, "score"};
    facts_put_figure(maker, map, "score", score, &figure);
    facts_put_comparison(maker, map, score, figure);
    value_put(maker->arena, map, "indicator", maker->indicator[sub->indicator->index]);
    for (size_t i = 0; i < sub->questions; i++)
        value_put(maker->arena, maker->question[sub->question[i].index], "subindicator", map);
}

static size_t question_count(const struct scheme_indicator *indicator)
{
    size_t count = indicator->questions;
    for (size_t i = 0; i < indicator->subindicators; i++)
        count += indicator->subindicator[i].questions;
    return count;
}

static struct value *indicator_questions(struct facts_maker *maker,
                                         const struct scheme_indicator *indicator)
{
    struct value *list = question_values(maker, indicator->question, indicator->questions);
    for (size_t i = 0; i < indicator->subindicators; i++) {
        const struct scheme_subindicator *sub = &indicator->subindicator[i];
        for (size_t q = 0; q < sub->questions; q++)
            value_add(maker->arena, list, maker->question[sub->question[q].index]);
    }
    return list;
}

static struct facts_name indicator_name(const struct facts_maker *maker,
                                        const struct scheme_indicator *indicator,
                                        const char *member)
{
    const char *id = arena_printf(maker->arena, "%d", (int)indicator->number.value);
    return (struct facts_name){"indicator", id, member};
}

static void put_indicator_parts(struct facts_maker *maker, struct value *map,
                                const struct scheme_indicator *indicator)
{
    const struct scheme_instrument *instrument = indicator->instrument;
    const struct figure *part = maker->figures->indicator[indicator->index].part;
    const struct value **score = ARENA_NEW(maker->arena, const struct value *, instrument->parts);
    for (size_t i = 0; i < instrument->parts; i++) {
        struct facts_name name = indicator_name(maker, indicator, instrument->part[i].id.bytes);
        score[i] = facts_figure(maker, &part[i], &name);
    }
    put_part_scores(maker, map, instrument, score);
}

static void fill_indicator(struct facts_maker *maker, size_t index)
{
    const struct scheme_indicator *indicator = &maker->edition->scheme->indicator[index];
    const struct figures_indicator *figures = &maker->figures->indicator[index];
    const struct scheme_instrument *instrument = indicator->instrument;
    struct value *map = maker->indicator[index];
    value_put(maker->arena, map, "number", value_of_whole(maker->arena, indicator->number));
    facts_put_text(maker, map, "name", &indicator->name);
    struct facts_name name = indicator_name(maker, indicator, "score");
    facts_put_figure(maker, map, "score", &figures->score, &name);
    facts_put_comparison(maker, map, &figures->score, name);
    put_indicator_parts(maker, map, indicator);
    name.member = "rank";
    const struct value *rank = value_whole(maker->arena, (int64_t)figures->rank);
    const char *rank_name = facts_name(maker, &name);
    value_put(maker->arena, map, "rank",
              maker->figures->ranking_misses ? value_awaited(maker->arena, rank_name)
                                             : value_named(maker->arena, rank, rank_name));
    value_put(maker->arena, map, "below_target", value_bool(maker->arena, figures->below_target));
    facts_put_whole(maker, map, "question_count", question_count(indicator));
    value_put(maker->arena, map, "questions", indicator_questions(maker, indicator));
    struct value *subs = value_list(maker->arena);
    for (size_t i = 0; i < indicator->subindicators; i++)
        value_add(maker->arena, subs, maker->subindicator[indicator->subindicator[i].index]);
    value_put(maker->arena, map, "subindicators", subs);
    facts_put_text_of(maker, map, "analysis", &maker->edition->indicator[index].analysis, map);
    value_put(maker->arena, map, "instrument", maker->instrument[instrument->index]);
}

/* An indicator as seen in one part. */
static const struct value *indicator_of_part(struct facts_maker *maker,
                                             const struct scheme_indicator *indicator,
                                             const struct scheme_part *part)
{
    const struct value *map = maker->indicator[indicator->index];
    const struct figure *figure =
        &maker->figures->indicator[indicator->index].part[scheme_slot(part)];
    struct value *copy = value_copy(maker->arena, map);
    struct facts_name name = indicator_name(maker, indicator, part->id.bytes);
    value_put(maker->arena, copy, "score", facts_figure(maker, figure, &name));
    name.id = arena_printf(maker->arena, "%s.%s", name.id, part->id.bytes);
    facts_put_comparison(maker, copy, figure, name);
    return copy;
}

/* What parts and instruments have in common; no part for the instrument itself. */
static void put_members(struct facts_maker *maker, struct value *map,
                        const struct scheme_instrument *instrument, const struct scheme_part *part)
{
    struct value *indicators = value_list(maker->arena);
    struct value *questions = value_list(maker->arena);
    for (size_t i = 0; i < instrument->indicators; i++) {
        size_t index = instrument->indicator[i].index;
        const struct value *indicator = maker->indicator[index];
        const struct value *own = value_find(indicator, "questions", 9);
        for (size_t q = 0; q < own->list.count; q++) {
            const struct value *question = own->list.item[q];
            if (part != NULL)
                question = question_of_part(maker, question, part);
            value_add(maker->arena, questions, question);
        }
        if (part != NULL)
            indicator = indicator_of_part(maker, &instrument->indicator[i], part);
        value_add(maker->arena, indicators, indicator);
    }
    value_put(maker->arena, map, "indicators", indicators);
    value_put(maker->arena, map, "questions", questions);
    facts_put_whole(maker, map, "indicator_count", indicators->list.count);
    facts_put_whole(maker, map, "question_count", questions->list.count);
}

static void put_score_and_total(struct facts_maker *maker, struct value *map,
                                const struct figure *figure, struct decimal total,
                                struct facts_name name)
{
    struct ratio score = figure->printed;
    facts_put_comparison(maker, map, figure, name);
    name.member = "score";
    facts_put_figure(maker, map, "score", figure, &name);
    name.member = "total";
    if (total.present)
        facts_put_number(maker, map, "total", ratio_hundredths(total.hundredths), &name,
                         total.place);
    else
        value_put(maker->arena, map, "total", value_find(map, "score", 5));
    value_put(maker->arena, map, "announced_total", value_of_decimal(maker->arena, total));
    bool differs = total.present && !figure->computed_misses &&
                   total.hundredths != ratio_round(figure->computed);
    value_put(maker->arena, map, "total_differs", value_bool(maker->arena, differs));
    value_put(
        maker->arena, map, "below_target",
        value_bool(maker->arena,
                   !figure->misses &&
                       ratio_compare(score, ratio_hundredths(
                                                maker->edition->scheme->target.hundredths)) < 0));
}

static void fill_part(struct facts_maker *maker, size_t index)
{
    const struct edition_part *of = &maker->edition->part[index];
    const struct scheme_part *part = of->part;
    const struct scheme_instrument *instrument = part->instrument;
    struct value *map = maker->part[index];
    facts_put_text(maker, map, "id", &part->id);
    facts_put_text(maker, map, "name", &part->name);
    facts_put_text(maker, map, "short", &part->name);
    facts_put_text(maker, map, "english", &part->english);
    facts_put_text(maker, map, "about", &part->about);
    put_score_and_total(maker, map, &maker->figures->part[index].score, of->published_total,
                        (struct facts_name){"part", part->id.bytes, NULL});
    value_put(maker->arena, map, "weight", value_of_decimal(maker->arena, part->weight));
    value_put(maker->arena, map, "respondents", value_of_whole(maker->arena, of->respondents));
    put_members(maker, map, instrument, part);
    value_put(maker->arena, map, "instrument", maker->instrument[instrument->index]);
    value_put(maker->arena, map, "is_part", value_bool(maker->arena, true));
}

static bool indicator_announced(const struct facts_maker *maker,
                                const struct scheme_indicator *indicator)
{
    const struct figures_indicator *figures = &maker->figures->indicator[indicator->index];
    bool announced = figures->score.is_announced;
    for (size_t p = 0; p < indicator->instrument->parts; p++)
        announced |= figures->part[p].is_announced;
    for (size_t i = 0; i < indicator->subindicators; i++)
        announced |=
            maker->figures->subindicator[indicator->subindicator[i].index].score.is_announced;
    return announced;
}

bool facts_instrument_announced(const struct facts_maker *maker,
                                const struct scheme_instrument *instrument)
{
    const struct edition *edition = maker->edition;
    bool announced = maker->figures->instrument[instrument->index].score.is_announced ||
                     edition->instrument[instrument->index].published_total.present;
    for (size_t i = 0; i < instrument->parts; i++) {
        size_t part = instrument->part[i].index;
        announced |= maker->figures->part[part].score.is_announced ||
                     edition->part[part].published_total.present;
    }
    for (size_t i = 0; i < instrument->indicators; i++)
        announced |= indicator_announced(maker, &instrument->indicator[i]);
    return announced;
}

static void fill_instrument(struct facts_maker *maker, size_t index)
{
    const struct edition_instrument *of = &maker->edition->instrument[index];
    const struct scheme_instrument *instrument = of->instrument;
    struct value *map = maker->instrument[index];
    facts_put_text(maker, map, "id", &instrument->id);
    facts_put_text(maker, map, "name", &instrument->name);
    facts_put_text(maker, map, "short", &instrument->id);
    facts_put_text(maker, map, "english", &instrument->english);
    value_put(maker->arena, map, "about", value_none());
    value_put(maker->arena, map, "has_announced",
              value_bool(maker->arena, facts_instrument_announced(maker, instrument)));
    put_score_and_total(maker, map, &maker->figures->instrument[index].score, of->published_total,
                        (struct facts_name){"instrument", instrument->id.bytes, NULL});
    value_put(maker->arena, map, "weight", value_of_decimal(maker->arena, instrument->weight));
    value_put(maker->arena, map, "respondents", value_of_whole(maker->arena, of->respondents));
    put_members(maker, map, instrument, NULL);
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < instrument->parts; i++)
        value_add(maker->arena, parts, maker->part[instrument->part[i].index]);
    value_put(maker->arena, map, "parts", parts);
    value_put(maker->arena, map, "instrument", map);
    value_put(maker->arena, map, "is_part", value_bool(maker->arena, false));
}

/* ---- all of them ---- */

static struct value **make_maps(struct facts_maker *maker, size_t count)
{
    struct value **maps = ARENA_NEW(maker->arena, struct value *, count);
    for (size_t i = 0; i < count; i++)
        maps[i] = value_map(maker->arena);
    return maps;
}

void facts_make_things(struct facts_maker *maker)
{
    const struct scheme *scheme = maker->edition->scheme;
    maker->evidence = make_maps(maker, maker->edition->profile.evidences);
    maker->question = make_maps(maker, scheme->questions);
    maker->subindicator = make_maps(maker, scheme->subindicators);
    maker->indicator = make_maps(maker, scheme->indicators);
    maker->part = make_maps(maker, scheme->parts);
    maker->instrument = make_maps(maker, scheme->instruments);
    for (size_t i = 0; i < scheme->questions; i++)
        fill_question(maker, i);
    for (size_t i = 0; i < scheme->subindicators; i++)
        fill_subindicator(maker, i);
    for (size_t i = 0; i < scheme->indicators; i++)
        fill_indicator(maker, i);
    for (size_t i = 0; i < scheme->parts; i++)
        fill_part(maker, i);
    for (size_t i = 0; i < scheme->instruments; i++)
        fill_instrument(maker, i);
}
