#include "yaml/node_path.h"

#include <stdio.h>
#include <string.h>

/* Its id or its number; NULL where it has neither. */
static const struct node *own_name(const struct node *item)
{
    const struct node *name = node_find(item, "id");
    if (name == NULL)
        name = node_find(item, "number");
    return name != NULL && name->kind == NODE_SCALAR && name->length > 0 ? name : NULL;
}

static const char *item_name(struct arena *arena, const struct node *item)
{
    const struct node *name = own_name(item);
    return name != NULL ? name->text : arena_printf(arena, "%u", (unsigned)item->index + 1);
}

const char *node_path(struct arena *arena, const char *stem, const struct node *node)
{
    if (node == NULL || node->parent == NULL)
        return stem;
    const struct node *key = node_key(node);
    return arena_printf(arena, "%s.%s", node_path(arena, stem, node->parent),
                        key != NULL ? key->text : item_name(arena, node));
}

/* How much of a path a name takes, with its full stop; 0 when it is another. */
static size_t taken(const char *path, const char *name)
{
    size_t length = strlen(name);
    if (length == 0 || strncmp(path, name, length) != 0)
        return 0;
    if (path[length] == '\0')
        return length;
    return path[length] == '.' ? length + 1 : 0;
}

static size_t taken_by_child(const struct node *parent, size_t index, const char *path)
{
    if (parent->kind == NODE_MAP)
        return taken(path, parent->key[index]->text);
    char turn[24];
    snprintf(turn, sizeof turn, "%zu", index + 1);
    const struct node *name = own_name(parent->item[index]);
    return taken(path, name != NULL ? name->text : turn);
}

const struct node *node_at(const struct node *tree, const char *path)
{
    while (*path != '\0') {
        const struct node *found = NULL;
        size_t most = 0;
        for (size_t i = 0; i < tree->count; i++) {
            size_t length = taken_by_child(tree, i, path);
            if (length <= most)
                continue;
            most = length;
            found = tree->item[i];
        }
        if (found == NULL)
            return NULL;
        tree = found;
        path += most;
    }
    return tree;
}
