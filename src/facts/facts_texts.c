/*
 * What an edition says in words: its own names and dates, foreword and signature, the levels of its
 * scheme, the recommendations it was given, and the pages it names as evidence.
 */
#include "facts/facts_maker.h"

/* ---- the levels of the scheme ---- */

void facts_put_levels(struct facts_maker *maker, struct value *facts)
{
    const struct scheme_levels levels = edition_levels(maker->edition);
    struct value *letters = value_list(maker->arena);
    for (size_t i = 0; i < levels.letters; i++) {
        struct value *map = value_map(maker->arena);
        facts_put_text(maker, map, "name", &levels.letter[i].name);
        value_put(maker->arena, map, "from", value_of_decimal(maker->arena, levels.letter[i].from));
        value_put(maker->arena, map, "to", value_of_decimal(maker->arena, levels.letter[i].to));
        value_add(maker->arena, letters, map);
    }
    struct value *outcomes = value_list(maker->arena);
    for (size_t i = 0; i < levels.outcomes; i++) {
        const struct scheme_outcome *outcome = &levels.outcome[i];
        struct value *map = value_map(maker->arena);
        facts_put_text(maker, map, "name", &outcome->name);
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
              value_bool(maker->arena, levels.parts_tested_apart));
    value_put(maker->arena, facts, "levels", map);
}

/* ---- recommendations ---- */

static const struct value *advice_value(struct facts_maker *maker,
                                        const struct edition_advice *advice)
{
    struct value *map = value_map(maker->arena);
    const struct value *question =
        advice->question != NULL ? maker->question[advice->question->index] : value_none();
    value_put(maker->arena, map, "question", question);
    value_put(maker->arena, map, "part",
              advice->part != NULL ? maker->part[advice->part->index] : value_none());
    facts_put_text_of(maker, map, "text", &advice->text,
                      advice->question != NULL ? value_find(question, "indicator", 9) : NULL);
    return map;
}

/* The recommendations on one instrument: all items, and the runs of items on the same part. */
static const struct value *advice_group_value(struct facts_maker *maker,
                                              const struct edition_advice_group *group)
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
              group->instrument != NULL ? maker->instrument[group->instrument->index]
                                        : value_none());
    facts_put_text(maker, map, "introduction", &group->introduction);
    value_put(maker->arena, map, "items", items);
    value_put(maker->arena, map, "groups", groups);
    return map;
}

void facts_put_recommendations(struct facts_maker *maker, struct value *facts)
{
    const struct edition_recommendations *from = &maker->edition->recommendations;
    struct value *map = value_map(maker->arena);
    struct value *instruments = value_list(maker->arena);
    for (size_t i = 0; i < from->groups; i++)
        if (from->group[i].items > 0 || from->group[i].introduction.bytes != NULL)
            value_add(maker->arena, instruments, advice_group_value(maker, &from->group[i]));
    facts_put_text(maker, map, "introduction", &from->introduction);
    value_put(maker->arena, map, "instruments", instruments);
    facts_put_texts(maker, map, "survey", &from->survey);
    value_put(maker->arena, facts, "recommendations", map);
}

/* ---- evidence ---- */

void facts_put_evidence(struct facts_maker *maker, struct value *facts)
{
    const struct edition_profile *edition = &maker->edition->profile;
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < edition->evidences; i++) {
        const struct edition_evidence *item = &edition->evidence[i];
        struct value *map = maker->evidence[i];
        value_put(maker->arena, map, "question",
                  item->question != NULL ? maker->question[item->question->index] : value_none());
        facts_put_text(maker, map, "title", &item->title);
        facts_put_text(maker, map, "url", &item->url);
        value_add(maker->arena, list, map);
    }
    value_put(maker->arena, facts, "evidence", list);
}

/* ---- the edition's own words ---- */

static const struct value *signature_value(struct facts_maker *maker)
{
    const struct edition_signature *signature = &maker->edition->profile.signature;
    if (signature->name.bytes == NULL)
        return value_none();
    struct value *map = value_map(maker->arena);
    facts_put_text(maker, map, "name", &signature->name);
    facts_put_text(maker, map, "position", &signature->position);
    value_put(maker->arena, map, "date", value_of_day(maker->arena, signature->date));
    return map;
}

void facts_put_edition(struct facts_maker *maker, struct value *facts)
{
    const struct edition_profile *edition = &maker->edition->profile;
    struct value *agency = value_map(maker->arena);
    facts_put_text(maker, agency, "name", &edition->agency.name);
    facts_put_text(maker, agency, "short_name", &edition->agency.short_name);
    facts_put_text(maker, agency, "kind", &edition->agency.kind);
    value_put(maker->arena, facts, "agency", agency);
    value_put(maker->arena, facts, "fiscal_year",
              value_of_whole(maker->arena, edition->fiscal_year));
    value_put(maker->arena, facts, "plan_year", value_of_whole(maker->arena, edition->plan_year));
    value_put(maker->arena, facts, "date", value_of_day(maker->arena, edition->date));
    facts_put_text(maker, facts, "emblem", &edition->emblem);
    facts_put_texts(maker, facts, "cover", &edition->cover);
    facts_put_texts(maker, facts, "title", &edition->title);
    facts_put_text(maker, facts, "foreword", &edition->foreword);
    value_put(maker->arena, facts, "signature", signature_value(maker));
}
