/*
 * node_anchor.h - the anchors (&name) of a text, and what its aliases (*name) refer to.
 *
 * YAML leaves an anchor out of the value it is before. So one that no alias refers to is perhaps the
 * start of a text (&T ถนน), and a second one of a name makes another value of what the first named:
 * both are reported.
 *
 * Memory:  names and values belong to the tree; node_anchors_free gives the list back.
 */
#ifndef ITAREPORT_YAML_NODE_ANCHOR_H
#define ITAREPORT_YAML_NODE_ANCHOR_H

#include "yaml/node.h"

enum { NODE_ANCHOR_LIMIT = 1000 };

struct node_anchor {
    const char *name;
    struct node *node; /* NULL while the value is being read */
    size_t size;       /* nodes in it */
    struct place place;
    bool used;
};

struct node_anchors {
    struct node_anchor *anchor;
    size_t count;
    size_t capacity;
};

/* Opens an anchor before its value is read, when `nodes` were counted. The index, or SIZE_MAX: one too
 * many (reported). The name must be there as long as the list. */
size_t node_anchors_open(struct node_anchors *anchors, const char *name, struct place place,
                         size_t nodes, struct diag *diag);

void node_anchors_close(struct node_anchors *anchors, size_t index, struct node *node,
                        size_t nodes);

/* What an alias refers to, from now on used; NULL after reporting that there is none. */
const struct node_anchor *node_anchors_find(struct node_anchors *anchors, const char *name,
                                            struct place place, struct diag *diag);

/* Reports texts with anchors that were not used. */
void node_anchors_check(const struct node_anchors *anchors, struct diag *diag);

void node_anchors_free(struct node_anchors *anchors);

#endif
