/* The finished tree: finding a key, and the dump. */
#include "yaml/node.h"

#include <string.h>

const struct node *node_find(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->key[i]->text, key) == 0)
            return map->item[i];
    return NULL;
}

static void dump_text(const struct node *scalar, struct buffer *out)
{
    for (size_t i = 0; i < scalar->length; i++) {
        char c = scalar->text[i];
        if (c == '\n')
            buffer_add_string(out, "\\n");
        else if (c == '"' || c == '\\')
            buffer_printf(out, "\\%c", c);
        else if ((unsigned char)c < 0x20)
            buffer_printf(out, "\\x%02X", (unsigned)c);
        else
            buffer_add_char(out, c);
    }
}

static void dump_scalar(const struct node *node, struct buffer *out)
{
    const char *style = node->block ? "block" : node->quoted ? "quoted" : "plain";
    buffer_printf(out, "%s \"", style);
    dump_text(node, out);
    buffer_add_string(out, "\"\n");
}

static void dump(const struct node *node, int depth, struct buffer *out)
{
    buffer_printf(out, "%u:%u ", (unsigned)node->place.line, (unsigned)node->place.column);
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
            dump_text(node->key[i], out);
        buffer_add_string(out, node->kind == NODE_MAP ? ": " : "- ");
        dump(node->item[i], depth + 1, out);
    }
}

void node_dump(const struct node *node, struct buffer *out)
{
    dump(node, 0, out);
}
