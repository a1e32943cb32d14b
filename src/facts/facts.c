/*
 * The facts as one map: what facts_scores.c, facts_texts.c and facts_plan.c make of an edition, put
 * together under the names that layouts use, and the same of the earlier edition.
 */
#include "facts/facts.h"

#include <stdlib.h>
#include <string.h>

#include "facts/facts_maker.h"
#include "scheme/match.h"

void facts_put_whole(struct facts_maker *maker, struct value *map, const char *key, size_t number)
{
    value_put(maker->arena, map, key, value_whole(maker->arena, (int64_t)number));
}

void facts_put_ratio(struct facts_maker *maker, struct value *map, const char *key,
                     struct ratio number)
{
    value_put(maker->arena, map, key, value_ratio(maker->arena, number));
}

const char *facts_name(const struct facts_maker *maker, const struct facts_name *name)
{
    return arena_printf(maker->arena, "%s%s%s%s.%s", maker->prefix, name->thing,
                        name->id != NULL ? "." : "", name->id != NULL ? name->id : "",
                        name->member);
}

void facts_put_number(struct facts_maker *maker, struct value *map, const char *key,
                      struct ratio number, const struct facts_name *name, struct place announced)
{
    value_put(maker->arena, map, key,
              value_figure(maker->arena, number, facts_name(maker, name), announced));
}

const struct value *facts_figure(const struct facts_maker *maker, const struct figure *figure,
                                 const struct facts_name *name)
{
    struct place announced = figure->is_announced ? figure->place : (struct place){0};
    if (figure->misses)
        return value_awaited(maker->arena, facts_name(maker, name));
    return value_figure(maker->arena, figure->printed, facts_name(maker, name), announced);
}

void facts_put_figure(struct facts_maker *maker, struct value *map, const char *key,
                      const struct figure *figure, const struct facts_name *name)
{
    value_put(maker->arena, map, key, facts_figure(maker, figure, name));
}

void facts_put_text(struct facts_maker *maker, struct value *map, const char *key,
                    const struct text *text)
{
    facts_put_text_of(maker, map, key, text, NULL);
}

void facts_put_text_of(struct facts_maker *maker, struct value *map, const char *key,
                       const struct text *text, const struct value *owner)
{
    const struct value_sight sight = {owner, maker->facts};
    value_put(maker->arena, map, key, value_of_text(maker->arena, text, sight));
}

void facts_put_texts(struct facts_maker *maker, struct value *map, const char *key,
                     const struct texts *texts)
{
    const struct value_sight sight = {NULL, maker->facts};
    value_put(maker->arena, map, key, value_of_texts(maker->arena, texts, sight));
}

/* A list of all maps, and a map of them by id, under two names. */
static void put_family(struct facts_maker *maker, struct value *facts, const char *plural,
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

static struct value *list_of(struct facts_maker *maker, struct value *const *maps, size_t count)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < count; i++)
        value_add(maker->arena, list, maps[i]);
    return list;
}

/* The instruments, those with parts replaced by their parts. */
static void put_families(struct facts_maker *maker, struct value *facts)
{
    const struct scheme *scheme = maker->edition->scheme;
    struct value *components = value_list(maker->arena);
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        for (size_t p = 0; p < instrument->parts; p++)
            value_add(maker->arena, components, maker->part[instrument->part[p].index]);
        if (instrument->parts == 0)
            value_add(maker->arena, components, maker->instrument[i]);
    }
    put_family(maker, facts, "questions", "question",
               list_of(maker, maker->question, scheme->questions), "id");
    put_family(maker, facts, "indicators", "indicator",
               list_of(maker, maker->indicator, scheme->indicators), "number");
    put_family(maker, facts, "instruments", "instrument",
               list_of(maker, maker->instrument, scheme->instruments), "id");
    put_family(maker, facts, "parts", "part", list_of(maker, maker->part, scheme->parts), "id");
    value_put(maker->arena, facts, "components", components);
}

static const struct value *reason_value(struct facts_maker *maker)
{
    const struct figures_reason *reason = &maker->figures->reason;
    if (reason->better == NULL)
        return value_none();
    struct value *map = value_map(maker->arena);
    facts_put_text(maker, map, "better", &reason->better->name);
    facts_put_ratio(maker, map, "needed", reason->needed);
    facts_put_ratio(maker, map, "reached", reason->reached);
    value_put(maker->arena, map, "instrument",
              reason->instrument != NULL ? maker->instrument[reason->instrument->index]
                                         : value_none());
    value_put(maker->arena, map, "part",
              reason->part != NULL ? maker->part[reason->part->index] : value_none());
    return map;
}

/* A text that is a result itself; where it is not given it may only be not known yet. */
static void put_named_text(struct facts_maker *maker, struct value *map, const char *key,
                           const struct text *text, bool misses)
{
    const struct value *value = value_of_text(maker->arena, text, (struct value_sight){0});
    if (text->bytes == NULL && misses)
        value = value_awaited(maker->arena, key);
    value_put(
        maker->arena, map, key,
        value_named(maker->arena, value, arena_printf(maker->arena, "%s%s", maker->prefix, key)));
}

static void put_overall(struct facts_maker *maker, struct value *facts)
{
    const struct figures *figures = maker->figures;
    const struct edition_published *published = &maker->edition->published;
    struct value *map = value_map(maker->arena);
    const struct facts_name name = {"overall", NULL, "score"};
    facts_put_figure(maker, map, "score", &figures->overall, &name);
    facts_put_comparison(maker, map, &figures->overall, name);
    const struct text none = {0};
    const struct text *letter = figures->letter != NULL ? &figures->letter->name : &none;
    const struct text *level = figures->outcome != NULL ? &figures->outcome->name : &none;
    put_named_text(maker, map, "letter",
                   published->letter.bytes != NULL ? &published->letter : letter,
                   figures->overall.misses && edition_levels(maker->edition).letters > 0);
    put_named_text(maker, map, "level", published->level.bytes != NULL ? &published->level : level,
                   figures->outcome_misses);
    value_put(maker->arena, map, "reason", reason_value(maker));
    value_put(maker->arena, facts, "overall", map);
    const struct scheme *scheme = maker->edition->scheme;
    bool announced = figures->overall.is_announced;
    for (size_t i = 0; i < scheme->instruments; i++)
        announced |= facts_instrument_announced(maker, &scheme->instrument[i]);
    value_put(maker->arena, facts, "has_announced", value_bool(maker->arena, announced));
}

static void put_ranking(struct facts_maker *maker, struct value *facts)
{
    size_t count = maker->edition->scheme->indicators;
    struct value *ranking = value_list(maker->arena);
    for (size_t i = 0; i < count; i++) {
        if (maker->figures->ranking_misses) {
            value_add(maker->arena, ranking, value_awaited(maker->arena, "rank"));
            continue;
        }
        const struct scheme_indicator *indicator = maker->figures->ranking[i]->indicator;
        value_add(maker->arena, ranking, maker->indicator[indicator->index]);
    }
    value_put(maker->arena, facts, "ranking", ranking);
    value_put(maker->arena, facts, "highest", count > 0 ? ranking->list.item[0] : value_none());
    value_put(maker->arena, facts, "lowest",
              count > 0 ? ranking->list.item[count - 1] : value_none());
}

/* The facts of one edition, without what belongs to the document. */
static struct value *edition_facts(struct facts_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct scheme *scheme = maker->edition->scheme;
    struct value *facts = value_map(arena);
    maker->facts = facts;
    facts_make_things(maker);
    facts_put_edition(maker, facts);
    value_put(arena, facts, "target", value_of_decimal(arena, scheme->target));
    value_put(arena, facts, "full_score", value_of_decimal(arena, scheme->full_score));
    value_put(arena, facts, "scale", value_of_whole(arena, scheme->scale));
    put_overall(maker, facts);
    facts_put_levels(maker, facts);
    put_families(maker, facts);
    put_ranking(maker, facts);
    facts_put_recommendations(maker, facts);
    facts_put_evidence(maker, facts);
    facts_put_text(maker, facts, "summary", &maker->edition->summary);
    facts_put_issues(maker, facts);
    facts_put_data(maker, facts);
    return facts;
}

/* The same indicator (by its name) and instrument of the earlier edition, as `previous` of this one's; not given where
 * there is none. */
static void link_previous(struct facts_maker *maker, const struct facts_maker *earlier)
{
    struct arena *arena = maker->arena;
    const struct scheme *scheme = maker->edition->scheme;
    struct scheme_match match = {0};
    if (earlier != NULL)
        match = scheme_match(arena, earlier->edition->scheme, scheme);
    for (size_t i = 0; i < scheme->indicators; i++) {
        const struct scheme_indicator *same = earlier != NULL ? match.indicator[i] : NULL;
        value_put(arena, maker->indicator[i], "previous",
                  same != NULL ? earlier->indicator[same->index] : value_none());
    }
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *same = earlier != NULL ? match.instrument[i] : NULL;
        value_put(arena, maker->instrument[i], "previous",
                  same != NULL ? earlier->instrument[same->index] : value_none());
    }
}

struct year {
    const struct value *facts;
    int64_t year;
    size_t order;
};

static int compare_years(const void *left, const void *right)
{
    const struct year *a = left;
    const struct year *b = right;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* The facts of all editions, the oldest year first. */
static void put_years(struct facts_maker *maker, struct value *facts, const struct year *years,
                      size_t count)
{
    struct year *sorted = ARENA_NEW(maker->arena, struct year, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = years[i];
    qsort(sorted, count, sizeof *sorted, compare_years);
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < count; i++)
        value_add(maker->arena, list, sorted[i].facts);
    value_put(maker->arena, facts, "years", list);
}

/* The earlier editions with their facts: `previous`, the same as the first of `earlier`, and `years`. */
static void put_earlier(struct facts_maker *maker, struct value *facts,
                        const struct figures_list *earlier)
{
    struct arena *arena = maker->arena;
    struct value *list = value_list(arena);
    struct facts_maker *makers = ARENA_NEW(arena, struct facts_maker, earlier->count);
    struct year *years = ARENA_NEW(arena, struct year, earlier->count + 1);
    for (size_t i = 0; i < earlier->count; i++) {
        const struct figures *figures = earlier->item[i];
        makers[i] = (struct facts_maker){
            .arena = arena,
            .edition = figures->edition,
            .figures = figures,
            .prefix = i == 0 ? "previous." : arena_printf(arena, "earlier.%zu.", i + 1)};
        const struct value *of = edition_facts(&makers[i]);
        value_add(arena, list, of);
        years[i] = (struct year){of, figures->edition->profile.fiscal_year.value, i + 1};
    }
    for (size_t i = 0; i < earlier->count; i++)
        link_previous(&makers[i], i + 1 < earlier->count ? &makers[i + 1] : NULL);
    link_previous(maker, earlier->count > 0 ? &makers[0] : NULL);
    years[earlier->count] =
        (struct year){facts, maker->edition->profile.fiscal_year.value, earlier->count + 1};
    value_put(arena, facts, "previous", earlier->count > 0 ? list->list.item[0] : value_none());
    value_put(arena, facts, "earlier", list);
    put_years(maker, facts, years, earlier->count + 1);
    facts_put_comparison_of(maker, facts, earlier->count > 0 ? &makers[0] : NULL);
}

const struct value *facts_make(struct arena *arena, const struct edition *edition,
                               const struct figures *figures, const struct facts_setup *setup)
{
    struct facts_maker maker = {
        .arena = arena, .edition = edition, .figures = figures, .prefix = ""};
    struct value *facts = edition_facts(&maker);
    put_earlier(&maker, facts, &setup->earlier);
    facts_put_draft(&maker, facts, setup->draft);
    value_put(arena, facts, "ref", setup->references);
    return facts;
}
