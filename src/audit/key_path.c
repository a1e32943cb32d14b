/*
 * The keys that lead to a place: results.published.indicators.9. A path is what an acknowledgement
 * names, so it must survive edits elsewhere in the file: no line numbers, and an item of a list goes
 * by its own `id` or `number` where it has one, by its turn (from 1) where it has none. The file is
 * parsed again for that, once a file, and only when something was found in it.
 */
#include <string.h>

#include "audit/rule.h"
#include "source/file.h"

enum { KEY_PATH_FILES = 8 };

struct key_paths {
    struct arena *arena;
    const char *framework; /* as edition.yaml names it */
    const struct source *source[KEY_PATH_FILES];
    const struct node *tree[KEY_PATH_FILES];
    size_t files;
};

struct key_paths *key_paths_new(struct arena *arena, const char *framework)
{
    struct key_paths *paths = ARENA_NEW(arena, struct key_paths, 1);
    paths->arena = arena;
    paths->framework = framework;
    return paths;
}

static const struct node *tree_of(struct key_paths *paths, const struct source *source)
{
    for (size_t i = 0; i < paths->files; i++)
        if (paths->source[i] == source)
            return paths->tree[i];
    struct diag *unheard = diag_new(); /* the loader has reported what is wrong with the file */
    const struct node *tree = node_parse(paths->arena, source, unheard);
    diag_free(unheard);
    if (paths->files < KEY_PATH_FILES) {
        paths->source[paths->files] = source;
        paths->tree[paths->files++] = tree;
    }
    return tree;
}

/* Whether a place stands behind another, or also at it. */
static bool is_behind(struct place place, struct place other, bool also_at)
{
    if (place.line != other.line)
        return place.line > other.line;
    return place.column > other.column || (also_at && place.column == other.column);
}

/* The name of an item in a list: its id, its number, or its turn. */
static const char *item_name(struct key_paths *paths, const struct node *item, size_t turn)
{
    const struct node *name = NULL;
    if (item->kind == NODE_MAP) {
        name = node_find(item, "id");
        if (name == NULL)
            name = node_find(item, "number");
    }
    if (name != NULL && name->kind == NODE_SCALAR && name->length > 0)
        return name->text;
    return arena_printf(paths->arena, "%zu", turn + 1);
}

/*
 * The value that the place lies in, and its name; NULL when the place is the node's own. A map
 * starts where its first key does, so the place of a first key means the map.
 */
static const struct node *step_down(struct key_paths *paths, const struct node *node,
                                    struct place place, const char **name)
{
    const struct node *found = NULL;
    for (size_t i = 0; i < node->count; i++) {
        bool map = node->kind == NODE_MAP;
        struct place start = map ? node->key[i]->place : node->item[i]->place;
        if (!is_behind(place, start, !map || i > 0))
            break;
        found = node->item[i];
        *name = map ? node->key[i]->text : item_name(paths, found, i);
    }
    return found;
}

/* edition, results, analyses, measures; or framework, whatever its file is called. */
static const char *file_stem(struct key_paths *paths, const struct source *source)
{
    const char *name = file_name(source->path);
    if (paths->framework != NULL && strcmp(name, file_name(paths->framework)) == 0)
        return "framework";
    return arena_copy(paths->arena, name, strcspn(name, "."));
}

const char *key_paths_find(struct key_paths *paths, struct place place)
{
    if (place.source == NULL)
        return "";
    const char *path = file_stem(paths, place.source);
    const struct node *node = tree_of(paths, place.source);
    const char *name = NULL;
    while (node != NULL && (node = step_down(paths, node, place, &name)) != NULL)
        path = arena_printf(paths->arena, "%s.%s", path, name);
    return path;
}
