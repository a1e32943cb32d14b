#include "yaml/node_walk.h"

#include <string.h>

#include "base/utf8.h"

static char source_byte(const struct node_walk *walk)
{
    return walk->place.source->text[walk->at]; /* NUL at the end */
}

static char text_byte(const struct node_walk *walk)
{
    return walk->node->text[walk->text]; /* NUL at the end */
}

/* One character of the source. */
static void step_source(struct node_walk *walk)
{
    const struct source *source = walk->place.source;
    if (walk->at >= source->length)
        return;
    char32_t c = utf8_next(source->text, source->length, &walk->at);
    walk->place.column = c == '\n' ? 1 : walk->place.column + 1;
    walk->place.line += c == '\n';
}

static void step_text(struct node_walk *walk)
{
    if (walk->text < walk->node->length)
        utf8_next(walk->node->text, walk->node->length, &walk->text);
}

/* A fold is a blank in the text, or line feeds, or nothing (see node_fold.c). */
static void step_folded_text(struct node_walk *walk)
{
    if (text_byte(walk) == ' ') {
        walk->text++;
        return;
    }
    while (text_byte(walk) == '\n')
        walk->text++;
}

/* ---- blocks ---- */

static bool at_line_end(const struct node_walk *walk)
{
    char c = source_byte(walk);
    return c == '\n' || (c == '\r' && walk->place.source->text[walk->at + 1] == '\n');
}

static void step_line_end(struct node_walk *walk)
{
    while (source_byte(walk) == '\r')
        step_source(walk);
    step_source(walk);
}

static void skip_indent(struct node_walk *walk)
{
    for (uint32_t i = 0; i < walk->node->indent && source_byte(walk) == ' '; i++)
        step_source(walk);
}

static bool step_block(struct node_walk *walk)
{
    bool folded = walk->place.source->text[walk->node->offset] == '>';
    if (!at_line_end(walk)) {
        step_source(walk);
        step_text(walk);
        return false;
    }
    do {
        step_line_end(walk);
        skip_indent(walk);
    } while (folded && at_line_end(walk));
    if (folded)
        step_folded_text(walk);
    else
        walk->text++;
    return folded;
}

/* To the first line of the text, after the sign and a comment. */
static void enter_block(struct node_walk *walk)
{
    while (walk->at < walk->place.source->length && !at_line_end(walk))
        step_source(walk);
    step_line_end(walk);
    skip_indent(walk);
}

/* ---- plain and quoted ---- */

static char quote_of(const struct node *node)
{
    char c = node->place.source->text[node->offset];
    return node->quoted && (c == '"' || c == '\'') ? c : '\0';
}

/* Whether blanks at the source's place run over a line end. */
static bool at_fold(struct node_walk *walk)
{
    if (walk->at < walk->blanks)
        return false;
    const char *text = walk->place.source->text + walk->at;
    size_t run = strspn(text, " \t\r");
    if (text[run] != '\n')
        walk->blanks = walk->at + run;
    return text[run] == '\n';
}

static void skip_blanks(struct node_walk *walk)
{
    while (source_byte(walk) != '\0' && strchr(" \t\r\n", source_byte(walk)) != NULL)
        step_source(walk);
}

/* A backslash and what follows it, in double quotes. */
static void step_escape(struct node_walk *walk)
{
    step_source(walk);
    if (at_fold(walk)) { /* the line goes on, with nothing between */
        skip_blanks(walk);
        return;
    }
    char c = source_byte(walk);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    for (int i = 0; i <= digits; i++)
        step_source(walk);
    step_text(walk);
}

static bool step_flow(struct node_walk *walk)
{
    char quote = quote_of(walk->node);
    char c = source_byte(walk);
    if (at_fold(walk)) {
        skip_blanks(walk);
        step_folded_text(walk);
        return true;
    }
    if (quote == '"' && c == '\\') {
        step_escape(walk);
        return false;
    }
    if (quote == '\'' && c == '\'')
        step_source(walk);
    step_source(walk);
    step_text(walk);
    return false;
}

/* ---- the walk ---- */

struct node_walk node_walk_start(const struct node *scalar)
{
    struct node_walk walk = {.node = scalar, .place = scalar->place, .at = scalar->offset};
    if (scalar->block)
        enter_block(&walk);
    else if (quote_of(scalar) != '\0')
        step_source(&walk);
    return walk;
}

bool node_walk_ended(const struct node_walk *walk)
{
    return walk->at >= walk->place.source->length || walk->text >= walk->node->length;
}

bool node_walk_step(struct node_walk *walk)
{
    return walk->node->block ? step_block(walk) : step_flow(walk);
}
