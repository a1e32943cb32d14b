/*
 * What is asked to be written. A value goes by its path, which survives edits elsewhere, and by what it was when it was
 * seen; edit/ does the writing and keeps the journal.
 */
#include <stdlib.h>
#include <string.h>

#include "desk/desk_state.h"
#include "edit/lists.h"

enum { MOST_CHANGES = 400 };

static const char *const RESULTS[] = {[EDITOR_DONE] = "done",
                                      [EDITOR_SAME] = "same",
                                      [EDITOR_REFUSED] = "refused",
                                      [EDITOR_CHANGED] = "changed",
                                      [EDITOR_UNWRITTEN] = "unwritten"};

void edits_reply(const struct call *call, enum editor_result result, const struct diag *diag)
{
    struct buffer out = {0};
    struct json json = {.out = &out};
    call->desk->is_written = call->desk->is_written || result == EDITOR_DONE;
    json_open(&json, NULL, '{');
    json_string(&json, "result", RESULTS[result]);
    if (diag != NULL)
        view_messages(&json, "messages", diag, call->desk->setup.language);
    json_close(&json, '}');
    call_reply_json(call, &out);
    buffer_free(&out);
}

/* After what was just written, the next change is one of the edition as it is now. */
static void catch_up(struct desk *desk)
{
    if (desk->is_written)
        report_make(desk->report);
    desk->is_written = false;
}

bool edits_may_write(const struct call *call)
{
    if (call->desk->setup.read_only) {
        call_reply_text(call, 403, "read only");
        return false;
    }
    catch_up(call->desk);
    return true;
}

static const char *field(const struct call *call, const char *name)
{
    const char *value = http_field(call->request, call->arena, name);
    return value != NULL ? value : "";
}

/* As the files are now. */
static const struct edition *edition_of(const struct call *call)
{
    return report_latest(call->desk->report)->edition;
}

void edits_apply(const struct call *call, const struct edit_change *change)
{
    struct job trial = {0};
    enum editor_result result = editor_apply(call->desk->editor, change, &trial);
    edits_reply(call, result, result == EDITOR_DONE ? NULL : trial.diag);
    job_done(&trial);
}

/* Answers a change that could not be made, for reasons that are said. */
static void refuse(const struct call *call, struct diag *diag)
{
    edits_reply(call, EDITOR_REFUSED, diag);
}

/* Whether a value is what it was when it was seen. */
static bool is_as_seen(const struct node *node, const char *seen)
{
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    return seen == NULL || strcmp(text, seen) == 0;
}

/* ---- one value ---- */

void edits_value(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    const struct node *tree = NULL;
    const struct node *node = edit_find(edition_of(call), field(call, "path"), &tree);
    struct diag *diag = diag_new();
    struct edit_change change;
    if (node == NULL || !is_as_seen(node, http_field(call->request, call->arena, "was")))
        edits_reply(call, EDITOR_CHANGED, NULL);
    else if (edit_value(call->arena, tree, node, field(call, "text"), diag, &change))
        edits_apply(call, &change);
    else
        refuse(call, diag);
    diag_free(diag);
}

/* ---- several values of one file ---- */

/* Puts a change into a change of the same file that ends before it. */
static void append(struct buffer *bytes, struct edit_change *whole, const struct edit_change *next)
{
    if (whole->source == NULL)
        *whole = (struct edit_change){.source = next->source, .start = next->start};
    else
        buffer_add(bytes, whole->source->text + whole->end, next->start - whole->end);
    buffer_add(bytes, next->bytes, next->length);
    whole->end = next->end;
}

struct several {
    struct edit_change change[MOST_CHANGES];
    size_t count;
};

/* Keeps the changes in the order of the file. False for another file, or two of one value. */
static bool insert(struct several *several, const struct edit_change *change)
{
    size_t at = several->count;
    if (at == MOST_CHANGES || (at > 0 && several->change[0].source != change->source))
        return false;
    for (; at > 0 && several->change[at - 1].start > change->start; at--)
        several->change[at] = several->change[at - 1];
    if (at > 0 && several->change[at - 1].end > change->start)
        return false;
    several->change[at] = *change;
    several->count++;
    return true;
}

/* "PATH<tab>TEXT", a line each. False after saying why not. */
static bool take_lines(const struct call *call, char *lines, struct several *several,
                       struct diag *diag)
{
    char *rest = lines;
    for (char *line = strtok_r(lines, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        char *text = strchr(line, '\t');
        const struct node *tree = NULL;
        if (text == NULL)
            return false;
        *text++ = '\0';
        const struct node *node = edit_find(edition_of(call), line, &tree);
        struct edit_change change;
        if (node == NULL)
            diag_say(diag, MESSAGE_EDIT_NO_PLACE, (struct place){0}, line);
        if (node == NULL || !edit_value(call->arena, tree, node, text, diag, &change) ||
            !insert(several, &change))
            return false;
    }
    return several->count > 0;
}

void edits_several(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    struct several *several = ARENA_NEW(call->arena, struct several, 1);
    struct diag *diag = diag_new();
    if (take_lines(call, arena_string(call->arena, field(call, "changes")), several, diag)) {
        struct buffer bytes = {0};
        struct edit_change whole = {0};
        for (size_t i = 0; i < several->count; i++)
            append(&bytes, &whole, &several->change[i]);
        whole.bytes = arena_copy(call->arena, buffer_text(&bytes), bytes.length);
        whole.length = bytes.length;
        buffer_free(&bytes);
        edits_apply(call, &whole);
    } else {
        refuse(call, diag);
    }
    diag_free(diag);
}

/* ---- entries of lists ---- */

static const struct node *root_of(const struct node *node)
{
    while (node->parent != NULL)
        node = node->parent;
    return node;
}

/* The change that is asked of the entry that a field is in. */
static bool change_entry(const struct call *call, const struct edit_field *of, struct diag *diag,
                         struct edit_change *change)
{
    struct arena *arena = call->arena;
    const char *act = field(call, "act");
    const struct node *tree = root_of(of->list);
    size_t at = of->index;
    if (strcmp(act, "copy") == 0)
        return edit_item_copy(arena, tree, of->list, at, diag, change);
    if (strcmp(act, "delete") == 0)
        return edit_item_delete(arena, tree, of->list, at, diag, change);
    if (strcmp(act, "up") == 0 && at > 0)
        return edit_item_move(arena, tree, of->list, at, at - 1, diag, change);
    return strcmp(act, "down") == 0 && at + 1 < of->list->count &&
           edit_item_move(arena, tree, of->list, at, at + 1, diag, change);
}

void edits_entry(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    const struct edit_fields fields = edit_fields(call->arena, edition_of(call));
    const struct node *tree = NULL;
    const struct node *node = edit_find(edition_of(call), field(call, "path"), &tree);
    const struct edit_field *of = node != NULL ? edit_field_of(&fields, node) : NULL;
    struct diag *diag = diag_new();
    struct edit_change change;
    if (of == NULL || of->list == NULL ||
        !is_as_seen(node, http_field(call->request, call->arena, "was")))
        edits_reply(call, EDITOR_CHANGED, NULL);
    else if (change_entry(call, of, diag, &change))
        edits_apply(call, &change);
    else
        refuse(call, diag);
    diag_free(diag);
}

/* A new entry of a list: by the list's path, with the number of entries that were seen. */
void edits_add(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    const struct edition *edition = edition_of(call);
    const struct edit_lists lists = edit_lists(call->arena, edition);
    const struct edit_list *list = edit_list_of(&lists, field(call, "path"));
    struct edit_new new = {field(call, "text"), http_field(call->request, call->arena, "about")};
    size_t at = strtoul(field(call, "at"), NULL, 10);
    struct diag *diag = diag_new();
    struct edit_change change;
    if (list == NULL || strtoul(field(call, "count"), NULL, 10) != list->count)
        edits_reply(call, EDITOR_CHANGED, NULL);
    else if (edit_list_add(call->arena, edition, list, at, &new, diag, &change))
        edits_apply(call, &change);
    else
        edits_reply(call, EDITOR_REFUSED, diag);
    diag_free(diag);
}

/* ---- back and again ---- */

static void turn(const struct call *call,
                 enum editor_result (*how)(struct editor *editor, struct diag *diag))
{
    if (!edits_may_write(call))
        return;
    struct diag *diag = diag_new();
    edits_reply(call, how(call->desk->editor, diag), diag);
    diag_free(diag);
}

void edits_undo(const struct call *call)
{
    turn(call, editor_undo);
}

void edits_redo(const struct call *call)
{
    turn(call, editor_redo);
}
