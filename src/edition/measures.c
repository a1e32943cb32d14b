/*
 * measures.c - reads measures.yaml: the issues of the plan year, each with its measures.
 *
 * The tables fill the edition directly. Checked beyond them: a number used twice, an issue without
 * measures, a measure without steps or owners, a period that ends before it starts. Whether a
 * period lies in the plan year is a question for the audit.
 */
#include "edition/load.h"

struct measures {
    struct edition_issue *issue;
    size_t issues;
};

static const struct field period_fields[] = {
    {.key = "from",
     .kind = FIELD_DATE,
     .required = true,
     RECORD_AT(edition_period, from),
     .about = "the first day"},
    {.key = "to",
     .kind = FIELD_DATE,
     .required = true,
     RECORD_AT(edition_period, to),
     .about = "the last day"},
};

static const struct record period_record = {
    .name = "period",
    .thai = "ระยะเวลา",
    .size = sizeof(struct edition_period),
    RECORD_FIELDS(period_fields),
    .place_offset = offsetof(struct edition_period, place),
};

static const struct field measure_fields[] = {
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(edition_measure, name),
     .about = "the measure"},
    {.key = "steps",
     .kind = FIELD_PROSES,
     RECORD_AT(edition_measure, steps),
     .about = "its steps in order"},
    {.key = "period",
     .kind = FIELD_RECORD,
     .required = true,
     RECORD_AT(edition_measure, period),
     .record = &period_record,
     .about = "when it is carried out"},
    {.key = "owners",
     .kind = FIELD_TEMPLATES,
     RECORD_AT(edition_measure, owners),
     .about = "the units responsible"},
};

static const struct record measure_record = {
    .name = "measure",
    .thai = "มาตรการ",
    .size = sizeof(struct edition_measure),
    RECORD_FIELDS(measure_fields),
    .place_offset = offsetof(struct edition_measure, place),
};

static const struct field issue_fields[] = {
    {.key = "number",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(edition_issue, number),
     .low = 1,
     .high = 999,
     .about = "its number"},
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     RECORD_AT(edition_issue, name),
     .about = "the issue as the scheme names it"},
    {.key = "focus",
     .kind = FIELD_TEMPLATE,
     RECORD_AT(edition_issue, focus),
     .about = "the first column of its table; the name when left out"},
    {.key = "measures",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(edition_issue, measure, measures),
     .record = &measure_record,
     .about = "its measures"},
};

static const struct record issue_record = {
    .name = "issue",
    .thai = "ประเด็น",
    .size = sizeof(struct edition_issue),
    RECORD_FIELDS(issue_fields),
    .place_offset = offsetof(struct edition_issue, place),
};

static const struct field measures_fields[] = {
    {.key = "issues",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(measures, issue, issues),
     .record = &issue_record,
     .about = "the issues"},
};

const struct record measures_record = {
    .name = "measures",
    .thai = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    .size = sizeof(struct measures),
    RECORD_FIELDS(measures_fields),
    .place_offset = SIZE_MAX,
};

static const char *name_of(const struct text *name)
{
    return name->bytes ? name->bytes : "";
}

static void check_measure(struct loader *loader, const struct edition_measure *measure)
{
    struct diag *diag = loader->reader.diag;
    const struct edition_period *period = &measure->period;
    if (measure->steps.count == 0)
        diag_say(diag, MESSAGE_STEPS_NONE, measure->place, name_of(&measure->name));
    if (measure->owners.count == 0)
        diag_say(diag, MESSAGE_OWNERS_NONE, measure->place, name_of(&measure->name));
    if (period->from.present && period->to.present &&
        date_compare(period->to.date, period->from.date) < 0)
        diag_say(diag, MESSAGE_PERIOD_BACKWARDS, period->to.place);
}

static void check_issue(struct loader *loader, size_t index)
{
    struct edition_issue *issue = &loader->edition->issue[index];
    if (!issue->focus.bytes)
        issue->focus = issue->name;
    if (issue->measures == 0)
        diag_say(loader->reader.diag, MESSAGE_MEASURES_NONE, issue->place,
                 load_number(loader, issue->number.value));
    for (size_t i = 0; i < issue->measures; i++)
        check_measure(loader, &issue->measure[i]);
    for (size_t i = 0; i < index; i++) {
        const struct whole *other = &loader->edition->issue[i].number;
        if (issue->number.present && other->present && issue->number.value == other->value) {
            record_say_twice(&loader->reader, load_number(loader, other->value),
                             issue->number.place, other->place);
            break;
        }
    }
}

void measures_load(struct loader *loader)
{
    struct measures measures = {0};
    const struct node *node = load_beside(loader, "measures.yaml");
    if (!node)
        return;
    record_read(&loader->reader, &measures_record, node, &measures);
    const struct node *list = node_find(node, "issues");
    if (list != NULL && list->kind == NODE_LIST && list->count == 0)
        diag_say(loader->reader.diag, MESSAGE_ISSUES_NONE, list->place);
    loader->edition->issue = measures.issue;
    loader->edition->issues = measures.issues;
    for (size_t i = 0; i < measures.issues; i++)
        check_issue(loader, i);
}
