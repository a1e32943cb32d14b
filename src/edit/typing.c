/* Texts as they are typed. */
#include <string.h>

#include "base/escape.h"
#include "edit/try.h"

void edit_add_spaces(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_char(out, ' ');
}

const char *edit_line_end(const struct source *source)
{
    const char *first = memchr(source->text, '\n', source->length);
    return first != NULL && first > source->text && first[-1] == '\r' ? "\r\n" : "\n";
}

char *edit_trimmed(struct arena *arena, const char *text)
{
    struct buffer out = {0};
    for (; *text != '\0'; text++)
        if (*text != '\r' || text[1] != '\n')
            buffer_add_char(&out, *text);
    while (out.length > 0 && out.bytes[out.length - 1] == '\n')
        out.length--;
    char *copy = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

/* The column of the dash or the key that it is below, and a step more. */
size_t edit_indent(const struct node *node)
{
    const struct node *key = node_key(node);
    if (key != NULL)
        return key->place.column - 1 + EDIT_STEP;
    if (node->parent != NULL)
        return node->parent->place.column - 1 + EDIT_STEP;
    return 0;
}

enum edit_style edit_style_of(const struct node *scalar)
{
    if (scalar->block)
        return EDIT_BLOCK;
    char c = scalar->place.source->text[scalar->offset];
    if (!scalar->quoted)
        return EDIT_PLAIN;
    return c == '\'' ? EDIT_SINGLE : EDIT_DOUBLE;
}

static void add_single(struct buffer *out, const char *text)
{
    buffer_add_char(out, '\'');
    for (; *text != '\0'; text++)
        buffer_add(out, *text == '\'' ? "''" : text, *text == '\'' ? 2 : 1);
    buffer_add_char(out, '\'');
}

/* A line that begins with a space needs to be told how far the block is indented. */
static void add_block(struct buffer *out, const char *text, size_t indent, const char *line_end)
{
    buffer_add_char(out, '|');
    if (text[strspn(text, "\n")] == ' ')
        buffer_printf(out, "%d", EDIT_STEP);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        buffer_add_string(out, line_end);
        edit_add_spaces(out, length > 0 ? indent : 0);
        buffer_add(out, text, length);
        text += length + (text[length] != '\0');
    }
}

bool edit_type(struct buffer *out, enum edit_style style, const char *text, size_t indent,
               const char *line_end)
{
    bool has_lines = strchr(text, '\n') != NULL;
    switch (style) {
    case EDIT_PLAIN:
        buffer_add_string(out, text);
        return !has_lines && *text != '\0';
    case EDIT_SINGLE:
        add_single(out, text);
        return !has_lines;
    case EDIT_DOUBLE:
        buffer_add_char(out, '"');
        escape_text(out, text, strlen(text));
        buffer_add_char(out, '"');
        return true;
    case EDIT_BLOCK:
    case EDIT_STYLES:
        break;
    }
    add_block(out, text, indent, line_end);
    return *text != '\0';
}
