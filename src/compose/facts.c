/*
 * Every thing of the framework becomes one map, made empty first, so that things can name each
 * other in circles, and filled from the small to the large: questions, sub-indicators, indicators,
 * parts, instruments. A part shows its instrument's indicators and questions with its own scores:
 * as copies of their maps with another score.
 */
#include "compose/facts.h"

#include <stdint.h>
#include <string.h>

struct maker {
    struct arena *arena;
    const struct model *model;
    const struct figures *figures;
    struct value **question;      /* as model.question */
    struct value **indicator;     /* as model.indicator */
    struct value **instrument;    /* as the framework's */
    struct value ***subindicator; /* by indicator, in its order */
    struct value ***part;         /* by instrument, in its order */
};

static void put_whole(struct maker *maker, struct value *map, const char *key, size_t number)
{
    value_put(maker->arena, map, key, value_whole(maker->arena, (int64_t)number));
}

static void put_ratio(struct maker *maker, struct value *map, const char *key, struct ratio number)
{
    value_put(maker->arena, map, key, value_ratio(maker->arena, number));
}

static void put_text(struct maker *maker, struct value *map, const char *key,
                     const struct text *text)
{
    value_put(maker->arena, map, key, value_of_text(maker->arena, text, VALUE_PLAIN, NULL));
}

static void put_prose(struct maker *maker, struct value *map, const char *key,
                      const struct text *text, const struct value *owner)
{
    value_put(maker->arena, map, key, value_of_text(maker->arena, text, VALUE_PROSE, owner));
}

/* ---- finding the map of a model's thing ---- */

static size_t indicator_index(const struct maker *maker, const struct model_indicator *indicator)
{
    size_t i = 0;
    while (maker->model->indicator[i] != indicator)
        i++;
    return i;
}

static size_t instrument_index(const struct maker *maker, const struct model_instrument *instrument)
{
    return (size_t)(instrument - maker->model->framework.instrument);
}

static struct value *part_of(const struct maker *maker, const struct model_part *part)
{
    const struct model_instrument *instrument = part->instrument;
    return maker->part[instrument_index(maker, instrument)][part - instrument->part];
}

static const struct value *copy_with_score(struct maker *maker, const struct value *map,
                                           struct ratio score)
{
    struct value *copy = value_copy(maker->arena, map);
    put_ratio(maker, copy, "score", score);
    return copy;
}

/* What was announced (when it was) and what the questions give, to stand side by side. */
static void put_comparison(struct maker *maker, struct value *map, const struct figure *figure)
{
    bool differs =
        figure->is_announced && ratio_round(figure->announced) != ratio_round(figure->computed);
    put_ratio(maker, map, "computed", figure->computed);
    if (figure->is_announced)
        put_ratio(maker, map, "announced", figure->announced);
    else
        value_put(maker->arena, map, "announced", value_none());
    value_put(maker->arena, map, "differs", value_bool(maker->arena, differs));
}

/* The scores of a thing in the parts of its instrument: by part id, and as a list `parts`. */
static void put_part_scores(struct maker *maker, struct value *map,
                            const struct model_instrument *instrument, const struct ratio *score)
{
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < instrument->parts; i++) {
        const struct model_part *part = &instrument->part[i];
        put_ratio(maker, map, part->id.bytes, score[i]);
        struct value *row = value_map(maker->arena);
        put_text(maker, row, "id", &part->id);
        put_text(maker, row, "name", &part->name);
        put_text(maker, row, "english", &part->english);
        put_ratio(maker, row, "score", score[i]);
        value_add(maker->arena, parts, row);
    }
    value_put(maker->arena, map, "parts", parts);
}

/* ---- filling, from the small to the large ---- */

static struct ratio question_score(const struct model_question *question, size_t part)
{
    return ratio_hundredths(question->score[part].hundredths);
}

static void fill_question(struct maker *maker, size_t index)
{
    const struct model_question *question = maker->model->question[index];
    const struct model_instrument *instrument = question->indicator->instrument;
    struct value *map = maker->question[index];
    struct value *indicator = maker->indicator[indicator_index(maker, question->indicator)];
    put_text(maker, map, "id", &question->id);
    value_put(maker->arena, map, "label",
              value_of_text(maker->arena, &question->id, VALUE_LABEL, NULL));
    put_whole(maker, map, "number", index + 1);
    put_text(maker, map, "text", &question->text);
    struct ratio score[MODEL_PARTS] = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
    for (size_t i = 0; i < instrument->parts; i++)
        score[i] = question_score(question, i);
    put_part_scores(maker, map, instrument, score);
    put_ratio(maker, map, "score",
              instrument->parts > 0 ? maker->figures->question[index].mean
                                    : question_score(question, 0));
    put_prose(maker, map, "guideline", &question->guideline, indicator);
    value_put(maker->arena, map, "indicator", indicator);
    value_put(maker->arena, map, "subindicator", value_none());
}

/* The maps of a run of questions, which stand together in model.question. */
static struct value *question_values(struct maker *maker, const struct model_question *question,
                                     size_t count)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < count; i++)
        value_add(maker->arena, list, maker->question[question[i].number]);
    return list;
}

static void fill_subindicator(struct maker *maker, size_t indicator, size_t index)
{
    const struct model_subindicator *sub = &maker->model->indicator[indicator]->subindicator[index];
    struct value *map = maker->subindicator[indicator][index];
    value_put(maker->arena, map, "number",
              value_of_text(maker->arena, &sub->number, VALUE_LABEL, NULL));
    put_text(maker, map, "name", &sub->name);
    value_put(maker->arena, map, "topics",
              value_of_texts(maker->arena, &sub->topics, VALUE_PLAIN, NULL));
    put_whole(maker, map, "question_count", sub->questions);
    value_put(maker->arena, map, "questions",
              question_values(maker, sub->question, sub->questions));
    const struct figure *score = &maker->figures->indicator[indicator].subindicator[index].score;
    put_ratio(maker, map, "score", score->printed);
    put_comparison(maker, map, score);
    value_put(maker->arena, map, "indicator", maker->indicator[indicator]);
    for (size_t i = 0; i < sub->questions; i++)
        value_put(maker->arena, maker->question[sub->question[i].number], "subindicator", map);
}

static size_t question_count(const struct model_indicator *indicator)
{
    size_t count = indicator->questions;
    for (size_t i = 0; i < indicator->subindicators; i++)
        count += indicator->subindicator[i].questions;
    return count;
}

static struct value *indicator_questions(struct maker *maker,
                                         const struct model_indicator *indicator)
{
    struct value *list = question_values(maker, indicator->question, indicator->questions);
    for (size_t i = 0; i < indicator->subindicators; i++) {
        const struct model_subindicator *sub = &indicator->subindicator[i];
        for (size_t q = 0; q < sub->questions; q++)
            value_add(maker->arena, list, maker->question[sub->question[q].number]);
    }
    return list;
}

static void fill_indicator(struct maker *maker, size_t index)
{
    const struct model_indicator *indicator = maker->model->indicator[index];
    const struct figures_indicator *figures = &maker->figures->indicator[index];
    const struct model_instrument *instrument = indicator->instrument;
    struct value *map = maker->indicator[index];
    value_put(maker->arena, map, "number", value_of_whole(maker->arena, indicator->number));
    put_text(maker, map, "name", &indicator->name);
    put_ratio(maker, map, "score", figures->score.printed);
    put_comparison(maker, map, &figures->score);
    struct ratio score[MODEL_PARTS] = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
    for (size_t i = 0; i < instrument->parts; i++)
        score[i] = figures->part[i].printed;
    put_part_scores(maker, map, instrument, score);
    put_whole(maker, map, "rank", figures->rank);
    value_put(maker->arena, map, "below_target", value_bool(maker->arena, figures->below_target));
    put_whole(maker, map, "question_count", question_count(indicator));
    value_put(maker->arena, map, "questions", indicator_questions(maker, indicator));
    struct value *subs = value_list(maker->arena);
    for (size_t i = 0; i < indicator->subindicators; i++)
        value_add(maker->arena, subs, maker->subindicator[index][i]);
    value_put(maker->arena, map, "subindicators", subs);
    put_prose(maker, map, "analysis", &indicator->analysis, map);
    value_put(maker->arena, map, "instrument",
              maker->instrument[instrument_index(maker, instrument)]);
}

/* An indicator as seen in one part. */
static const struct value *copy_of_part(struct maker *maker, const struct value *map,
                                        const struct figure *figure)
{
    struct value *copy = value_copy(maker->arena, map);
    put_ratio(maker, copy, "score", figure->printed);
    put_comparison(maker, copy, figure);
    return copy;
}

/* What parts and instruments have in common; part == SIZE_MAX for the instrument itself. */
static void put_members(struct maker *maker, struct value *map,
                        const struct model_instrument *instrument, size_t part)
{
    struct value *indicators = value_list(maker->arena);
    struct value *questions = value_list(maker->arena);
    for (size_t i = 0; i < instrument->indicators; i++) {
        size_t index = indicator_index(maker, &instrument->indicator[i]);
        const struct value *indicator = maker->indicator[index];
        const struct value *own = value_find(indicator, "questions", 9);
        for (size_t q = 0; q < own->list.count; q++) {
            const struct value *question = own->list.item[q];
            const struct value *number = value_find(question, "number", 6);
            if (part != SIZE_MAX)
                question = copy_with_score(
                    maker, question,
                    question_score(maker->model->question[number->whole - 1], part));
            value_add(maker->arena, questions, question);
        }
        if (part != SIZE_MAX)
            indicator =
                copy_of_part(maker, indicator, &maker->figures->indicator[index].part[part]);
        value_add(maker->arena, indicators, indicator);
    }
    value_put(maker->arena, map, "indicators", indicators);
    value_put(maker->arena, map, "questions", questions);
    put_whole(maker, map, "indicator_count", indicators->list.count);
    put_whole(maker, map, "question_count", questions->list.count);
}

static void put_score_and_total(struct maker *maker, struct value *map, const struct figure *figure,
                                struct decimal total)
{
    struct ratio score = figure->printed;
    put_comparison(maker, map, figure);
    put_ratio(maker, map, "score", score);
    put_ratio(maker, map, "total", total.present ? ratio_hundredths(total.hundredths) : score);
    value_put(maker->arena, map, "announced_total", value_of_decimal(maker->arena, total));
    bool differs = total.present && total.hundredths != ratio_round(figure->computed);
    value_put(maker->arena, map, "total_differs", value_bool(maker->arena, differs));
    value_put(maker->arena, map, "below_target",
              value_bool(maker->arena,
                         ratio_compare(score, ratio_hundredths(
                                                  maker->model->framework.target.hundredths)) < 0));
}

static void fill_part(struct maker *maker, size_t instrument_at, size_t index)
{
    const struct model_instrument *instrument = &maker->model->framework.instrument[instrument_at];
    const struct model_part *part = &instrument->part[index];
    struct value *map = maker->part[instrument_at][index];
    put_text(maker, map, "id", &part->id);
    put_text(maker, map, "name", &part->name);
    put_text(maker, map, "short", &part->name);
    put_text(maker, map, "english", &part->english);
    put_text(maker, map, "about", &part->about);
    put_score_and_total(maker, map, &maker->figures->instrument[instrument_at].part[index].score,
                        part->published_total);
    value_put(maker->arena, map, "weight", value_of_decimal(maker->arena, part->weight));
    value_put(maker->arena, map, "respondents", value_of_whole(maker->arena, part->respondents));
    put_members(maker, map, instrument, index);
    value_put(maker->arena, map, "instrument", maker->instrument[instrument_at]);
    value_put(maker->arena, map, "is_part", value_bool(maker->arena, true));
}

static void fill_instrument(struct maker *maker, size_t index)
{
    const struct model_instrument *instrument = &maker->model->framework.instrument[index];
    struct value *map = maker->instrument[index];
    put_text(maker, map, "id", &instrument->id);
    put_text(maker, map, "name", &instrument->name);
    put_text(maker, map, "short", &instrument->id);
    put_text(maker, map, "english", &instrument->english);
    value_put(maker->arena, map, "about", value_none());
    put_score_and_total(maker, map, &maker->figures->instrument[index].score,
                        instrument->published_total);
    value_put(maker->arena, map, "weight", value_of_decimal(maker->arena, instrument->weight));
    value_put(maker->arena, map, "respondents",
              value_of_whole(maker->arena, instrument->respondents));
    put_members(maker, map, instrument, SIZE_MAX);
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < instrument->parts; i++)
        value_add(maker->arena, parts, maker->part[index][i]);
    value_put(maker->arena, map, "parts", parts);
    value_put(maker->arena, map, "instrument", map);
    value_put(maker->arena, map, "is_part", value_bool(maker->arena, false));
}

/* ---- the whole ---- */

static struct value **make_maps(struct maker *maker, size_t count)
{
    struct value **maps = ARENA_NEW(maker->arena, struct value *, count);
    for (size_t i = 0; i < count; i++)
        maps[i] = value_map(maker->arena);
    return maps;
}

static void make_all(struct maker *maker)
{
    const struct model *model = maker->model;
    size_t instruments = model->framework.instruments;
    maker->question = make_maps(maker, model->questions);
    maker->indicator = make_maps(maker, model->indicators);
    maker->instrument = make_maps(maker, instruments);
    maker->subindicator = ARENA_NEW(maker->arena, struct value **, model->indicators);
    maker->part = ARENA_NEW(maker->arena, struct value **, instruments);
    for (size_t i = 0; i < model->questions; i++)
        fill_question(maker, i);
    for (size_t i = 0; i < model->indicators; i++) {
        size_t subs = model->indicator[i]->subindicators;
        maker->subindicator[i] = make_maps(maker, subs);
        for (size_t s = 0; s < subs; s++)
            fill_subindicator(maker, i, s);
        fill_indicator(maker, i);
    }
    for (size_t i = 0; i < instruments; i++) {
        maker->part[i] = make_maps(maker, model->framework.instrument[i].parts);
        for (size_t p = 0; p < model->framework.instrument[i].parts; p++)
            fill_part(maker, i, p);
        fill_instrument(maker, i);
    }
}

/* A list of all maps, and a map of them by id, under two names. */
static void put_family(struct maker *maker, struct value *facts, const char *plural,
                       const char *singular, struct value *list, const char *key)
{
    struct value *by_id = value_map(maker->arena);
    for (size_t i = 0; i < list->list.count; i++) {
        const struct value *id = value_find(list->list.item[i], key, strlen(key));
        const char *name = id->kind == VALUE_TEXT
                               ? id->text.bytes
                               : arena_printf(maker->arena, "%d", (int)id->whole);
        value_put(maker->arena, by_id, name, list->list.item[i]);
    }
    value_put(maker->arena, facts, plural, list);
    value_put(maker->arena, facts, singular, by_id);
}

static struct value *list_of(struct maker *maker, struct value *const *maps, size_t count)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < count; i++)
        value_add(maker->arena, list, maps[i]);
    return list;
}

/* The instruments, those with parts replaced by their parts. */
static void put_families(struct maker *maker, struct value *facts)
{
    const struct model *model = maker->model;
    size_t instruments = model->framework.instruments;
    struct value *parts = value_list(maker->arena);
    struct value *components = value_list(maker->arena);
    for (size_t i = 0; i < instruments; i++) {
        size_t count = model->framework.instrument[i].parts;
        for (size_t p = 0; p < count; p++) {
            value_add(maker->arena, parts, maker->part[i][p]);
            value_add(maker->arena, components, maker->part[i][p]);
        }
        if (count == 0)
            value_add(maker->arena, components, maker->instrument[i]);
    }
    put_family(maker, facts, "questions", "question",
               list_of(maker, maker->question, model->questions), "id");
    put_family(maker, facts, "indicators", "indicator",
               list_of(maker, maker->indicator, model->indicators), "number");
    put_family(maker, facts, "instruments", "instrument",
               list_of(maker, maker->instrument, instruments), "id");
    put_family(maker, facts, "parts", "part", parts, "id");
    value_put(maker->arena, facts, "components", components);
}

static const struct value *reason_value(struct maker *maker)
{
    const struct figures_reason *reason = &maker->figures->reason;
    if (reason->better == NULL)
        return value_none();
    struct value *map = value_map(maker->arena);
    put_text(maker, map, "better", &reason->better->name);
    put_ratio(maker, map, "needed", reason->needed);
    put_ratio(maker, map, "reached", reason->reached);
    value_put(maker->arena, map, "instrument",
              reason->instrument != NULL
                  ? maker->instrument[instrument_index(maker, reason->instrument)]
                  : value_none());
    value_put(maker->arena, map, "part",
              reason->part != NULL ? part_of(maker, reason->part) : value_none());
    return map;
}

static void put_overall(struct maker *maker, struct value *facts)
{
    const struct figures *figures = maker->figures;
    const struct model_published *published = &maker->model->published;
    struct value *map = value_map(maker->arena);
    put_ratio(maker, map, "score", figures->overall.printed);
    put_comparison(maker, map, &figures->overall);
    const struct text none = {0};
    const struct text *letter = figures->letter != NULL ? &figures->letter->name : &none;
    const struct text *level = figures->outcome != NULL ? &figures->outcome->name : &none;
    put_text(maker, map, "letter", published->letter.bytes != NULL ? &published->letter : letter);
    put_text(maker, map, "level", published->level.bytes != NULL ? &published->level : level);
    value_put(maker->arena, map, "reason", reason_value(maker));
    value_put(maker->arena, facts, "overall", map);
}

static void put_levels(struct maker *maker, struct value *facts)
{
    const struct model_levels *levels = &maker->model->framework.levels;
    struct value *letters = value_list(maker->arena);
    for (size_t i = 0; i < levels->letters; i++) {
        struct value *map = value_map(maker->arena);
        put_text(maker, map, "name", &levels->letter[i].name);
        value_put(maker->arena, map, "from",
                  value_of_decimal(maker->arena, levels->letter[i].from));
        value_put(maker->arena, map, "to", value_of_decimal(maker->arena, levels->letter[i].to));
        value_add(maker->arena, letters, map);
    }
    struct value *outcomes = value_list(maker->arena);
    for (size_t i = 0; i < levels->outcomes; i++) {
        const struct model_outcome *outcome = &levels->outcome[i];
        struct value *map = value_map(maker->arena);
        put_text(maker, map, "name", &outcome->name);
        value_put(maker->arena, map, "overall_from",
                  value_of_decimal(maker->arena, outcome->overall_from));
        value_put(maker->arena, map, "each_from",
                  value_of_decimal(maker->arena, outcome->each_from));
        value_add(maker->arena, outcomes, map);
    }
    struct value *map = value_map(maker->arena);
    value_put(maker->arena, map, "letters", letters);
    value_put(maker->arena, map, "outcomes", outcomes);
    value_put(maker->arena, map, "parts_tested_apart",
              value_bool(maker->arena, levels->parts_tested_apart));
    value_put(maker->arena, facts, "levels", map);
}

static const struct value *advice_value(struct maker *maker, const struct model_advice *advice)
{
    struct value *map = value_map(maker->arena);
    const struct value *question =
        advice->question != NULL ? maker->question[advice->question->number] : value_none();
    value_put(maker->arena, map, "question", question);
    value_put(maker->arena, map, "part",
              advice->part != NULL ? part_of(maker, advice->part) : value_none());
    put_prose(maker, map, "text", &advice->text,
              advice->question != NULL ? value_find(question, "indicator", 9) : NULL);
    return map;
}

/* The recommendations on one instrument: all items, and the runs of items on the same part. */
static const struct value *advice_group_value(struct maker *maker,
                                              const struct model_advice_group *group)
{
    struct value *map = value_map(maker->arena);
    struct value *items = value_list(maker->arena);
    struct value *groups = value_list(maker->arena);
    struct value *run = NULL;
    for (size_t i = 0; i < group->items; i++) {
        const struct value *item = advice_value(maker, &group->item[i]);
        value_add(maker->arena, items, item);
        if (run == NULL || group->item[i].part != group->item[i - 1].part) {
            struct value *row = value_map(maker->arena);
            run = value_list(maker->arena);
            value_put(maker->arena, row, "part", value_find(item, "part", 4));
            value_put(maker->arena, row, "items", run);
            value_add(maker->arena, groups, row);
        }
        value_add(maker->arena, run, item);
    }
    value_put(maker->arena, map, "instrument",
              group->instrument != NULL
                  ? maker->instrument[instrument_index(maker, group->instrument)]
                  : value_none());
    put_prose(maker, map, "introduction", &group->introduction, NULL);
    value_put(maker->arena, map, "items", items);
    value_put(maker->arena, map, "groups", groups);
    return map;
}

static void put_recommendations(struct maker *maker, struct value *facts)
{
    const struct model_recommendations *from = &maker->model->recommendations;
    struct value *map = value_map(maker->arena);
    struct value *instruments = value_list(maker->arena);
    for (size_t i = 0; i < from->groups; i++)
        value_add(maker->arena, instruments, advice_group_value(maker, &from->group[i]));
    put_prose(maker, map, "introduction", &from->introduction, NULL);
    value_put(maker->arena, map, "instruments", instruments);
    value_put(maker->arena, map, "survey",
              value_of_texts(maker->arena, &from->survey, VALUE_TEMPLATE, NULL));
    value_put(maker->arena, facts, "recommendations", map);
}

static void put_ranking(struct maker *maker, struct value *facts)
{
    size_t count = maker->model->indicators;
    struct value *ranking = value_list(maker->arena);
    for (size_t i = 0; i < count; i++) {
        size_t index = (size_t)(maker->figures->ranking[i] - maker->figures->indicator);
        value_add(maker->arena, ranking, maker->indicator[index]);
    }
    value_put(maker->arena, facts, "ranking", ranking);
    value_put(maker->arena, facts, "highest", count > 0 ? ranking->list.item[0] : value_none());
    value_put(maker->arena, facts, "lowest",
              count > 0 ? ranking->list.item[count - 1] : value_none());
}

static void put_edition(struct maker *maker, struct value *facts)
{
    const struct model_edition *edition = &maker->model->edition;
    struct value *agency = value_map(maker->arena);
    put_text(maker, agency, "name", &edition->agency.name);
    put_text(maker, agency, "short_name", &edition->agency.short_name);
    value_put(maker->arena, facts, "agency", agency);
    value_put(maker->arena, facts, "fiscal_year",
              value_of_whole(maker->arena, edition->fiscal_year));
    value_put(maker->arena, facts, "plan_year", value_of_whole(maker->arena, edition->plan_year));
    value_put(maker->arena, facts, "date", value_of_day(maker->arena, edition->date));
    value_put(maker->arena, facts, "cover",
              value_of_texts(maker->arena, &edition->cover, VALUE_TEMPLATE, NULL));
    value_put(maker->arena, facts, "title",
              value_of_texts(maker->arena, &edition->title, VALUE_TEMPLATE, NULL));
}

/* The facts of one edition, without what belongs to the document. */
static struct value *edition_facts(struct maker *maker)
{
    struct arena *arena = maker->arena;
    const struct model_framework *framework = &maker->model->framework;
    struct value *facts = value_map(arena);
    make_all(maker);
    put_edition(maker, facts);
    value_put(arena, facts, "target", value_of_decimal(arena, framework->target));
    value_put(arena, facts, "full_score", value_of_decimal(arena, framework->full_score));
    value_put(arena, facts, "scale", value_of_whole(arena, framework->scale));
    put_overall(maker, facts);
    put_levels(maker, facts);
    put_families(maker, facts);
    put_ranking(maker, facts);
    put_recommendations(maker, facts);
    put_prose(maker, facts, "summary", &maker->model->summary, NULL);
    value_put(arena, facts, "issues", facts_issues(arena, maker->model));
    return facts;
}

/* The earlier edition's indicator of the same number, and instrument of the same id, as `previous`
 * of this one's; not given where there is none. */
static void put_previous(struct maker *maker, struct value *facts, struct maker *earlier)
{
    struct arena *arena = maker->arena;
    value_put(arena, facts, "previous",
              earlier->model != NULL ? edition_facts(earlier) : value_none());
    for (size_t i = 0; i < maker->model->indicators; i++) {
        const struct value *found = value_none();
        int64_t number = maker->model->indicator[i]->number.value;
        for (size_t j = 0; earlier->model != NULL && j < earlier->model->indicators; j++)
            if (earlier->model->indicator[j]->number.value == number)
                found = earlier->indicator[j];
        value_put(arena, maker->indicator[i], "previous", found);
    }
    for (size_t i = 0; i < maker->model->framework.instruments; i++) {
        const struct value *found = value_none();
        const char *id = maker->model->framework.instrument[i].id.bytes;
        for (size_t j = 0; earlier->model != NULL && j < earlier->model->framework.instruments; j++)
            if (strcmp(earlier->model->framework.instrument[j].id.bytes, id) == 0)
                found = earlier->instrument[j];
        value_put(arena, maker->instrument[i], "previous", found);
    }
}

const struct value *facts_make(struct arena *arena, const struct model *model,
                               const struct figures *figures, const struct compose_setup *setup,
                               const struct value *references)
{
    struct maker maker = {.arena = arena, .model = model, .figures = figures};
    struct maker earlier = {.arena = arena, .figures = setup->previous};
    earlier.model = setup->previous != NULL ? setup->previous->model : NULL;
    struct value *facts = edition_facts(&maker);
    put_previous(&maker, facts, &earlier);
    value_put(arena, facts, "draft", facts_draft(arena, setup->draft));
    value_put(arena, facts, "ref", references);
    return facts;
}
