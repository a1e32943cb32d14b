/*
 * A new entry where there is no list to put it into: in place of an empty one or of no value; or with the keys that
 * lead to it, after those that their map has. In lines where that can be, else in brackets.
 */
#include <string.h>

#include "edit/lists.h"
#include "edit/try.h"

/* Where a value with nothing in it begins: after the colon or the hyphen before it, without blanks. */
static size_t start_of(const struct node *hole)
{
    const char *text = hole->place.source->text;
    size_t at = hole->offset;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    return at > 0 && strchr(":-", text[at - 1]) != NULL ? at : hole->offset;
}

static bool fill_in(struct edit_try *try, const struct node *hole, const struct edit_typed *typed)
{
    struct buffer out = {0};
    edit_type_value(&out, try->whole, typed);
    bool fine = edit_try(try, start_of(hole), hole->end, &out);
    buffer_free(&out);
    return fine;
}

bool edit_fill(struct arena *arena, const struct node *tree, const struct node *hole,
               const struct node *value, struct edit_change *out)
{
    struct edit_try try = {.arena = arena, .tree = tree, .at = hole, .whole = value};
    bool fine = false;
    for (size_t i = 0; !fine && i < EDIT_ORDERS; i++) {
        struct edit_typed typed = {edit_order[i], edit_indent(hole),
                                   edit_line_end(hole->place.source), false};
        fine = fill_in(&try, hole, &typed);
    }
    for (size_t i = 0; !fine && i < EDIT_ORDERS; i++) {
        struct edit_typed typed = {.style = edit_order[i], .in_brackets = true};
        fine = fill_in(&try, hole, &typed);
    }
    *out = try.change;
    return fine;
}

/* A key after all others of a map. */
static bool add_key(struct arena *arena, const struct edit_list *list, const struct node *value,
                    struct edit_change *out)
{
    const struct node *map = list->map;
    const char *end = edit_line_end(map->place.source);
    bool in_brackets = node_is_bracketed(map), fine = false;
    size_t indent = map->key[0]->place.column - 1;
    struct edit_try try = {.arena = arena, .tree = list->tree, .at = map, .key = list->key[0]};
    try.item = edit_expect_last(arena, map, (struct edit_expected){.entry = value});
    try.items = map->count + 1;
    for (size_t i = 0; !fine && i < EDIT_ORDERS; i++) {
        struct edit_typed typed = {edit_order[i], indent + EDIT_STEP, end, in_brackets};
        struct buffer bytes = {0};
        if (!in_brackets) {
            buffer_add_string(&bytes, end);
            edit_add_spaces(&bytes, indent);
        }
        buffer_printf(&bytes, "%s:", list->key[0]);
        edit_type_value(&bytes, value, &typed);
        size_t at = edit_after_last(map);
        fine = in_brackets ? edit_try_in_brackets(&try, buffer_text(&bytes))
                           : edit_try(&try, at, at, &bytes);
        buffer_free(&bytes);
    }
    *out = try.change;
    return fine;
}

bool edit_list_add(struct arena *arena, const struct edition *edition, const struct edit_list *list,
                   size_t at, const struct edit_new *new, struct diag *diag,
                   struct edit_change *out)
{
    const struct node *entry = edit_draft(arena, edition, list, new);
    const struct node *node = list->node;
    if (node != NULL && (node->kind == NODE_SCALAR || node->count > 0))
        return edit_item_add(arena, list->tree, node, at, entry, diag, out);
    const struct node *hole = node != NULL ? node : node_find(list->map, list->key[0]);
    const struct node *value =
        edit_wrap(arena, entry, list->key + 1, list->keys > 0 ? list->keys - 1 : 0);
    bool fine = hole != NULL ? edit_fill(arena, list->tree, hole, value, out)
                             : add_key(arena, list, value, out);
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_WAY, list->map->place);
    return fine;
}
