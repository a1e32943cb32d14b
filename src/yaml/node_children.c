#include "yaml/node_children.h"
#include "base/digit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yaml/quote.h"

/* ---- a text that commas in { } part ---- */

/* A key without a colon after a text that nothing bounds. */
static bool is_rest(const struct node_children *children, const struct node *parent,
                    const struct node_child *child)
{
    if (child->key == NULL || !node_is_bracketed(parent) || children->count == 0 ||
        child->value->kind != NODE_NULL)
        return false;
    const struct node *before = children->child[children->count - 1].value;
    const char *after = parent->place.source->text + child->key->end;
    return before->kind == NODE_SCALAR && !before->quoted && before->parent == parent &&
           after[strspn(after, " \t\r\n")] != ':';
}

static void say_rest(struct node_children *children, struct diag *diag)
{
    if (children->rest == NULL)
        return;
    const struct node *text = children->child[children->count - 1].value;
    struct buffer whole = {0};
    quote_scalar(&whole, text->place.source->text + text->offset,
                 children->rest_end->end - text->offset);
    diag_say(diag, MESSAGE_YAML_COMMA, node_span(text).to, children->rest->text,
             buffer_text(&whole));
    buffer_free(&whole);
    children->rest = NULL;
}

/* ---- keys ---- */

/* Orders equal keys by their place. Those that differ in the script of their digits only are equal: i2 and i๒. */
static int compare_keys(const void *left, const void *right)
{
    const struct node *a = *(const struct node *const *)left;
    const struct node *b = *(const struct node *const *)right;
    int order = digit_compare(a->text, b->text);
    if (order != 0)
        return order;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

static void check_duplicates(const struct node *map, struct diag *diag)
{
    if (map->count < 2)
        return;
    const struct node **key = memory_zeroed(map->count, sizeof *key);
    memcpy(key, map->key, map->count * sizeof *key);
    qsort(key, map->count, sizeof *key, compare_keys);
    for (size_t i = 1, first = 0; i < map->count; i++) {
        if (digit_compare(key[i]->text, key[first]->text) != 0) {
            first = i;
            continue;
        }
        char line[16];
        snprintf(line, sizeof line, "%u", (unsigned)key[first]->place.line);
        diag_say(diag, MESSAGE_YAML_DUPLICATE, key[i]->place, key[i]->text, line);
    }
    free(key);
}

/* ---- the children ---- */

void node_children_add(struct node_children *children, const struct node *parent,
                       struct node_child child, struct diag *diag)
{
    if (is_rest(children, parent, &child)) {
        children->rest = children->rest != NULL ? children->rest : child.key;
        children->rest_end = child.key;
        return;
    }
    say_rest(children, diag);
    children->child =
        memory_room(children->child, children->count, &children->capacity, sizeof child);
    children->child[children->count++] = child;
}

void node_children_keep(struct node_children *children, struct node *parent, struct arena *arena,
                        struct diag *diag)
{
    bool is_map = parent->kind == NODE_MAP;
    say_rest(children, diag);
    parent->count = children->count;
    parent->item = ARENA_NEW(arena, const struct node *, children->count);
    if (is_map)
        parent->key = ARENA_NEW(arena, const struct node *, children->count);
    for (size_t i = 0; i < children->count; i++) {
        parent->item[i] = children->child[i].value;
        if (is_map)
            parent->key[i] = children->child[i].key;
    }
    if (is_map)
        check_duplicates(parent, diag);
}

void node_children_free(struct node_children *children)
{
    free(children->child);
}
