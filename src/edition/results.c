/*
 * results.c - reads results.yaml: scores, respondents, announced figures.
 *
 * Most of the file is maps keyed by the scheme's ids; each is walked here key by key, and every
 * value goes straight to the thing it belongs to. A question without a score is reported at the
 * `scores` map, by name; a wrong shape (a score a part where there are no parts, or the other way
 * round) at the score itself.
 */
#include <string.h>

#include "edition/load.h"
#include "yaml/record_schema.h"

struct results_published {
    struct edition_published whole;
    const struct node *instruments;
    const struct node *parts;
    const struct node *totals;
    const struct node *indicators;
    const struct node *subindicators;
    const struct node *ranks;
};

struct results {
    const struct node *respondents;
    const struct node *scores;
    struct results_published published;
    const struct node *recommendations;
};

static const struct field published_fields[] = {
    {.key = "overall",
     .kind = FIELD_DECIMAL,
     RECORD_AT(results_published, whole.overall),
     .about = "the overall score announced"},
    {.key = "letter",
     .kind = FIELD_LITERAL,
     RECORD_AT(results_published, whole.letter),
     .about = "the letter announced"},
    {.key = "level",
     .kind = FIELD_LITERAL,
     RECORD_AT(results_published, whole.level),
     .about = "the level announced"},
    {.key = "instruments",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, instruments),
     .shape = RECORD_SCHEMA_MAP("score"),
     .about = "the scores of instruments announced, by id"},
    {.key = "parts",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, parts),
     .shape = RECORD_SCHEMA_MAP("score"),
     .about = "the scores of parts announced, by id"},
    {.key = "totals",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, totals),
     .shape = RECORD_SCHEMA_MAP("score"),
     .about = "the total lines of the indicator tables, by instrument or part"},
    {.key = "indicators",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, indicators),
     .shape = RECORD_SCHEMA_MAP("scores"),
     .about = "the scores of indicators announced, by number: a score, or {score, PART …}"},
    {.key = "subindicators",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, subindicators),
     .shape = RECORD_SCHEMA_MAP("score"),
     .about = "the scores of sub-indicators announced, by number in quotes"},
    {.key = "ranks",
     .kind = FIELD_NODE,
     RECORD_AT(results_published, ranks),
     .shape = RECORD_SCHEMA_MAP("whole"),
     .about = "the ranks announced: indicator: rank"},
    {.key = "highest",
     .kind = FIELD_DECIMAL,
     RECORD_AT(results_published, whole.highest),
     .about = "the highest indicator score announced"},
    {.key = "lowest",
     .kind = FIELD_DECIMAL,
     RECORD_AT(results_published, whole.lowest),
     .about = "the lowest indicator score announced"},
};

static const struct record published_record = {
    .name = "published",
    .thai = "ผลที่ประกาศ",
    .size = sizeof(struct results_published),
    RECORD_FIELDS(published_fields),
    .place_offset = SIZE_MAX,
};

static const struct field results_fields[] = {
    {.key = "respondents",
     .kind = FIELD_NODE,
     RECORD_AT(results, respondents),
     .shape = RECORD_SCHEMA_MAP("whole"),
     .about = "how many answered, by instrument or part"},
    {.key = "scores",
     .kind = FIELD_NODE,
     .required = true,
     RECORD_AT(results, scores),
     .shape = RECORD_SCHEMA_MAP("scores"),
     .about = "the score of every question; one a part where the instrument has parts"},
    {.key = "published",
     .kind = FIELD_RECORD,
     RECORD_AT(results, published),
     .record = &published_record,
     .about = "the figures officially announced"},
    {.key = "recommendations",
     .kind = FIELD_NODE,
     RECORD_AT(results, recommendations),
     .record = &recommendations_record,
     .about = "what the assessor and the survey recommend"},
};

const struct record results_record = {
    .name = "results",
    .thai = "ผลการประเมิน",
    .size = sizeof(struct results),
    RECORD_FIELDS(results_fields),
    .place_offset = SIZE_MAX,
};

/* A map that may be left out; false when there is nothing to walk. */
static bool map_given(struct loader *loader, const struct node *node, const char *what)
{
    return node && loader->resolves && record_expect(&loader->reader, node, NODE_MAP, what);
}

/* ---- respondents ---- */

static void read_respondents(struct loader *loader, const struct node *map)
{
    struct edition *edition = loader->edition;
    if (!map_given(loader, map, "respondents"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        struct lookup_respondent of;
        if (!lookup_respondent(loader, map->key[i], false, &of))
            continue;
        struct whole *out = of.part ? &edition->part[of.part->index].respondents
                                    : &edition->instrument[of.instrument->index].respondents;
        if (map->item[i]->kind != NODE_NULL)
            record_whole(&loader->reader, map->item[i], 1, 10000000, out);
    }
}

/* ---- scores ---- */

/* Notes that a score is not typed yet, or reports it. */
static void say_missing(struct loader *loader, const struct scheme_question *question,
                        const struct scheme_part *part, struct place place)
{
    struct edition *edition = loader->edition;
    if (loader->setup->scores_may_miss) {
        edition->missing = arena_room(loader->reader.arena, edition->missing, edition->missings,
                                      &edition->missing_room, sizeof *edition->missing);
        edition->missing[edition->missings++] = (struct edition_missing){question, part, place};
        return;
    }
    if (part != NULL)
        diag_say(loader->reader.diag, MESSAGE_SCORE_MISSING_PART, place, question->id.bytes,
                 part->id.bytes, scheme_part_name(part));
    else
        diag_say(loader->reader.diag, MESSAGE_SCORE_MISSING, place, question->id.bytes);
}

static void read_part_scores(struct loader *loader, const struct scheme_question *question,
                             const struct node *id, const struct node *map)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    struct decimal *score = loader->edition->question[question->index].score;
    bool *seen = ARENA_NEW(loader->reader.arena, bool, instrument->parts);
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_part *part = lookup_part_of(loader, instrument, map->key[i]);
        if (!part) {
            if (loader->meant_part && loader->meant_part->instrument == instrument)
                seen[scheme_slot(loader->meant_part)] = true;
            continue;
        }
        seen[scheme_slot(part)] = map->item[i]->kind != NODE_NULL;
        if (seen[scheme_slot(part)])
            load_score(loader, map->item[i], &score[scheme_slot(part)]);
    }
    for (size_t p = 0; p < instrument->parts; p++)
        if (!seen[p])
            say_missing(loader, question, &instrument->part[p], id->place);
}

static void read_score(struct loader *loader, const struct scheme_question *question,
                       const struct node *id, const struct node *value)
{
    struct diag *diag = loader->reader.diag;
    const struct scheme_instrument *instrument = question->indicator->instrument;
    if (value->kind == NODE_NULL)
        say_missing(loader, question, NULL, id->place);
    else if (value->kind == NODE_MAP && instrument->parts == 0)
        diag_say(diag, MESSAGE_SCORE_PARTED, value->place, question->id.bytes,
                 instrument->id.bytes);
    else if (value->kind == NODE_SCALAR && instrument->parts > 0)
        diag_say(diag, MESSAGE_SCORE_UNPARTED, value->place, question->id.bytes,
                 instrument->id.bytes, load_part_names(loader, instrument));
    else if (value->kind == NODE_MAP)
        read_part_scores(loader, question, id, value);
    else
        load_score(loader, value, loader->edition->question[question->index].score);
}

static void read_scores(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "scores"))
        return;
    const struct scheme *scheme = loader->edition->scheme;
    bool *seen = ARENA_NEW(loader->reader.arena, bool, scheme->questions);
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_question *question =
            lookup_question(loader, map->key[i], (struct lookup_scope){0});
        if (!question) {
            if (loader->meant_question)
                seen[loader->meant_question->index] = true;
            continue;
        }
        seen[question->index] = true;
        read_score(loader, question, map->key[i], map->item[i]);
    }
    for (size_t q = 0; q < scheme->questions; q++)
        if (!seen[q])
            say_missing(loader, &scheme->question[q], NULL, map->place);
}

/* ---- announced figures ---- */

/* A key without a value has not been announced yet. */
static void read_announced(struct loader *loader, const struct node *node, struct decimal *out)
{
    if (node->kind != NODE_NULL)
        load_score(loader, node, out);
}

static void read_instruments(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "instruments"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_instrument *instrument = lookup_instrument(loader, map->key[i]);
        if (instrument)
            read_announced(loader, map->item[i],
                           &loader->edition->instrument[instrument->index].published);
    }
}

static void read_parts(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "parts"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_part *part = lookup_part(loader, map->key[i]);
        if (part)
            read_announced(loader, map->item[i], &loader->edition->part[part->index].published);
    }
}

static void read_totals(struct loader *loader, const struct node *map)
{
    struct edition *edition = loader->edition;
    if (!map_given(loader, map, "totals"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        struct lookup_respondent of;
        if (!lookup_respondent(loader, map->key[i], true, &of))
            continue;
        read_announced(loader, map->item[i],
                       of.part ? &edition->part[of.part->index].published_total
                               : &edition->instrument[of.instrument->index].published_total);
    }
}

static void read_indicator_parts(struct loader *loader, struct edition_indicator *out,
                                 const struct node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = map->key[i];
        if (strcmp(key->text, "score") == 0) {
            read_announced(loader, map->item[i], &out->published);
            continue;
        }
        const struct scheme_part *part = lookup_part_of(loader, out->indicator->instrument, key);
        if (part)
            read_announced(loader, map->item[i], &out->published_part[scheme_slot(part)]);
    }
}

static void read_indicators(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "indicators"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_indicator *indicator = lookup_indicator_key(loader, map->key[i]);
        if (!indicator)
            continue;
        struct edition_indicator *out = &loader->edition->indicator[indicator->index];
        if (map->item[i]->kind == NODE_MAP)
            read_indicator_parts(loader, out, map->item[i]);
        else
            read_announced(loader, map->item[i], &out->published);
    }
}

static void read_subindicators(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "subindicators"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_subindicator *subindicator = lookup_subindicator(loader, map->key[i]);
        if (subindicator)
            read_announced(loader, map->item[i],
                           &loader->edition->subindicator[subindicator->index].published);
    }
}

static void read_ranks(struct loader *loader, const struct node *map)
{
    if (!map_given(loader, map, "ranks"))
        return;
    int64_t last = (int64_t)loader->edition->scheme->indicators;
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_indicator *indicator = lookup_indicator_key(loader, map->key[i]);
        if (indicator && map->item[i]->kind != NODE_NULL)
            record_whole(&loader->reader, map->item[i], 1, last,
                         &loader->edition->indicator[indicator->index].stated_rank);
    }
}

static void read_published(struct loader *loader, const struct results_published *published)
{
    struct edition_published *whole = &loader->edition->published;
    *whole = published->whole;
    load_score_check(loader, &whole->overall);
    load_score_check(loader, &whole->highest);
    load_score_check(loader, &whole->lowest);
    if (whole->letter.bytes)
        lookup_letter(loader, &whole->letter);
    if (whole->level.bytes)
        lookup_outcome(loader, &whole->level);
    read_instruments(loader, published->instruments);
    read_parts(loader, published->parts);
    read_totals(loader, published->totals);
    read_indicators(loader, published->indicators);
    read_subindicators(loader, published->subindicators);
    read_ranks(loader, published->ranks);
}

void results_load(struct loader *loader)
{
    struct results results = {0};
    const struct node *node = load_beside(loader, "results.yaml");
    if (!node)
        return;
    record_read(&loader->reader, &results_record, node, &results);
    read_respondents(loader, results.respondents);
    read_scores(loader, results.scores);
    read_published(loader, &results.published);
    if (results.recommendations)
        recommendations_load(loader, results.recommendations);
}
