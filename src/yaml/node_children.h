/*
 * node_children.h - the children of a list or map while it is being read.
 *
 * Memory:  zero a struct node_children to start; node_children_keep moves it into the tree.
 */
#ifndef ITAREPORT_YAML_NODE_CHILDREN_H
#define ITAREPORT_YAML_NODE_CHILDREN_H

#include "yaml/node.h"

struct node_child {
    const struct node *key; /* NULL in a list */
    const struct node *value;
};

struct node_children {
    struct node_child *child;
    size_t count;
    size_t capacity;
    /* In { }: the keys without colons, first and last, that commas in a text made of its rest. */
    const struct node *rest, *rest_end;
};

/* Adds a child, unless it is a part of the text before it, which is reported when all of it was read. */
void node_children_add(struct node_children *children, const struct node *parent,
                       struct node_child child, struct diag *diag);

/* Puts them into their parent, and reports keys that are there twice. */
void node_children_keep(struct node_children *children, struct node *parent, struct arena *arena,
                        struct diag *diag);

void node_children_free(struct node_children *children);

#endif
