/*
 * The keys that lead to a place: results.published.indicators.9. A path is what an acknowledgement
 * names, so it must survive edits elsewhere in the file: no line numbers, and an item of a list goes
 * by its own `id` or `number` where it has one, by its turn (from 1) where it has none.
 */
#include <string.h>

#include "audit/rule.h"
#include "source/file.h"

/* The name of an item in a list: its id, its number, or its turn. */
static const char *item_name(struct arena *arena, const struct node *item)
{
    const struct node *name = node_find(item, "id");
    if (name == NULL)
        name = node_find(item, "number");
    if (name != NULL && name->kind == NODE_SCALAR && name->length > 0)
        return name->text;
    return arena_printf(arena, "%u", (unsigned)item->index + 1);
}

/* The path of a node below the file's own name. */
static const char *path_below(struct arena *arena, const char *stem, const struct node *node)
{
    if (node == NULL || node->parent == NULL)
        return stem;
    const struct node *key = node_key(node);
    return arena_printf(arena, "%s.%s", path_below(arena, stem, node->parent),
                        key != NULL ? key->text : item_name(arena, node));
}

/* edition, results, analyses, measures; or framework, whatever its file is called. */
static const char *file_stem(struct arena *arena, const struct source *source,
                             const char *framework)
{
    const char *name = file_name(source->path);
    if (framework != NULL && strcmp(name, file_name(framework)) == 0)
        return "framework";
    return arena_copy(arena, name, strcspn(name, "."));
}

const char *key_path(struct arena *arena, struct place place, const char *framework)
{
    if (place.source == NULL)
        return "";
    return path_below(arena, file_stem(arena, place.source, framework), place.node);
}
