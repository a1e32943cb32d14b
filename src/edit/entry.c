/*
 * A new entry of a list of maps has the keys of the one before it: its first words are those that were given, other words
 * and the items of lists wait to be written ("…"), and what is not words (days, numbers, ids) is as in the one before.
 */
#include <string.h>

#include "edit/fields.h"
#include "edit/try.h"

struct entry {
    struct buffer *out;
    const char *text;
    enum edit_style style;
    size_t indent; /* of the keys */
    const char *line_end;
    bool is_named; /* the words were used */
};

static const char LATER[] = "…";

static bool is_words(const struct node *node)
{
    enum edit_kind kind;
    return node->kind == NODE_SCALAR && edit_kind_of(node, &kind) &&
           (kind == EDIT_NAME || kind == EDIT_LINE || kind == EDIT_PROSE);
}

/* As it is in the file; a map or list in lines begins on a line of its own. */
static void add_same(struct entry *entry, const struct node *node)
{
    const char *text = node->place.source->text;
    bool in_lines = (node->kind == NODE_LIST || node->kind == NODE_MAP) && !node_is_bracketed(node);
    if (in_lines) {
        buffer_add_string(entry->out, entry->line_end);
        edit_add_spaces(entry->out, node->place.column - 1);
    } else if (node->end > node->offset) {
        buffer_add_char(entry->out, ' ');
    }
    buffer_add(entry->out, text + node->offset, node->end - node->offset);
}

static void add_list(struct entry *entry)
{
    buffer_add_string(entry->out, entry->line_end);
    edit_add_spaces(entry->out, entry->indent + 2);
    buffer_printf(entry->out, "- %s", LATER);
}

static bool add_value(struct entry *entry, const struct node *node)
{
    bool holds_words = node->kind == NODE_LIST && node->count > 0 && is_words(node->item[0]);
    if (holds_words) {
        add_list(entry);
        return true;
    }
    if (!is_words(node)) {
        add_same(entry, node);
        return true;
    }
    buffer_add_char(entry->out, ' ');
    if (entry->is_named) {
        buffer_add_string(entry->out, LATER);
        return true;
    }
    entry->is_named = true;
    return edit_type(entry->out, entry->style, entry->text, entry->indent + 2, entry->line_end);
}

bool edit_type_entry(struct buffer *out, const struct node *like, const char *text,
                     enum edit_style style)
{
    struct entry entry = {.out = out,
                          .text = text,
                          .style = style,
                          .indent = like->key[0]->place.column - 1,
                          .line_end = edit_line_end(like->place.source)};
    for (size_t i = 0; i < like->count; i++) {
        if (i > 0) {
            buffer_add_string(out, entry.line_end);
            edit_add_spaces(out, entry.indent);
        }
        buffer_printf(out, "%s:", like->key[i]->text);
        if (!add_value(&entry, like->item[i]))
            return false;
    }
    return true;
}
