/*
 * scheme.c - reads the scheme of a year: instruments, indicators, questions, levels.
 *
 * The tables are the file's grammar. After reading, scheme_link ties the things together and checks
 * what the tables cannot say: ids used twice, things without content. Whether weights and stated
 * counts add up is a question for the audit, not for the loader.
 */
#include "scheme/scheme.h"

#include "scheme/link.h"
#include "source/sources.h"

static const struct field question_fields[] = {
    {.key = "id",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(scheme_question, id),
     .about = "the question's id, such as i1"},
    {.key = "text",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(scheme_question, text),
     .about = "the question's official text"},
};

static const struct record question_record = {
    .name = "question",
    .thai = "ข้อคำถาม",
    .size = sizeof(struct scheme_question),
    RECORD_FIELDS(question_fields),
    .place_offset = offsetof(struct scheme_question, place),
};

static const struct field subindicator_fields[] = {
    {.key = "number",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(scheme_subindicator, number),
     .about = "its number in quotes, such as \"9.1\""},
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(scheme_subindicator, name),
     .about = "its official name"},
    {.key = "topics",
     .kind = FIELD_TEMPLATES,
     RECORD_AT(scheme_subindicator, topics),
     .about = "what it covers, one topic an item"},
    {.key = "stated_questions",
     .kind = FIELD_WHOLE,
     RECORD_AT(scheme_subindicator, stated_questions),
     .low = 0,
     .high = 1000,
     .about = "the number of questions the scheme announces"},
    {.key = "questions",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(scheme_subindicator, question, questions),
     .record = &question_record,
     .about = "its questions"},
};

static const struct record subindicator_record = {
    .name = "sub-indicator",
    .thai = "ตัวชี้วัดย่อย",
    .size = sizeof(struct scheme_subindicator),
    RECORD_FIELDS(subindicator_fields),
    .place_offset = offsetof(struct scheme_subindicator, place),
};

static const struct field indicator_fields[] = {
    {.key = "number",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(scheme_indicator, number),
     .low = 1,
     .high = 999,
     .about = "the indicator's number"},
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(scheme_indicator, name),
     .about = "its official name"},
    {.key = "stated_questions",
     .kind = FIELD_WHOLE,
     RECORD_AT(scheme_indicator, stated_questions),
     .low = 0,
     .high = 1000,
     .about = "the number of questions the scheme announces"},
    {.key = "questions",
     .kind = FIELD_RECORDS,
     RECORD_LIST(scheme_indicator, question, questions),
     .record = &question_record,
     .about = "its questions, when it has no sub-indicators"},
    {.key = "subindicators",
     .kind = FIELD_RECORDS,
     RECORD_LIST(scheme_indicator, subindicator, subindicators),
     .record = &subindicator_record,
     .about = "its sub-indicators"},
};

static const struct record indicator_record = {
    .name = "indicator",
    .thai = "ตัวชี้วัด",
    .size = sizeof(struct scheme_indicator),
    RECORD_FIELDS(indicator_fields),
    .place_offset = offsetof(struct scheme_indicator, place),
};

static const struct field part_fields[] = {
    {.key = "id",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(scheme_part, id),
     .about = "the part's id, such as public"},
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(scheme_part, name),
     .about = "its name"},
    {.key = "english",
     .kind = FIELD_TEMPLATE,
     RECORD_AT(scheme_part, english),
     .about = "its English name"},
    {.key = "about",
     .kind = FIELD_TEMPLATE,
     RECORD_AT(scheme_part, about),
     .about = "who answers it"},
    {.key = "weight",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme_part, weight),
     .low = 1,
     .high = 100000,
     .about = "its share of the full score"},
};

static const struct record part_record = {
    .name = "part",
    .thai = "ส่วนของเครื่องมือ",
    .size = sizeof(struct scheme_part),
    RECORD_FIELDS(part_fields),
    .place_offset = offsetof(struct scheme_part, place),
};

static const struct field instrument_fields[] = {
    {.key = "id",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(scheme_instrument, id),
     .about = "the instrument's id, such as IIT"},
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(scheme_instrument, name),
     .about = "its official name"},
    {.key = "english",
     .kind = FIELD_TEMPLATE,
     RECORD_AT(scheme_instrument, english),
     .about = "its English name"},
    {.key = "weight",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme_instrument, weight),
     .low = 1,
     .high = 100000,
     .about = "its share of the full score"},
    {.key = "stated_questions",
     .kind = FIELD_WHOLE,
     RECORD_AT(scheme_instrument, stated_questions),
     .low = 0,
     .high = 1000,
     .about = "the number of questions the scheme announces"},
    {.key = "parts",
     .kind = FIELD_RECORDS,
     RECORD_LIST(scheme_instrument, part, parts),
     .record = &part_record,
     .about = "its parts, when its questions are asked of several groups"},
    {.key = "indicators",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(scheme_instrument, indicator, indicators),
     .record = &indicator_record,
     .about = "its indicators"},
};

static const struct record instrument_record = {
    .name = "instrument",
    .thai = "เครื่องมือ",
    .size = sizeof(struct scheme_instrument),
    RECORD_FIELDS(instrument_fields),
    .place_offset = offsetof(struct scheme_instrument, place),
};

static const struct field letter_fields[] = {
    {.key = "name",
     .kind = FIELD_WORDING,
     .required = true,
     RECORD_AT(scheme_letter, name),
     .about = "the letter, such as AA"},
    {.key = "from",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme_letter, from),
     .low = 0,
     .high = 100000,
     .about = "the lowest overall score of the band"},
    {.key = "to",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme_letter, to),
     .low = 0,
     .high = 100000,
     .about = "the highest overall score of the band"},
};

const struct record scheme_letter_record = {
    .name = "letter",
    .thai = "ระดับตัวอักษร",
    .size = sizeof(struct scheme_letter),
    RECORD_FIELDS(letter_fields),
    .place_offset = offsetof(struct scheme_letter, place),
};

static const struct field outcome_fields[] = {
    {.key = "name",
     .kind = FIELD_WORDING,
     .required = true,
     RECORD_AT(scheme_outcome, name),
     .about = "the level's name"},
    {.key = "overall_from",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme_outcome, overall_from),
     .low = 0,
     .high = 100000,
     .about = "the lowest overall score"},
    {.key = "each_from",
     .kind = FIELD_DECIMAL,
     RECORD_AT(scheme_outcome, each_from),
     .low = 0,
     .high = 100000,
     .about = "the lowest score of every instrument, where the level needs one"},
};

static const struct record outcome_record = {
    .name = "outcome",
    .thai = "ระดับผลการประเมิน",
    .size = sizeof(struct scheme_outcome),
    RECORD_FIELDS(outcome_fields),
    .place_offset = offsetof(struct scheme_outcome, place),
};

static const struct field levels_fields[] = {
    {.key = "letters",
     .kind = FIELD_RECORDS,
     RECORD_LIST(scheme_levels, letter, letters),
     .record = &scheme_letter_record,
     .about = "the levels by letter, by the overall score alone"},
    {.key = "outcomes",
     .kind = FIELD_RECORDS,
     RECORD_LIST(scheme_levels, outcome, outcomes),
     .record = &outcome_record,
     .about = "the levels by the overall score and every instrument"},
    {.key = "parts_tested_apart",
     .kind = FIELD_BOOL,
     RECORD_AT(scheme_levels, parts_tested_apart),
     .about = "whether the parts of an instrument count as instruments of their own"},
};

static const struct record levels_record = {
    .name = "levels",
    .thai = "ระดับผลการประเมิน",
    .size = sizeof(struct scheme_levels),
    RECORD_FIELDS(levels_fields),
    .place_offset = SIZE_MAX,
};

static const struct field scheme_fields[] = {
    {.key = "fiscal_year",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(scheme, fiscal_year),
     .low = 2500,
     .high = 2700,
     .is_year = true,
     .about = "the fiscal year of the scheme, Buddhist era"},
    {.key = "source",
     .kind = FIELD_WORDING,
     RECORD_AT(scheme, source),
     .about = "where its questions come from, and how far they are official"},
    {.key = "full_score",
     .kind = FIELD_DECIMAL,
     .required = true,
     RECORD_AT(scheme, full_score),
     .low = 100,
     .high = 100000,
     .about = "the highest score"},
    {.key = "scale",
     .kind = FIELD_WHOLE,
     RECORD_AT(scheme, scale),
     .low = 1,
     .high = 100,
     .about = "the highest answer a respondent can give"},
    {.key = "target",
     .kind = FIELD_DECIMAL,
     RECORD_AT(scheme, target),
     .low = 0,
     .high = 100000,
     .about = "the score every indicator should reach"},
    {.key = "stated_issues",
     .kind = FIELD_WHOLE,
     RECORD_AT(scheme, stated_issues),
     .low = 0,
     .high = 999,
     .about = "the number of issues that need measures"},
    {.key = "issues",
     .kind = FIELD_WORDINGS,
     RECORD_AT(scheme, issues),
     .about = "the names of the issues that every agency has measures for"},
    {.key = "instruments",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(scheme, instrument, instruments),
     .record = &instrument_record,
     .about = "the instruments"},
    {.key = "levels",
     .kind = FIELD_RECORD,
     .required = true,
     RECORD_AT(scheme, levels),
     .record = &levels_record,
     .about = "the levels of the result"},
};

const struct record scheme_record = {
    .name = "framework",
    .thai = "กรอบการประเมิน",
    .size = sizeof(struct scheme),
    RECORD_FIELDS(scheme_fields),
    .place_offset = SIZE_MAX,
};

struct scheme *scheme_load(const char *path, struct place from, struct sources *sources,
                           struct diag *diag)
{
    struct arena *arena = arena_new();
    struct record_reader reader = {.arena = arena, .diag = diag, .document = "docs/input.md"};
    const struct source *source = sources_read(sources, path, from, diag);
    const struct node *node = source ? node_parse(arena, source, diag) : NULL;
    if (!node) {
        arena_free(arena);
        return NULL;
    }
    struct scheme *scheme = ARENA_NEW(arena, struct scheme, 1);
    scheme->arena = arena;
    scheme->path = arena_string(arena, path);
    scheme->tree = node;
    record_read(&reader, &scheme_record, node, scheme);
    const struct node *levels = node_find(node, "levels");
    if (levels != NULL && scheme->levels.letters == 0 && scheme->levels.outcomes == 0)
        diag_say(diag, MESSAGE_LEVELS_NONE, levels->place);
    scheme_link(scheme, &reader, node->place);
    return scheme;
}

void scheme_free(struct scheme *scheme)
{
    if (scheme)
        arena_free(scheme->arena);
}

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    return scheme_load(path, from, sources, diag);
}

static void free_kept(void *scheme)
{
    scheme_free(scheme);
}

const struct kept_kind scheme_kind = {make_kept, free_kept};
