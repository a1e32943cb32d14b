/*
 * Findings meet acknowledgements: rule and key path must both be the same. What is acknowledged is
 * handed on as a note with the reason; an acknowledgement, or one place of it, that meets no
 * finding is reported at its own place.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/diag_list.h"
#include "base/nearest.h"

/* The acknowledgement of a finding, or NULL. */
static const struct edition_acknowledgement *find_for(const struct audit *audit, const char *rule,
                                                      const char *path)
{
    const struct edition_profile *edition = &audit->edition->profile;
    for (size_t i = 0; i < edition->acknowledgements; i++) {
        const struct edition_acknowledgement *item = &edition->acknowledgement[i];
        if (item->rule.bytes == NULL || strcmp(item->rule.bytes, rule) != 0)
            continue;
        for (size_t k = 0; k < item->place_keys.count; k++)
            if (strcmp(item->place_keys.item[k].bytes, path) == 0)
                return item;
    }
    return NULL;
}

/* Hands one finding to the collector. */
static void report_finding(struct audit *audit, const struct audit_finding *found, const char *path)
{
    const struct diag_row *row = diag_row(found->code);
    struct diag_remark remark[AUDIT_REMARKS + 1];
    struct diag_finding finding = {.severity = row->severity,
                                   .path = path,
                                   .remark = remark,
                                   .remarks = found->remarks,
                                   .remedy = found->remedy,
                                   .known = found->code == MESSAGE_FIGURE_FOLLOWS};
    for (size_t i = 0; i < found->remarks; i++)
        remark[i] = found->remark[i];
    const struct edition_acknowledgement *item = find_for(audit, row->rule, path);
    if (item != NULL && item->reason.bytes != NULL) {
        const char **reason = ARENA_NEW(audit->arena, const char *, 2);
        reason[0] = item->reason.bytes;
        remark[finding.remarks++] = (struct diag_remark){MESSAGE_ACKNOWLEDGED, reason};
        finding.severity = DIAG_NOTE;
        finding.known = true;
    }
    diag_add_finding(audit->diag, found->code, found->place, found->argument, &finding);
}

static bool is_met(const struct audit *audit, const char *rule, const char *path,
                   const char *const *paths)
{
    for (size_t i = 0; i < audit->findings; i++)
        if (strcmp(diag_row(audit->finding[i].code)->rule, rule) == 0 &&
            strcmp(paths[i], path) == 0)
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
    for (size_t k = 0; k < item->place_keys.count && audit_wants(audit, rule); k++) {
        const struct text *path = &item->place_keys.item[k];
        if (!is_met(audit, rule, path->bytes, paths))
            diag_say(audit->diag, MESSAGE_ACKNOWLEDGEMENT_STALE, path->place, rule, path->bytes);
    }
}

void audit_report(struct audit *audit)
{
    const struct edition_profile *edition = &audit->edition->profile;
    if (audit->findings == 0 && edition->acknowledgements == 0)
        return;
    const char **paths = ARENA_NEW(audit->arena, const char *, audit->findings + 1);
    for (size_t i = 0; i < audit->findings; i++) {
        paths[i] = key_path(audit->arena, audit->finding[i].place, edition->framework.bytes);
        report_finding(audit, &audit->finding[i], paths[i]);
    }
    for (size_t i = 0; i < edition->acknowledgements; i++)
        check_acknowledgement(audit, &edition->acknowledgement[i], paths);
}
