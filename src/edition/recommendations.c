/*
 * recommendations.c - reads `recommendations` of results.yaml.
 *
 * The file names instruments, questions and parts by id; the edition holds pointers. So the tables
 * read into small structs of texts first, and each is then resolved into the edition. An item whose
 * question belongs to another instrument than its group is reported, since it would be printed
 * under the wrong heading.
 */
#include "edition/load.h"

struct advice_item {
    struct text question;
    struct text part;
    struct text text;
    struct place place;
};

struct advice_group {
    struct text id;
    struct text introduction;
    struct advice_item *item;
    size_t items;
    struct place place;
};

struct advice_assessor {
    struct text introduction;
    struct advice_group *group;
    size_t groups;
};

struct advice {
    struct advice_assessor assessor;
    struct texts survey;
};

static const struct field item_fields[] = {
    {.key = "question",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(advice_item, question),
     .about = "the question it is about"},
    {.key = "part",
     .kind = FIELD_LITERAL,
     RECORD_AT(advice_item, part),
     .about = "the part of the instrument it is about"},
    {.key = "text",
     .kind = FIELD_PROSE,
     .required = true,
     RECORD_AT(advice_item, text),
     .about = "the recommendation, Markdown"},
};

static const struct record item_record = {
    .name = "recommendation",
    .thai = "ข้อเสนอแนะ",
    .size = sizeof(struct advice_item),
    RECORD_FIELDS(item_fields),
    .place_offset = offsetof(struct advice_item, place),
};

static const struct field group_fields[] = {
    {.key = "id",
     .kind = FIELD_LITERAL,
     .required = true,
     RECORD_AT(advice_group, id),
     .about = "the instrument"},
    {.key = "introduction",
     .kind = FIELD_PROSE,
     RECORD_AT(advice_group, introduction),
     .about = "the text before the items, Markdown"},
    {.key = "items",
     .kind = FIELD_RECORDS,
     RECORD_LIST(advice_group, item, items),
     .record = &item_record,
     .about = "the recommendations"},
};

static const struct record group_record = {
    .name = "recommendations of an instrument",
    .thai = "ข้อเสนอแนะรายเครื่องมือ",
    .size = sizeof(struct advice_group),
    RECORD_FIELDS(group_fields),
    .place_offset = offsetof(struct advice_group, place),
};

static const struct field assessor_fields[] = {
    {.key = "introduction",
     .kind = FIELD_PROSE,
     RECORD_AT(advice_assessor, introduction),
     .about = "the text before all, Markdown"},
    {.key = "instruments",
     .kind = FIELD_RECORDS,
     RECORD_LIST(advice_assessor, group, groups),
     .record = &group_record,
     .about = "the recommendations by instrument"},
};

static const struct record assessor_record = {
    .name = "recommendations of the assessor",
    .thai = "ข้อเสนอแนะของผู้ประเมิน",
    .size = sizeof(struct advice_assessor),
    RECORD_FIELDS(assessor_fields),
    .place_offset = SIZE_MAX,
};

static const struct field advice_fields[] = {
    {.key = "assessor",
     .kind = FIELD_RECORD,
     RECORD_AT(advice, assessor),
     .record = &assessor_record,
     .about = "what the assessor recommends"},
    {.key = "survey",
     .kind = FIELD_TEMPLATES,
     RECORD_AT(advice, survey),
     .about = "what respondents of the survey recommend"},
};

const struct record recommendations_record = {
    .name = "recommendations",
    .thai = "ข้อเสนอแนะ",
    .size = sizeof(struct advice),
    RECORD_FIELDS(advice_fields),
    .place_offset = SIZE_MAX,
};

static void resolve_item(struct loader *loader, const struct scheme_instrument *instrument,
                         const struct advice_item *item, struct edition_advice *out)
{
    out->text = item->text;
    out->place = item->place;
    if (item->question.node)
        out->question = lookup_question(loader, item->question.node,
                                        (struct lookup_scope){.instrument = instrument});
    if (!instrument)
        return;
    if (out->question && out->question->indicator->instrument != instrument)
        diag_say(loader->reader.diag, MESSAGE_QUESTION_ELSEWHERE, item->question.place,
                 out->question->id.bytes, out->question->indicator->instrument->id.bytes,
                 instrument->id.bytes);
    if (item->part.node)
        out->part = lookup_part_of(loader, instrument, item->part.node);
}

static void resolve_group(struct loader *loader, const struct advice_group *group,
                          struct edition_advice_group *out)
{
    out->introduction = group->introduction;
    out->place = group->place;
    out->instrument = group->id.node ? lookup_instrument(loader, group->id.node) : NULL;
    out->items = group->items;
    out->item = ARENA_NEW(loader->reader.arena, struct edition_advice, group->items);
    for (size_t i = 0; i < group->items; i++)
        resolve_item(loader, out->instrument, &group->item[i], &out->item[i]);
}

/* The first group before this one on the same instrument, or NULL. */
static const struct advice_group *find_earlier(const struct loader *loader,
                                               const struct advice_assessor *assessor, size_t index)
{
    const struct edition_advice_group *group = loader->edition->recommendations.group;
    for (size_t i = 0; i < index; i++)
        if (group[i].instrument == group[index].instrument)
            return &assessor->group[i];
    return NULL;
}

/* One group an instrument: a second one would be printed under the same heading. One that says nothing
 * is not printed. */
static void check_groups(struct loader *loader, const struct advice_assessor *assessor)
{
    const struct edition_advice_group *out = loader->edition->recommendations.group;
    for (size_t i = 0; i < assessor->groups; i++) {
        const struct advice_group *group = &assessor->group[i];
        const struct advice_group *earlier = find_earlier(loader, assessor, i);
        if (!out[i].instrument)
            continue;
        if (earlier)
            record_say_twice(&loader->reader, group->id.bytes, group->id.place, earlier->id.place);
        else if (group->items == 0 && !group->introduction.bytes)
            diag_say(loader->reader.diag, MESSAGE_ADVICE_NONE, group->place, group->id.bytes);
    }
}

void recommendations_load(struct loader *loader, const struct node *node)
{
    struct advice advice = {0};
    struct edition_recommendations *out = &loader->edition->recommendations;
    record_read(&loader->reader, &recommendations_record, node, &advice);
    out->introduction = advice.assessor.introduction;
    out->survey = advice.survey;
    if (!loader->resolves)
        return;
    out->groups = advice.assessor.groups;
    out->group = ARENA_NEW(loader->reader.arena, struct edition_advice_group, out->groups);
    for (size_t i = 0; i < out->groups; i++)
        resolve_group(loader, &advice.assessor.group[i], &out->group[i]);
    check_groups(loader, &advice.assessor);
}
