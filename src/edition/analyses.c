/*
 * analyses.c - reads analyses.yaml: a guideline for every question, an analysis for every
 * indicator, and the summary after the ranking.
 *
 * Texts go to the question or indicator they belong to. What is missing is a warning, not an error:
 * a draft is worth looking at before all of it is written.
 */
#include "edition/load.h"
#include "yaml/record_schema.h"

struct analysis {
    struct whole number;
    const struct node *guidelines;
    struct text analysis;
    struct place place;
};

struct analyses {
    struct text summary;
    struct text default_guideline;
    struct analysis *item;
    size_t items;
};

static const struct field analysis_fields[] = {
    {.key = "number",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(analysis, number),
     .low = 1,
     .high = 999,
     .about = "the number of the indicator"},
    {.key = "guidelines",
     .kind = FIELD_NODE,
     RECORD_AT(analysis, guidelines),
     .shape = RECORD_SCHEMA_MAP("text"),
     .about = "what to do about each question, by question id, Markdown"},
    {.key = "analysis",
     .kind = FIELD_PROSE,
     RECORD_AT(analysis, analysis),
     .about = "the paragraphs after the table, Markdown"},
};

static const struct record analysis_record = {
    .name = "analysis of an indicator",
    .thai = "บทวิเคราะห์รายตัวชี้วัด",
    .size = sizeof(struct analysis),
    RECORD_FIELDS(analysis_fields),
    .place_offset = offsetof(struct analysis, place),
};

static const struct field analyses_fields[] = {
    {.key = "summary",
     .kind = FIELD_PROSE,
     RECORD_AT(analyses, summary),
     .about = "the paragraphs after the ranking, Markdown"},
    {.key = "default_guideline",
     .kind = FIELD_PROSE,
     RECORD_AT(analyses, default_guideline),
     .about = "the guideline of every question that has none of its own, Markdown"},
    {.key = "indicators",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(analyses, item, items),
     .record = &analysis_record,
     .about = "one entry an indicator"},
};

const struct record analyses_record = {
    .name = "analyses",
    .thai = "บทวิเคราะห์",
    .size = sizeof(struct analyses),
    RECORD_FIELDS(analyses_fields),
    .place_offset = SIZE_MAX,
};

/* Notes in `told` the questions whose guidelines are wrong, which are not missing. */
static void read_guidelines(struct loader *loader, const struct scheme_indicator *indicator,
                            const struct node *map, bool *told)
{
    if (!record_expect(&loader->reader, map, NODE_MAP, "guidelines"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_question *question =
            lookup_question(loader, map->key[i], (struct lookup_scope){.indicator = indicator});
        if (!question) {
            if (loader->meant_question)
                told[loader->meant_question->index] = true;
            continue;
        }
        if (question->indicator != indicator) {
            diag_say(loader->reader.diag, MESSAGE_GUIDELINE_ELSEWHERE, map->key[i]->place,
                     question->id.bytes, load_number(loader, question->indicator->number.value),
                     load_number(loader, indicator->number.value));
            continue;
        }
        if (record_is_blank(map->item[i]))
            record_no_text(&loader->reader, map->item[i]);
        else
            told[question->index] =
                !record_text(&loader->reader, map->item[i], TEXT_PROSE,
                             &loader->edition->question[question->index].guideline);
    }
}

/* Gives the questions of an indicator that have no guideline that of the file for all such. */
static void take_default(struct loader *loader, const struct scheme_indicator *indicator,
                         const bool *told)
{
    struct edition *edition = loader->edition;
    if (edition->default_guideline.length == 0)
        return;
    for (size_t i = 0; i < edition->scheme->questions; i++) {
        struct edition_question *of = &edition->question[i];
        if (of->question->indicator != indicator || of->guideline.length > 0 || told[i])
            continue;
        of->guideline = edition->default_guideline;
        of->has_default = true;
    }
}

/* Warns of every question of the indicator that has no guideline, at the place given. */
static void check_guidelines(struct loader *loader, const struct scheme_indicator *indicator,
                             struct place place, const bool *told)
{
    const struct edition *edition = loader->edition;
    for (size_t i = 0; i < edition->scheme->questions; i++) {
        const struct scheme_question *question = &edition->scheme->question[i];
        if (question->indicator == indicator && edition->question[i].guideline.length == 0 &&
            !told[i])
            diag_say(loader->reader.diag, MESSAGE_GUIDELINE_MISSING, place, question->id.bytes);
    }
}

static void read_analysis(struct loader *loader, const struct analysis *item,
                          const struct scheme_indicator *indicator)
{
    loader->edition->indicator[indicator->index].analysis = item->analysis;
    bool *told = ARENA_NEW(loader->reader.arena, bool, loader->edition->scheme->questions);
    if (item->guidelines)
        read_guidelines(loader, indicator, item->guidelines, told);
    take_default(loader, indicator, told);
    check_guidelines(loader, indicator, item->guidelines ? item->guidelines->place : item->place,
                     told);
    if (item->analysis.length == 0)
        diag_say(loader->reader.diag, MESSAGE_ANALYSIS_MISSING, item->place,
                 load_number(loader, indicator->number.value));
}

/* The entry before this one that speaks of the same indicator, or NULL. */
static const struct analysis *find_earlier(const struct analyses *analyses, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (analyses->item[i].number.present &&
            analyses->item[i].number.value == analyses->item[index].number.value)
            return &analyses->item[i];
    return NULL;
}

static void read_analyses(struct loader *loader, const struct analyses *analyses)
{
    for (size_t i = 0; i < analyses->items; i++) {
        const struct analysis *item = &analyses->item[i];
        if (!item->number.present)
            continue;
        const struct scheme_indicator *indicator = lookup_indicator(loader, &item->number);
        const struct analysis *earlier = find_earlier(analyses, i);
        if (earlier)
            record_say_twice(&loader->reader, load_number(loader, item->number.value),
                             item->number.place, earlier->number.place);
        else if (indicator)
            read_analysis(loader, item, indicator);
    }
}

/* Warns of every indicator that has no entry at all. */
static void check_indicators(struct loader *loader, const struct analyses *analyses,
                             struct place place)
{
    const struct scheme *scheme = loader->edition->scheme;
    const bool *none = ARENA_NEW(loader->reader.arena, bool, scheme->questions);
    for (size_t i = 0; i < scheme->indicators; i++) {
        int64_t number = scheme->indicator[i].number.value;
        bool given = false;
        for (size_t j = 0; j < analyses->items; j++)
            given = given || analyses->item[j].number.value == number;
        if (given)
            continue;
        take_default(loader, &scheme->indicator[i], none);
        diag_say(loader->reader.diag, MESSAGE_ANALYSIS_MISSING, place, load_number(loader, number));
    }
}

void analyses_load(struct loader *loader)
{
    struct analyses analyses = {0};
    const struct node *node = load_beside(loader, "analyses.yaml");
    if (!node)
        return;
    record_read(&loader->reader, &analyses_record, node, &analyses);
    loader->edition->summary = analyses.summary;
    loader->edition->default_guideline = analyses.default_guideline;
    if (!loader->resolves)
        return;
    const struct node *list = node_find(node, "indicators");
    read_analyses(loader, &analyses);
    check_indicators(loader, &analyses, list ? list->place : node->place);
}
