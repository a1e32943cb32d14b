/*
 * Findings meet acknowledgements: rule, key path and content must be the same. What is acknowledged is
 * handed on as a note with the reason; an acknowledgement, or one place of it, that meets no
 * finding is reported at its own place.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/diag_list.h"
#include "base/digit.h"
#include "base/nearest.h"

/* The values of a text in Western digits: what is typed ๒๕๖๖ and said 2566 is the same. */
static const char *western(struct audit *audit, const char *text)
{
    struct buffer out = {0};
    digit_add_text(&out, text, strlen(text), DIGIT_WESTERN);
    const char *copy = arena_copy(audit->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

static bool says(struct audit *audit, const struct audit_finding *found, const char *content)
{
    const char *wanted = western(audit, content);
    for (size_t i = 0; found->argument[i] != NULL; i++)
        if (strstr(western(audit, found->argument[i]), wanted) != NULL)
            return true;
    return false;
}

static bool is_of(const struct audit_finding *found, const char *path, const char *rule,
                  const char *place)
{
    return strcmp(diag_row(found->code)->rule, rule) == 0 && strcmp(path, place) == 0;
}

/* Whether two acknowledgements are of one rule at one place. */
static bool is_of_same(const struct edition_acknowledgement *a,
                       const struct edition_acknowledgement *b)
{
    if (a->rule.bytes == NULL || b->rule.bytes == NULL || strcmp(a->rule.bytes, b->rule.bytes) != 0)
        return false;
    for (size_t i = 0; i < a->place_keys.count; i++)
        for (size_t k = 0; k < b->place_keys.count; k++)
            if (strcmp(a->place_keys.item[i].bytes, b->place_keys.item[k].bytes) == 0)
                return true;
    return false;
}

/* Whether the edition of the year before has the same, and this one does not say that it is of this year and of which
 * value: it came with the folder. */
static bool is_copied(const struct audit *audit, const struct edition_acknowledgement *item)
{
    if (audit->before == NULL || (item->year.present && item->contents.count > 0))
        return false;
    const struct edition_profile *before = &audit->before->edition->profile;
    for (size_t i = 0; i < before->acknowledgements; i++)
        if (is_of_same(item, &before->acknowledgement[i]))
            return true;
    return false;
}

static bool is_of_other_year(const struct audit *audit, const struct edition_acknowledgement *item)
{
    return item->year.present && item->year.value != audit->edition->profile.fiscal_year.value;
}

/* An acknowledgement dies with the year that it is of. */
static bool is_dead(const struct audit *audit, const struct edition_acknowledgement *item)
{
    return is_of_other_year(audit, item) || is_copied(audit, item);
}

/* Whether an acknowledgement lets a finding pass: the one whose content it names; without a content the first of its rule
 * at the place, for what comes into an acknowledged text later is new. */
static bool covers(struct audit *audit, const struct edition_acknowledgement *item, size_t index,
                   const char *const *paths)
{
    const char *rule = item->rule.bytes;
    for (size_t i = 0; i < item->contents.count; i++)
        if (says(audit, &audit->finding[index], item->contents.item[i].bytes))
            return true;
    if (item->contents.count > 0)
        return false;
    for (size_t i = 0; i < index; i++)
        if (is_of(&audit->finding[i], paths[i], rule, paths[index]))
            return false;
    return true;
}

static bool has_place(const struct edition_acknowledgement *item, const char *path)
{
    for (size_t k = 0; k < item->place_keys.count; k++)
        if (strcmp(item->place_keys.item[k].bytes, path) == 0)
            return true;
    return false;
}

/* The acknowledgement of a finding, or NULL; whether one names its rule and place at least. */
static const struct edition_acknowledgement *find_for(struct audit *audit, size_t index,
                                                      const char *const *paths, bool *near)
{
    const struct edition_profile *edition = &audit->edition->profile;
    const char *rule = diag_row(audit->finding[index].code)->rule;
    *near = false;
    for (size_t i = 0; i < edition->acknowledgements; i++) {
        const struct edition_acknowledgement *item = &edition->acknowledgement[i];
        if (item->rule.bytes == NULL || strcmp(item->rule.bytes, rule) != 0 ||
            !has_place(item, paths[index]) || is_dead(audit, item))
            continue;
        if (covers(audit, item, index, paths))
            return item;
        *near = true;
    }
    return NULL;
}

/* Hands one finding to the collector. */
static void report_finding(struct audit *audit, size_t index, const char *const *paths)
{
    const struct audit_finding *found = &audit->finding[index];
    const struct diag_row *row = diag_row(found->code);
    struct diag_remark remark[AUDIT_REMARKS + 2];
    struct diag_finding finding = {.severity = row->severity,
                                   .path = paths[index],
                                   .remark = remark,
                                   .remarks = found->remarks,
                                   .remedy = found->remedy,
                                   .known = found->code == MESSAGE_FIGURE_FOLLOWS};
    for (size_t i = 0; i < found->remarks; i++)
        remark[i] = found->remark[i];
    bool near;
    const struct edition_acknowledgement *item = find_for(audit, index, paths, &near);
    if (item != NULL && item->reason.bytes != NULL) {
        const char **reason = ARENA_NEW(audit->arena, const char *, 2);
        reason[0] = item->reason.bytes;
        remark[finding.remarks++] = (struct diag_remark){MESSAGE_ACKNOWLEDGED, reason};
        finding.severity = DIAG_NOTE;
        finding.known = true;
    } else if (near) {
        static const char *const none[] = {NULL};
        remark[finding.remarks++] = (struct diag_remark){MESSAGE_ACKNOWLEDGED_OTHER, none};
    }
    diag_add_finding(audit->diag, found->code, found->place, found->argument, &finding);
}

static bool is_met(struct audit *audit, const struct edition_acknowledgement *item,
                   const char *path, const char *const *paths)
{
    for (size_t i = 0; i < audit->findings; i++)
        if (is_of(&audit->finding[i], paths[i], item->rule.bytes, path) &&
            covers(audit, item, i, paths))
            return true;
    return false;
}

static const char *nearest_rule(struct audit *audit, const char *name)
{
    const struct audit_rule *rules = audit_rules();
    size_t count = 0;
    while (rules[count].name != NULL)
        count++;
    const char **names = ARENA_NEW(audit->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = rules[i].name;
    const char *nearest = nearest_name(name, names, count);
    return nearest != NULL ? nearest : "-";
}

static void check_acknowledgement(struct audit *audit, const struct edition_acknowledgement *item,
                                  const char *const *paths)
{
    const char *rule = item->rule.bytes;
    if (rule == NULL)
        return; /* reported by the loader */
    if (audit_find(rule) == NULL) {
        diag_say(audit->diag, MESSAGE_ACKNOWLEDGEMENT_RULE, item->rule.place, rule,
                 nearest_rule(audit, rule));
        return;
    }
    const char *year = audit_whole(audit, audit->edition->profile.fiscal_year.value);
    if (is_of_other_year(audit, item))
        diag_say(audit->diag, MESSAGE_ACKNOWLEDGEMENT_YEAR, item->year.place,
                 audit_whole(audit, item->year.value), year);
    else if (is_copied(audit, item))
        diag_say(audit->diag, MESSAGE_ACKNOWLEDGEMENT_COPIED, item->rule.place,
                 audit_whole(audit, audit->before->edition->profile.fiscal_year.value), year);
    for (size_t k = 0;
         k < item->place_keys.count && audit_wants(audit, rule) && !is_dead(audit, item); k++) {
        const struct text *path = &item->place_keys.item[k];
        if (!is_met(audit, item, path->bytes, paths))
            diag_say(audit->diag, MESSAGE_ACKNOWLEDGEMENT_STALE, path->place, rule, path->bytes);
    }
}

void audit_report(struct audit *audit)
{
    const struct edition_profile *edition = &audit->edition->profile;
    if (audit->findings == 0 && edition->acknowledgements == 0)
        return;
    const char **paths = ARENA_NEW(audit->arena, const char *, audit->findings + 1);
    for (size_t i = 0; i < audit->findings; i++)
        paths[i] = key_path(audit->arena, audit->finding[i].place, edition->framework.bytes);
    for (size_t i = 0; i < audit->findings; i++)
        report_finding(audit, i, paths);
    for (size_t i = 0; i < edition->acknowledgements; i++)
        check_acknowledgement(audit, &edition->acknowledgement[i], paths);
}
