/* Trees as they are typed: a map or list in lines, or in brackets; a short map of single values is in braces. */
#include <string.h>

#include "edit/try.h"

const enum edit_style edit_order[EDIT_ORDERS] = {EDIT_PLAIN, EDIT_BLOCK, EDIT_DOUBLE};

static void add_scalar(struct buffer *out, const struct node *node, const struct edit_typed *typed)
{
    bool has_lines = strchr(node->text, '\n') != NULL;
    enum edit_style style = node->quoted ? typed->style : EDIT_PLAIN;
    if (style == EDIT_BLOCK && (typed->in_brackets || !has_lines))
        style = typed->in_brackets ? EDIT_DOUBLE : EDIT_PLAIN;
    edit_type(out, style, node->text, typed->indent, typed->line_end);
}

static bool is_short(const struct node *map)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->item[i]->kind != NODE_SCALAR)
            return false;
    return map->kind == NODE_MAP;
}

static void add_in_brackets(struct buffer *out, const struct node *node,
                            const struct edit_typed *typed)
{
    struct edit_typed inside = *typed;
    inside.in_brackets = true;
    if (node->kind == NODE_SCALAR) {
        add_scalar(out, node, &inside);
        return;
    }
    buffer_add_char(out, node->kind == NODE_MAP ? '{' : '[');
    for (size_t i = 0; i < node->count; i++) {
        buffer_add_string(out, i > 0 ? ", " : "");
        if (node->kind == NODE_MAP)
            buffer_printf(out, "%s: ", node->key[i]->text);
        add_in_brackets(out, node->item[i], &inside);
    }
    buffer_add_char(out, node->kind == NODE_MAP ? '}' : ']');
}

static void add_line(struct buffer *out, const struct edit_typed *typed)
{
    buffer_add_string(out, typed->line_end);
    edit_add_spaces(out, typed->indent);
}

/* After a key's colon. A short map inside an entry is in braces. */
static void add_member(struct buffer *out, const struct node *node, const struct edit_typed *typed)
{
    if (is_short(node) && node->count > 1) {
        buffer_add_char(out, ' ');
        add_in_brackets(out, node, typed);
    } else {
        edit_type_value(out, node, typed);
    }
}

/* The first line begins where the pen is. */
void edit_type_entry(struct buffer *out, const struct node *entry, const struct edit_typed *typed)
{
    struct edit_typed inside = *typed;
    inside.indent += EDIT_STEP;
    if (typed->in_brackets) {
        add_in_brackets(out, entry, typed);
    } else if (entry->kind == NODE_SCALAR) {
        add_scalar(out, entry, typed);
    } else if (entry->kind == NODE_MAP) {
        for (size_t i = 0; i < entry->count; i++) {
            if (i > 0)
                add_line(out, typed);
            buffer_printf(out, "%s:", entry->key[i]->text);
            add_member(out, entry->item[i], &inside);
        }
    } else {
        for (size_t i = 0; i < entry->count; i++) {
            if (i > 0)
                add_line(out, typed);
            buffer_add_string(out, "- ");
            edit_type_entry(out, entry->item[i], &inside);
        }
    }
}

void edit_type_value(struct buffer *out, const struct node *node, const struct edit_typed *typed)
{
    if (typed->in_brackets || node->kind == NODE_SCALAR)
        buffer_add_char(out, ' ');
    else
        add_line(out, typed);
    edit_type_entry(out, node, typed);
}
