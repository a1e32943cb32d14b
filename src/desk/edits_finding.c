/*
 * What a card of a finding lets be done: to mend it, or to let it pass. A finding goes by its rule and its place.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "desk/desk_state.h"
#include "edit/mend.h"

enum { MOST_CONTENT = 48 }; /* bytes of a value that says which finding is meant */

static const char *field(const struct call *call, const char *name)
{
    const char *value = http_field(call->request, call->arena, name);
    return value != NULL ? value : "";
}

static const char *rule_of(const struct diag_message *message)
{
    return diag_row(message->code)->rule;
}

/* The finding that was seen. */
static const struct diag_message *find_finding(const struct call *call,
                                               const struct diag_listing *listing)
{
    unsigned long line = strtoul(field(call, "line"), NULL, 10);
    unsigned long column = strtoul(field(call, "column"), NULL, 10);
    for (size_t i = 0; i < listing->count; i++) {
        const struct diag_message *message = listing->entry[i].message;
        struct place place = message->place;
        if (place.source != NULL && place.line == line && place.column == column &&
            strcmp(place.source->path, field(call, "file")) == 0 &&
            strcmp(rule_of(message), field(call, "rule")) == 0)
            return message;
    }
    return NULL;
}

/* Answers with what is to be done about a finding of the report as it is. */
static void change_finding(const struct call *call,
                           bool (*how)(const struct call *call, const struct diag_listing *listing,
                                       const struct diag_message *finding, struct diag *diag,
                                       struct edit_change *out))
{
    if (!edits_may_write(call))
        return;
    struct report *report = call->desk->report;
    report_audit(report);
    if (report->findings == NULL || report->is_broken) {
        edits_reply(call, EDITOR_CHANGED, NULL);
        return;
    }
    struct diag_style style = {.apart = true};
    struct diag_listing listing = diag_list(report->findings, &style);
    const struct diag_message *finding = find_finding(call, &listing);
    struct diag *diag = diag_new();
    struct edit_change change;
    if (finding == NULL)
        edits_reply(call, EDITOR_CHANGED, NULL);
    else if (how(call, &listing, finding, diag, &change))
        edits_apply(call, &change);
    else
        edits_reply(call, EDITOR_REFUSED, diag);
    diag_free(diag);
    diag_listing_free(&listing);
}

/* ---- to let it pass ---- */

static bool has_value(const struct diag_message *message, const char *content)
{
    const char *const *argument = message->argument[DIAG_ENGLISH];
    for (size_t i = 0; argument[i] != NULL; i++)
        if (strstr(argument[i], content) != NULL)
            return true;
    return false;
}

/* Whether another finding of the rule at the place has a value too. */
static bool is_shared(const struct diag_listing *listing, const struct diag_message *finding,
                      const char *content)
{
    for (size_t i = 0; i < listing->count; i++) {
        const struct diag_message *other = listing->entry[i].message;
        if (other != finding && other->path != NULL && strcmp(other->path, finding->path) == 0 &&
            strcmp(rule_of(other), rule_of(finding)) == 0 && has_value(other, content))
            return true;
    }
    return false;
}

/* A value that can be written in a line, in both languages. */
static bool is_plain(const struct diag_message *finding, size_t index)
{
    const char *value = finding->argument[DIAG_ENGLISH][index];
    size_t length = strlen(value);
    return length > 0 && length <= MOST_CONTENT && strpbrk(value, "\r\n\t") == NULL &&
           value[0] != ' ' && value[length - 1] != ' ' &&
           strcmp(value, finding->argument[DIAG_THAI][index]) == 0;
}

static bool is_all_of(const struct node *node, const char *value)
{
    return node != NULL && node->kind == NODE_SCALAR && strcmp(node->text, value) == 0;
}

/*
 * Which finding of the place it is, so that what comes into the place later is new: what is written there, if it is one of
 * the finding's values; else the longest of them that no other finding has.
 */
static const char *content_of(const struct diag_listing *listing,
                              const struct diag_message *finding)
{
    const char *best = NULL;
    for (size_t i = 0; finding->argument[DIAG_ENGLISH][i] != NULL; i++) {
        const char *value = finding->argument[DIAG_ENGLISH][i];
        if (!is_plain(finding, i) || is_shared(listing, finding, value))
            continue;
        if (is_all_of(finding->place.node, value))
            return value;
        if (best == NULL || strlen(value) > strlen(best))
            best = value;
    }
    return best;
}

static bool acknowledge(const struct call *call, const struct diag_listing *listing,
                        const struct diag_message *finding, struct diag *diag,
                        struct edit_change *out)
{
    const struct edition *edition = report_latest(call->desk->report)->edition;
    const struct node *tree = NULL;
    edit_find(edition, "edition.framework", &tree);
    struct edit_acknowledgement what = {rule_of(finding), finding->path, NULL,
                                        field(call, "reason")};
    if (tree == NULL || what.place == NULL || what.reason[0] == '\0')
        return false;
    what.content = content_of(listing, finding);
    return edit_acknowledge(call->arena, tree, &what, diag, out);
}

void edits_acknowledge(const struct call *call)
{
    change_finding(call, acknowledge);
}

/* ---- to mend it ---- */

static bool mend(const struct call *call, const struct diag_listing *listing,
                 const struct diag_message *finding, struct diag *diag, struct edit_change *out)
{
    (void)listing;
    return edit_mend(call->arena, report_latest(call->desk->report)->edition, finding, diag, out);
}

void edits_mend(const struct call *call)
{
    change_finding(call, mend);
}
