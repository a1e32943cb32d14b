/*
 * span_unit.h - what holds of the spans of any tree, for the tests of yaml/.
 */
#ifndef ITAREPORT_TESTS_SPAN_UNIT_H
#define ITAREPORT_TESTS_SPAN_UNIT_H

#include "unit.h"

#include "source/source.h"
#include "yaml/node.h"

/* The bytes of a scalar as the only key or the only value of a text of their own. */
static void span_add_alone(const struct node *scalar, struct buffer *out)
{
    const struct source *source = scalar->place.source;
    const struct node *parent = scalar->parent;
    bool is_key = parent != NULL && node_key(scalar) == scalar;
    char bracket = parent != NULL ? source->text[parent->offset] : '\0';
    if (parent != NULL)
        buffer_printf(out, "%*s", (int)parent->place.column - 1, ""); /* blocks are that deep */
    if (bracket == '[' || bracket == '{')
        buffer_add_char(out, bracket);
    size_t length = scalar->end - scalar->offset;
    const char *text = source->text + scalar->offset;
    if (is_key && memchr(text, '\n', length) != NULL)
        buffer_add_string(out, "? "); /* keys of several lines need it */
    if (parent != NULL && bracket != '[' && !is_key)
        buffer_add_string(out, "k: ");
    buffer_add(out, text, length);
    if (is_key)
        buffer_printf(out, "%s: v", memchr(text, '\n', length) != NULL ? "\n" : "");
    if (bracket == '[' || bracket == '{')
        buffer_add_char(out, bracket == '[' ? ']' : '}');
    if (scalar->end < source->length)
        buffer_add_char(out, '\n');
}

/* A scalar's bytes, parsed alone, are the same text. */
static void span_check_scalar(const struct node *scalar)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct buffer text = {0};
    span_add_alone(scalar, &text);
    const struct source *source = source_new(arena, "alone", text.bytes, text.length);
    const struct node *node = node_parse(arena, source, diag);
    bool is_key = scalar->parent != NULL && node_key(scalar) == scalar;
    if (node != NULL && node->count == 1)
        node = is_key && node->kind == NODE_MAP ? node->key[0] : node->item[0];
    bool same = node != NULL && node->count == 0 && node->length == scalar->length &&
                memcmp(node->text, scalar->text, scalar->length) == 0;
    if (!same)
        fail_msg("%s\n%u:%u \"%s\" is not\n%s<", scalar->place.source->text,
                 (unsigned)scalar->place.line, (unsigned)scalar->place.column, scalar->text,
                 text.bytes);
    buffer_free(&text);
    diag_free(diag);
    arena_free(arena);
}

/* A child that is written here (and no alias) knows so, and is inside. */
static void span_check_child(const struct node *parent, const struct node *child, size_t *at)
{
    if (child->parent != parent || child->offset < *at)
        return; /* an alias */
    assert_true(child->end <= parent->end);
    *at = child->end;
}

__attribute__((unused)) static void span_check(const struct node *node)
{
    const struct source *source = node->place.source;
    struct node_span span = node_span(node);
    assert_true(node->place.node == node && span.start == node->offset && span.end == node->end);
    assert_true(node->offset <= node->end && node->end <= source->length);
    uint32_t lines = 0;
    for (size_t i = node->offset; i < node->end; i++)
        lines += source->text[i] == '\n';
    assert_int_equal(span.to.line, node->place.line + lines);
    bool is_null_word = node->kind == NODE_NULL && node->end > node->offset &&
                        source->text[node->offset] != '*'; /* an alias of nothing */
    if (node->kind == NODE_SCALAR || is_null_word)
        span_check_scalar(node);
    size_t at = node->offset;
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAP) {
            span_check_child(node, node->key[i], &at);
            span_check(node->key[i]);
        }
        span_check_child(node, node->item[i], &at);
        span_check(node->item[i]);
    }
}

#endif
