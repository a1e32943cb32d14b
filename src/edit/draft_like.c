/*
 * An entry like another: its first words are given, other words and the items of lists are marked as still to be
 * written, and what is not words (days, numbers, ids) is the same. For lists of which only the file is known.
 */
#include <string.h>

#include "edit/fields.h"
#include "edit/try.h"

static bool is_words(const struct node *node)
{
    enum edit_kind kind;
    return node->kind == NODE_SCALAR && edit_kind_of(node, &kind) &&
           (kind == EDIT_NAME || kind == EDIT_LINE || kind == EDIT_PROSE);
}

static const struct node *later(struct arena *arena)
{
    static const char text[] = EDIT_LATER;
    struct node *node = ARENA_NEW(arena, struct node, 1);
    *node = (struct node){.kind = NODE_SCALAR, .text = text, .length = sizeof text - 1};
    return node;
}

const struct node *edit_like(struct arena *arena, const struct node *like, const char *text)
{
    struct node *map = ARENA_NEW(arena, struct node, 1);
    *map = (struct node){.kind = NODE_MAP, .count = like->count, .key = like->key};
    map->item = ARENA_NEW(arena, const struct node *, like->count);
    bool is_named = false;
    for (size_t i = 0; i < like->count; i++) {
        const struct node *value = like->item[i];
        if (value->kind == NODE_LIST && value->count > 0 && is_words(value->item[0])) {
            map->item[i] = edit_wrap(arena, later(arena), NULL, 0);
        } else if (is_words(value)) {
            map->item[i] = is_named ? later(arena) : edit_text(arena, text);
            is_named = true;
        } else {
            map->item[i] = value;
        }
    }
    return map;
}
