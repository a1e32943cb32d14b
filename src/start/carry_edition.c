/* edition.yaml: years move on, names stay; what belongs to the one report is left out. */
#include <string.h>

#include "base/date.h"
#include "source/file.h"
#include "start/carry.h"

/* A day of so many years later; the 29th of February becomes the 28th where there is none. */
static const char *later_day(const struct carry *carry, const char *text)
{
    static const char *const DAYS[][2] = {{"29", "28"}, {"๒๙", "๒๘"}};
    struct date date;
    const char *later = carry_years(carry, text, false);
    for (size_t i = 0; i < 2 && !date_parse(later, strlen(later), &date); i++) {
        const char *at = strstr(later, DAYS[i][0]);
        if (at != NULL)
            later = arena_printf(carry->arena, "%.*s%s%s", (int)(at - later), later, DAYS[i][1],
                                 at + strlen(DAYS[i][0]));
    }
    return later;
}

static void move_day(const struct carry *carry, struct patch *patch, const struct node *node)
{
    if (node != NULL && node->kind == NODE_SCALAR)
        patch_text(patch, node, later_day(carry, node->text));
}

/* The same for every scalar in a value that is written where it is. */
static void each_scalar(const struct carry *carry, struct patch *patch, const struct node *node,
                        void (*act)(const struct carry *carry, struct patch *patch,
                                    const struct node *node))
{
    if (node == NULL)
        return;
    if (node->kind == NODE_SCALAR)
        act(carry, patch, node);
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            each_scalar(carry, patch, node->item[i], act);
}

static void move_own_years(const struct carry *carry, struct patch *patch, const struct node *node)
{
    patch_text(patch, node, carry_years(carry, carry_placeholders(carry, node->text), true));
}

/* ---- paths ---- */

static const char *from_new(const struct carry *carry, const char *path)
{
    return file_relative(carry->arena, file_real(carry->arena, carry->folder),
                         file_real(carry->arena, path));
}

/* A path from the old folder as it is from the new one. */
static void move_path(const struct carry *carry, struct patch *patch, const struct node *node)
{
    if (node->text[0] != '/')
        patch_text(patch, node,
                   from_new(carry, file_join(carry->arena, carry->from->folder, node->text)));
}

static void set_key(struct patch *patch, const char *key, const char *value)
{
    const struct node *node = node_find(patch->tree, key);
    if (node != NULL)
        patch_text(patch, node, value);
    else
        patch_add(patch, patch->tree, patch->tree->count - 1,
                  arena_printf(patch->arena, "%s: %s", key, value), NULL);
}

/* ---- evidence ---- */

/* Pages stay with their questions, whose ids are new; links are to be looked at. */
static void move_evidence(const struct carry *carry, struct patch *patch)
{
    const struct node *list = node_find(patch->tree, "evidence");
    for (size_t i = 0; list != NULL && list->kind == NODE_LIST && i < list->count; i++) {
        const struct node *id = node_find(list->item[i], "question");
        const struct node *title = node_find(list->item[i], "title");
        if (list->item[i]->parent != list || id == NULL || title == NULL)
            continue;
        const struct scheme_question *before = carry->from->profile.evidence[i].question;
        const struct scheme_question *after = before != NULL ? carry_question(carry, before) : NULL;
        struct edit_change change;
        if (after == NULL &&
            edit_item_delete(patch->arena, patch->tree, list, i, patch->diag, &change))
            patch_bytes(patch, change.start, change.end, "");
        if (after == NULL)
            continue;
        patch_text(patch, id, after->id.bytes);
        carry_rewrite(carry, patch, title);
    }
}

/* ---- all ---- */

static void leave_out(struct patch *patch, const char *key)
{
    const struct node *node = node_find(patch->tree, key);
    if (node == NULL || node->count == 0)
        return;
    const struct node *name = node_key(node);
    const char *text = patch->tree->place.source->text;
    size_t start = name->end + strspn(text + name->end, " ") + 1;
    patch_bytes(patch, start, node->end, " []");
}

static void set_previous(const struct carry *carry, struct patch *patch)
{
    const char *path = from_new(carry, carry->from->folder);
    const struct node *earlier = node_find(patch->tree, "earlier");
    if (earlier == NULL || earlier->kind != NODE_LIST) {
        set_key(patch, "previous", path);
        return;
    }
    struct edit_change change;
    if (edit_item_add(patch->arena, patch->tree, earlier, 0, edit_text(patch->arena, path),
                      patch->diag, &change))
        patch_bytes(patch, change.start, change.end,
                    arena_copy(patch->arena, change.bytes, change.length));
    for (size_t i = 0; i < earlier->count; i++)
        move_path(carry, patch, earlier->item[i]);
    if (node_find(patch->tree, "previous") != NULL)
        set_key(patch, "previous", path);
}

void carry_edition(const struct carry *carry, struct patch *patch)
{
    const struct node *layout = node_find(patch->tree, "layout");
    set_key(patch, "framework", carry->framework);
    if (layout != NULL && strpbrk(layout->text, "/.") != NULL)
        move_path(carry, patch, layout);
    set_key(patch, "fiscal_year",
            carry_years(carry, node_find(patch->tree, "fiscal_year")->text, true));
    move_own_years(carry, patch, node_find(patch->tree, "plan_year"));
    move_day(carry, patch, node_find(patch->tree, "date"));
    const struct node *signature = node_find(patch->tree, "signature");
    if (signature != NULL)
        move_day(carry, patch, node_find(signature, "date"));
    each_scalar(carry, patch, node_find(patch->tree, "cover"), move_own_years);
    each_scalar(carry, patch, node_find(patch->tree, "title"), move_own_years);
    each_scalar(carry, patch, node_find(patch->tree, "foreword"), carry_rewrite);
    move_evidence(carry, patch);
    leave_out(patch, "acknowledge");
    leave_out(patch, "letters");
    set_previous(carry, patch);
}

/* ---- measures.yaml ---- */

static void carry_measure(const struct carry *carry, struct patch *patch,
                          const struct node *measure)
{
    const struct node *name = node_find(measure, "name");
    const struct node *period = node_find(measure, "period");
    if (name != NULL && name->parent == measure)
        carry_rewrite(carry, patch, name);
    each_scalar(carry, patch, node_find(measure, "steps"), carry_keep);
    each_scalar(carry, patch, node_find(measure, "owners"), carry_keep);
    if (period != NULL && period->parent == measure)
        each_scalar(carry, patch, period, move_day);
}

void carry_measures(const struct carry *carry, struct patch *patch)
{
    const struct node *issues = node_find(patch->tree, "issues");
    for (size_t i = 0; issues != NULL && issues->kind == NODE_LIST && i < issues->count; i++) {
        const struct node *issue = issues->item[i];
        const struct node *measures = issue->kind == NODE_MAP ? node_find(issue, "measures") : NULL;
        if (issue->parent != issues || measures == NULL || measures->kind != NODE_LIST)
            continue;
        for (size_t m = 0; m < measures->count; m++)
            if (measures->item[m]->kind == NODE_MAP && measures->item[m]->parent == measures)
                carry_measure(carry, patch, measures->item[m]);
    }
}
