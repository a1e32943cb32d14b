/*
 * node.h - the YAML tree, with the place of every node.
 *
 * Purpose: libyaml events become an immutable tree. A node knows where it is written: the map or
 *          list that it is in, its key, its first byte and its last. A node with an anchor may be in
 *          several parents, and names the one it is written in; downwards there are no cycles.
 *          Limits guard against hostile input: depth, number of nodes, alias expansion.
 * Units:   lines and columns as in place.h; offsets are bytes of the source.
 * Memory:  the tree belongs to the arena; texts are NUL-terminated.
 * Errors:  tabs in the indentation, invalid UTF-8, duplicate keys, several documents and unknown
 *          tags are reported at their place; node_parse returns NULL when there is no usable tree.
 */
#ifndef ITAREPORT_YAML_NODE_H
#define ITAREPORT_YAML_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/place.h"

enum node_kind { NODE_NULL, NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node_walk;

struct node {
    enum node_kind kind;
    bool quoted;        /* scalar: written in quotes or as a block, so never a number or null */
    bool block;         /* scalar: a literal or folded block; its text starts on the next line */
    uint32_t indent;    /* block scalar: columns of indentation, to find a place inside the text */
    uint32_t index;     /* in the parent */
    struct place place; /* where the value starts, after an anchor or a tag */
    size_t offset;      /* the same in bytes of the source */
    size_t end;         /* after its last byte: see node_span */
    const struct node *parent; /* a map or list; NULL at the top */
    const char *text;          /* scalar */
    size_t length;
    const struct node_walk *stop; /* long scalar: where to start from for a place inside it */
    size_t stops;
    size_t count;             /* list or map */
    const struct node **item; /* list: the items; map: the values */
    const struct node **key;  /* map: the keys, scalars */
};

const struct node *node_parse(struct arena *arena, const struct source *source, struct diag *diag);

/* The value of a key, or NULL. */
const struct node *node_find(const struct node *map, const char *key);

/* The key of a value in a map (or of that key itself); NULL in a list and at the top. */
const struct node *node_key(const struct node *node);

/* Whether a list or map is written in brackets; a map of one pair in such a list has none itself. */
bool node_is_bracketed(const struct node *node);

/*
 * What a value covers in the source; `end` and `to` are after its last character. Quotes and
 * brackets belong to it, anchors and tags do not. A block scalar begins with its sign and ends before
 * the line end of its last line; blank lines after that are its own only where it keeps them (|+).
 * A value that is not written at all is empty, after its colon or hyphen.
 */
struct node_span {
    size_t start, end;
    struct place from, to;
};
struct node_span node_span(const struct node *node);

/* The place of a byte offset inside a scalar's text (plain, quoted without escapes, or block). */
struct place node_place_inside(const struct node *scalar, size_t offset);

/* The trees of the files that a thing was read from. */
struct node_trees {
    const struct node **tree;
    size_t count, room;
};
void node_trees_add(struct arena *arena, struct node_trees *trees, const struct node *tree);

/* The tree as text, with line:column of the start and the end of every node (the dump of stage
 * `node`). */
void node_dump(const struct node *node, struct buffer *out);

#endif
