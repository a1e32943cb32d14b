/* The finished tree: finding a key, and the dump. */
#include "yaml/node.h"

#include <string.h>

#include "base/escape.h"

const struct node *node_find(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->key[i]->text, key) == 0)
            return map->item[i];
    return NULL;
}

const struct node *node_key(const struct node *node)
{
    const struct node *parent = node->parent;
    return parent != NULL && parent->kind == NODE_MAP ? parent->key[node->index] : NULL;
}

static void dump_scalar(const struct node *node, struct buffer *out)
{
    const char *style = node->block ? "block" : node->quoted ? "quoted" : "plain";
    buffer_printf(out, "%s \"", style);
    escape_text(out, node->text, node->length);
    buffer_add_string(out, "\"\n");
}

static void dump(const struct node *node, int depth, struct buffer *out)
{
    struct node_span span = node_span(node);
    buffer_printf(out, "%u:%u-%u:%u ", (unsigned)span.from.line, (unsigned)span.from.column,
                  (unsigned)span.to.line, (unsigned)span.to.column);
    if (node->kind == NODE_NULL) {
        buffer_add_string(out, "null\n");
        return;
    }
    if (node->kind == NODE_SCALAR) {
        dump_scalar(node, out);
        return;
    }
    buffer_printf(out, "%s\n", node->kind == NODE_MAP ? "map" : "list");
    for (size_t i = 0; i < node->count; i++) {
        buffer_printf(out, "%*s", 2 * (depth + 1), "");
        if (node->kind == NODE_MAP)
            escape_text(out, node->key[i]->text, node->key[i]->length);
        buffer_add_string(out, node->kind == NODE_MAP ? ": " : "- ");
        dump(node->item[i], depth + 1, out);
    }
}

void node_dump(const struct node *node, struct buffer *out)
{
    dump(node, 0, out);
}

void node_trees_add(struct arena *arena, struct node_trees *trees, const struct node *tree)
{
    trees->tree = arena_room(arena, trees->tree, trees->count, &trees->room, sizeof(void *));
    trees->tree[trees->count++] = tree;
}
