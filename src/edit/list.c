/*
 * Lists in lines (a hyphen begins each item) and in brackets. An item covers its own bytes, from the hyphen to the end of
 * its last line; blank lines and comments between items are nobody's and stay where they are.
 */
#include <stdio.h>
#include <string.h>

#include "edit/try.h"

/* Bytes of the file. */
struct extent {
    size_t start, end;
};

struct list_edit {
    struct edit_try try;
    const struct node *list;
    const char *text; /* of the file */
    bool in_brackets;
    struct extent *item;
};

static bool say_no_list(struct diag *diag, const struct node *node)
{
    diag_say(diag, MESSAGE_EDIT_NO_LIST, node->place);
    return false;
}

static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* To the end of the line, a remark after the value too. */
static size_t line_end(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] != '\n')
        at++;
    return at > 0 && at < length && text[at - 1] == '\r' ? at - 1 : at;
}

/* The line of an item's hyphen: the nearest above that begins with one at the list's column. False where something
 * else is before the hyphen, as in "- - one". */
static bool find_hyphen(const struct list_edit *edit, const struct node *item, size_t *start)
{
    size_t indent = edit->list->place.column - 1;
    for (size_t at = line_start(edit->text, item->offset);; at = line_start(edit->text, at - 1)) {
        size_t spaces = strspn(edit->text + at, " ");
        if (spaces == indent && edit->text[at + spaces] == '-') {
            *start = at;
            return true;
        }
        if (at <= edit->list->offset)
            return false;
    }
}

static bool find_items(struct list_edit *edit, const struct node *list)
{
    edit->item = ARENA_NEW(edit->try.arena, struct extent, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = list->item[i];
        if (item->parent != list) /* an alias: what is written is elsewhere */
            return false;
        edit->item[i] = (struct extent){item->offset, item->end};
        if (edit->in_brackets)
            continue;
        if (!find_hyphen(edit, item, &edit->item[i].start))
            return false;
        edit->item[i].end = line_end(edit->text, list->place.source->length, item->end);
    }
    return true;
}

/* False after reporting that items cannot be told apart. */
static bool open_list(struct list_edit *edit, struct arena *arena, const struct node *tree,
                      const struct node *list, struct diag *diag)
{
    *edit = (struct list_edit){.try = {.arena = arena, .tree = tree, .at = list},
                               .list = list,
                               .text = list->place.source->text};
    if (list->kind != NODE_LIST)
        return say_no_list(diag, list);
    edit->in_brackets = node_is_bracketed(list);
    return find_items(edit, list) || say_no_list(diag, list);
}

static bool has_item(const struct node *list, size_t of, struct diag *diag)
{
    if (of < list->count)
        return true;
    char number[24];
    snprintf(number, sizeof number, "%zu", of + 1);
    diag_say(diag, MESSAGE_EDIT_NO_ITEM, list->place, number);
    return false;
}

/* What the list is to be: the old items, with room for one more. */
static struct edit_expected *expect(struct list_edit *edit)
{
    struct edit_expected *item =
        ARENA_NEW(edit->try.arena, struct edit_expected, edit->list->count + 1);
    for (size_t i = 0; i < edit->list->count; i++)
        item[i].same = edit->list->item[i];
    edit->try.item = item;
    edit->try.items = edit->list->count;
    return item;
}

static void expect_new(struct list_edit *edit, size_t at, struct edit_expected new)
{
    struct edit_expected *item = expect(edit);
    for (size_t i = edit->try.items; i > at; i--)
        item[i] = item[i - 1];
    item[at] = new;
    edit->try.items++;
}

static bool finish(const struct list_edit *edit, bool fine, struct diag *diag,
                   struct edit_change *out)
{
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_WAY, edit->list->place);
    *out = edit->try.change;
    return fine;
}

/* Puts an item, without the end of its last line, before item `at` or after the last. */
static bool insert(struct list_edit *edit, size_t at, const char *bytes, size_t length)
{
    size_t count = edit->list->count;
    struct buffer out = {0};
    size_t where;
    if (edit->in_brackets && at < count) {
        where = edit->item[at].start;
        buffer_add(&out, bytes, length);
        buffer_add_string(&out, ", ");
    } else if (edit->in_brackets) {
        where = count > 0 ? edit->item[count - 1].end : edit->list->offset + 1;
        buffer_add_string(&out, count > 0 ? ", " : "");
        buffer_add(&out, bytes, length);
    } else if (at == 0) {
        where = edit->item[0].start;
        buffer_add(&out, bytes, length);
        buffer_add_string(&out, edit_line_end(edit->list->place.source));
    } else {
        where = edit->item[at - 1].end;
        buffer_add_string(&out, edit_line_end(edit->list->place.source));
        buffer_add(&out, bytes, length);
    }
    bool fine = edit_try(&edit->try, where, where, &out);
    buffer_free(&out);
    return fine;
}

/* ---- add ---- */

static bool insert_entry(struct list_edit *edit, size_t at, const struct node *entry,
                         enum edit_style style)
{
    size_t indent = edit->list->place.column - 1;
    struct edit_typed typed = {style, indent + EDIT_STEP, edit_line_end(edit->list->place.source),
                               edit->in_brackets};
    struct buffer out = {0};
    if (!edit->in_brackets) {
        edit_add_spaces(&out, indent);
        buffer_add_string(&out, "- ");
    }
    edit_type_entry(&out, entry, &typed);
    bool fine = insert(edit, at, buffer_text(&out), out.length);
    buffer_free(&out);
    return fine;
}

/* In place of one text, a list in lines with that as its first item. */
static bool make_list(struct list_edit *edit, const struct node *entry, enum edit_style style)
{
    const struct node *node = edit->list;
    const char *end = edit_line_end(node->place.source);
    size_t indent = edit_indent(node);
    struct edit_typed typed = {style, indent + EDIT_STEP, end, false};
    struct buffer out = {0};
    buffer_add_string(&out, end);
    edit_add_spaces(&out, indent);
    buffer_add_string(&out, "- ");
    buffer_add(&out, edit->text + node->offset, node->end - node->offset);
    buffer_add_string(&out, end);
    edit_add_spaces(&out, indent);
    buffer_add_string(&out, "- ");
    edit_type_entry(&out, entry, &typed);
    bool fine = edit_try(&edit->try, node->offset, node->end, &out);
    buffer_free(&out);
    return fine;
}

static bool begin_list(struct arena *arena, const struct node *tree, const struct node *node,
                       const struct node *entry, struct diag *diag, struct edit_change *out)
{
    struct edit_expected item[2] = {{.text = edit_trimmed(arena, node->text)}, {.entry = entry}};
    struct list_edit edit = {
        .try = {.arena = arena, .tree = tree, .at = node, .item = item, .items = 2},
        .list = node,
        .text = node->place.source->text};
    bool fine = false;
    for (size_t i = 0; !fine && i < EDIT_ORDERS; i++)
        fine = make_list(&edit, entry, edit_order[i]);
    return finish(&edit, fine, diag, out);
}

bool edit_item_add(struct arena *arena, const struct node *tree, const struct node *list, size_t at,
                   const struct node *entry, struct diag *diag, struct edit_change *out)
{
    if (list->kind == NODE_SCALAR)
        return begin_list(arena, tree, list, entry, diag, out);
    struct list_edit edit;
    if (list->kind == NODE_NULL) {
        edit = (struct list_edit){.try = {.arena = arena}, .list = list};
        bool filled =
            edit_fill(arena, tree, list, edit_wrap(arena, entry, NULL, 0), &edit.try.change);
        return finish(&edit, filled, diag, out);
    }
    if (!open_list(&edit, arena, tree, list, diag))
        return false;
    at = at < list->count ? at : list->count;
    expect_new(&edit, at, (struct edit_expected){.entry = entry});
    bool fine = false;
    for (size_t i = 0; !fine && i < EDIT_ORDERS; i++)
        fine = insert_entry(&edit, at, entry, edit_order[i]);
    return finish(&edit, fine, diag, out);
}

bool edit_item_copy(struct arena *arena, const struct node *tree, const struct node *list,
                    size_t of, struct diag *diag, struct edit_change *out)
{
    struct list_edit edit;
    if (!open_list(&edit, arena, tree, list, diag) || !has_item(list, of, diag))
        return false;
    const struct extent *item = &edit.item[of];
    expect_new(&edit, of + 1, (struct edit_expected){.same = list->item[of]});
    return finish(&edit, insert(&edit, of + 1, edit.text + item->start, item->end - item->start),
                  diag, out);
}

/* ---- delete ---- */

/* With the comma, or the end of the line, that parts it from the others. */
static struct extent extent_to_delete(const struct list_edit *edit, size_t of)
{
    size_t count = edit->list->count;
    struct extent item = edit->item[of];
    size_t length = edit->list->place.source->length;
    if (edit->in_brackets) {
        if (of + 1 < count)
            item.end = edit->item[of + 1].start;
        else if (of > 0)
            item.start = edit->item[of - 1].end;
        return item;
    }
    if (item.end < length)
        item.end += edit->text[item.end] == '\r' ? 2 : 1;
    else if (item.start > 0)
        item.start--;
    return item;
}

bool edit_item_delete(struct arena *arena, const struct node *tree, const struct node *list,
                      size_t of, struct diag *diag, struct edit_change *out)
{
    struct list_edit edit;
    if (!open_list(&edit, arena, tree, list, diag) || !has_item(list, of, diag))
        return false;
    struct edit_expected *item = expect(&edit);
    memmove(item + of, item + of + 1, (list->count - of - 1) * sizeof *item);
    edit.try.items--;
    struct extent extent = extent_to_delete(&edit, of);
    return finish(&edit, edit_try(&edit.try, extent.start, extent.end, &(struct buffer){0}), diag,
                  out);
}

/* ---- move ---- */

/* The item that is to be at a place. */
static size_t item_at(size_t place, size_t of, size_t to)
{
    if (place == to)
        return of;
    if (of < to)
        return place >= of && place < to ? place + 1 : place;
    return place > to && place <= of ? place - 1 : place;
}

bool edit_item_move(struct arena *arena, const struct node *tree, const struct node *list,
                    size_t of, size_t to, struct diag *diag, struct edit_change *out)
{
    struct list_edit edit;
    if (!open_list(&edit, arena, tree, list, diag) || !has_item(list, of, diag) ||
        !has_item(list, to, diag))
        return false;
    struct edit_expected *item = expect(&edit);
    size_t first = of < to ? of : to, last = of < to ? to : of;
    struct buffer bytes = {0};
    for (size_t i = first; i <= last; i++) {
        size_t from = item_at(i, of, to);
        const struct extent *extent = &edit.item[from];
        item[i].same = list->item[from];
        buffer_add(&bytes, edit.text + extent->start, extent->end - extent->start);
        if (i < last) /* what is between two places stays there */
            buffer_add(&bytes, edit.text + edit.item[i].end,
                       edit.item[i + 1].start - edit.item[i].end);
    }
    bool fine = edit_try(&edit.try, edit.item[first].start, edit.item[last].end, &bytes);
    buffer_free(&bytes);
    return finish(&edit, fine, diag, out);
}
