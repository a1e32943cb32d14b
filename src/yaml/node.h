/*
 * node.h - the YAML tree, with the place of every node.
 *
 * Purpose: libyaml events become an immutable tree.  Limits guard against hostile input: depth,
 *          number of nodes, alias expansion.  Tabs in the indentation, invalid UTF-8, duplicate
 * keys, several documents and unknown tags are reported at their place.  A node with an anchor may
 * stand in several parents; the tree has no cycles. Units:   see place.h. Memory:  the tree belongs
 * to the arena; texts are NUL-terminated. Errors:  node_parse reports to diag and returns NULL when
 * there is no usable tree.
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

struct node {
    enum node_kind kind;
    bool quoted;        /* scalar: written in quotes or as a block, so never a number or null */
    bool block;         /* scalar: a literal or folded block; its text starts on the next line */
    uint32_t indent;    /* block scalar: columns of indentation, to find a place inside the text */
    struct place place; /* where the value starts, behind an anchor or a tag */
    size_t offset;      /* the same in bytes of the source */
    const char *text;   /* scalar */
    size_t length;
    size_t count;             /* list or map */
    const struct node **item; /* list: the items; map: the values */
    const struct node **key;  /* map: the keys, scalars */
};

const struct node *node_parse(struct arena *arena, const struct source *source, struct diag *diag);

/* The value of a key, or NULL. */
const struct node *node_find(const struct node *map, const char *key);

/* The place of a byte offset inside a scalar's text (plain, quoted without escapes, or block). */
struct place node_place_inside(const struct node *scalar, size_t offset);

/* The tree as text with line:column on every node (the dump of stage `node`). */
void node_dump(const struct node *node, struct buffer *out);

#endif
