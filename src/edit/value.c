/*
 * A value is changed between the first and the last letter that differ, in the style it has: so a line that was folded
 * stays folded where it was. Where that does not come out right the whole value is typed again, in its style if that
 * can be, else in quotes or as a block.
 */
#include <string.h>

#include "base/escape.h"
#include "edit/try.h"
#include "yaml/node_walk.h"

struct typing {
    struct edit_try try;
    const struct node *node;
    const char *text;
    size_t length;
    const char *line_end;
};

/* ---- between the first and the last difference ---- */

/* The byte of the source where a byte of the text is. */
static size_t source_of(const struct node *scalar, size_t offset)
{
    struct node_walk walk = node_walk_start(scalar);
    while (walk.text < offset && !node_walk_ended(&walk))
        node_walk_step(&walk);
    return walk.at;
}

static bool is_boundary(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static size_t common_start(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t at = 0;
    while (at < a_length && at < b_length && a[at] == b[at])
        at++;
    while (at > 0 && (!is_boundary(a, at) || !is_boundary(b, at)))
        at--;
    return at;
}

/* How many bytes at the end are the same, of those after `start`. */
static size_t common_end(const char *a, size_t a_length, const char *b, size_t b_length,
                         size_t start)
{
    size_t count = 0;
    while (count < a_length - start && count < b_length - start &&
           a[a_length - count - 1] == b[b_length - count - 1])
        count++;
    while (count > 0 && (!is_boundary(a, a_length - count) || !is_boundary(b, b_length - count)))
        count--;
    return count;
}

static void add_lines(struct buffer *out, const struct typing *typing, const char *text,
                      size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '\n') {
            buffer_add_char(out, text[i]);
            continue;
        }
        buffer_add_string(out, typing->line_end);
        bool is_blank = i + 1 < length && text[i + 1] == '\n';
        edit_add_spaces(out, is_blank ? 0 : typing->node->indent);
    }
}

static void add_part(struct buffer *out, const struct typing *typing, const char *text,
                     size_t length)
{
    switch (edit_style_of(typing->node)) {
    case EDIT_DOUBLE:
        escape_text(out, text, length);
        return;
    case EDIT_SINGLE:
        for (size_t i = 0; i < length; i++)
            buffer_add(out, text[i] == '\'' ? "''" : &text[i], text[i] == '\'' ? 2 : 1);
        return;
    case EDIT_BLOCK:
        add_lines(out, typing, text, length);
        return;
    case EDIT_PLAIN:
    case EDIT_STYLES:
        break;
    }
    buffer_add(out, text, length);
}

static bool try_between(struct typing *typing)
{
    const struct node *node = typing->node;
    if (node->kind != NODE_SCALAR || node->length == 0 || typing->length == 0)
        return false;
    size_t length = node->length;
    while (node->block && length > 0 && node->text[length - 1] == '\n')
        length--;
    size_t start = common_start(node->text, length, typing->text, typing->length);
    size_t same = common_end(node->text, length, typing->text, typing->length, start);
    size_t from = source_of(node, start), to = source_of(node, length - same);
    if (to < from || to > node->end)
        return false;
    struct buffer out = {0};
    add_part(&out, typing, typing->text + start, typing->length - same - start);
    bool fine = edit_try(&typing->try, from, to, &out);
    buffer_free(&out);
    return fine;
}

/* ---- the whole ---- */

static bool try_whole(struct typing *typing, enum edit_style style)
{
    const struct node *node = typing->node;
    bool is_bare = node->offset == node->end; /* nothing is written: after the colon or hyphen */
    size_t indent = node->block ? node->indent : edit_indent(node);
    struct buffer out = {0};
    if (is_bare && node->offset > 0 && strchr(":-", node->place.source->text[node->offset - 1]))
        buffer_add_char(&out, ' ');
    bool fine = edit_type(&out, style, typing->text, indent, typing->line_end) &&
                edit_try(&typing->try, node->offset, node->end, &out);
    buffer_free(&out);
    return fine;
}

static bool try_styles(struct typing *typing)
{
    static const enum edit_style order[] = {EDIT_PLAIN, EDIT_DOUBLE, EDIT_SINGLE};
    enum edit_style own =
        typing->node->kind == NODE_SCALAR ? edit_style_of(typing->node) : EDIT_PLAIN;
    bool has_lines = strchr(typing->text, '\n') != NULL;
    if (own != EDIT_BLOCK && has_lines && try_whole(typing, EDIT_BLOCK))
        return true;
    if (try_whole(typing, own))
        return true;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (order[i] != own && try_whole(typing, order[i]))
            return true;
    return false;
}

bool edit_value(struct arena *arena, const struct node *tree, const struct node *node,
                const char *text, struct diag *diag, struct edit_change *out)
{
    const char *trimmed = edit_trimmed(arena, text);
    struct typing typing = {
        .try = {.arena = arena, .tree = tree, .at = node, .text = trimmed},
        .node = node,
        .text = trimmed,
        .length = strlen(trimmed),
        .line_end = edit_line_end(node->place.source),
    };
    bool fine = node->kind == NODE_SCALAR || node->kind == NODE_NULL;
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_SCALAR, node->place);
    else if (!try_between(&typing) && !try_styles(&typing)) {
        diag_say(diag, MESSAGE_EDIT_NO_WAY, node->place);
        fine = false;
    }
    *out = typing.try.change;
    return fine;
}
