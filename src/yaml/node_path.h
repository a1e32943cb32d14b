/*
 * node_path.h - the keys that lead to a value, and the value that keys lead to.
 *
 * A path survives edits elsewhere in the file: it has no line numbers, and an item of a list goes by its own
 * `id` or `number` where it has one, by its turn (from 1) where it has none: issues.2.measures.1.period
 */
#ifndef ITAREPORT_YAML_NODE_PATH_H
#define ITAREPORT_YAML_NODE_PATH_H

#include "yaml/node.h"

/* The path of a value, after the name of its file; that alone for the whole tree and for no node. */
const char *node_path(struct arena *arena, const char *stem, const struct node *node);

/* What a path without the name of the file leads to: "" is the tree. NULL when there is no such value. A key may
 * hold full stops itself ("9.1"): the longest that fits is taken. */
const struct node *node_at(const struct node *tree, const char *path);

#endif
