/*
 * Finds a byte of a scalar's text in the source by walking both side by side: what YAML leaves out
 * of the text (indentation, escapes, the folding of lines) is stepped over in the source.
 */
#include <string.h>

#include "base/utf8.h"
#include "yaml/node.h"

struct walk {
    const struct node *node;
    struct place place;
    size_t at;   /* in the source */
    size_t text; /* in the node's text */
};

static char source_byte(const struct walk *walk)
{
    return walk->place.source->text[walk->at]; /* NUL at the end */
}

static char text_byte(const struct walk *walk)
{
    return walk->node->text[walk->text]; /* NUL at the end */
}

static bool at_end(const struct walk *walk)
{
    return walk->at >= walk->place.source->length || walk->text >= walk->node->length;
}

/* One character of the source. */
static void step(struct walk *walk)
{
    const struct source *source = walk->place.source;
    if (walk->at >= source->length)
        return;
    char32_t c = utf8_next(source->text, source->length, &walk->at);
    walk->place.column = c == '\n' ? 1 : walk->place.column + 1;
    walk->place.line += c == '\n';
}

static void step_text(struct walk *walk)
{
    utf8_next(walk->node->text, walk->node->length, &walk->text);
}

/* A folded line end is a blank in the text, or newlines. */
static void step_folded_text(struct walk *walk)
{
    if (text_byte(walk) == ' ') {
        walk->text++;
        return;
    }
    while (text_byte(walk) == '\n')
        walk->text++;
}

static bool at_line_end(const struct walk *walk)
{
    char c = source_byte(walk);
    return c == '\n' || (c == '\r' && walk->place.source->text[walk->at + 1] == '\n');
}

static void step_line_end(struct walk *walk)
{
    while (source_byte(walk) == '\r')
        step(walk);
    step(walk);
}

static void skip_indent(struct walk *walk)
{
    for (uint32_t i = 0; i < walk->node->indent && source_byte(walk) == ' '; i++)
        step(walk);
}

static void walk_block(struct walk *walk, size_t offset)
{
    bool folded = source_byte(walk) == '>';
    while (walk->at < walk->place.source->length && !at_line_end(walk))
        step(walk);
    step_line_end(walk);
    skip_indent(walk);
    while (walk->text < offset && !at_end(walk)) {
        if (!at_line_end(walk)) {
            step(walk);
            step_text(walk);
            continue;
        }
        do {
            step_line_end(walk);
            skip_indent(walk);
        } while (folded && at_line_end(walk));
        if (folded)
            step_folded_text(walk);
        else
            walk->text++;
    }
}

/* Whether blanks at the source's place run over a line end. */
static bool at_folded_blanks(const struct walk *walk)
{
    const char *text = walk->place.source->text + walk->at;
    return text[strspn(text, " \t\r")] == '\n';
}

static void skip_blanks(struct walk *walk)
{
    while (strchr(" \t\r\n", source_byte(walk)) != NULL && source_byte(walk) != '\0')
        step(walk);
}

/* A backslash and what follows it, in double quotes. */
static void walk_escape(struct walk *walk)
{
    step(walk);
    if (at_folded_blanks(walk)) { /* the line goes on, with nothing between */
        skip_blanks(walk);
        return;
    }
    char c = source_byte(walk);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    for (int i = 0; i <= digits; i++)
        step(walk);
    step_text(walk);
}

static void walk_flow(struct walk *walk, size_t offset)
{
    char quote = source_byte(walk);
    bool quoted = walk->node->quoted && (quote == '"' || quote == '\'');
    if (quoted)
        step(walk);
    while (walk->text < offset && !at_end(walk)) {
        char c = source_byte(walk);
        if (at_folded_blanks(walk)) {
            skip_blanks(walk);
            step_folded_text(walk);
        } else if (quoted && quote == '"' && c == '\\') {
            walk_escape(walk);
        } else {
            if (quoted && quote == '\'' && c == '\'')
                step(walk);
            step(walk);
            step_text(walk);
        }
    }
}

struct place node_place_inside(const struct node *scalar, size_t offset)
{
    struct walk walk = {scalar, scalar->place, scalar->offset, 0};
    if (scalar->kind != NODE_SCALAR || scalar->place.source == NULL)
        return scalar->place;
    if (scalar->block)
        walk_block(&walk, offset);
    else
        walk_flow(&walk, offset);
    return walk.place;
}
