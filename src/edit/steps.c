#include "edit/steps.h"

#include <stdlib.h>
#include <string.h>

#include "yaml/node_path.h"

struct edit_steps {
    const struct source *source; /* as it was */
    struct place top;
    const struct node *tree;
    struct arena *now;  /* of the tree; NULL while it is the one of the file */
    struct arena *work; /* of the step that is made */
    struct diag *unheard;
    bool has_failed;
};

struct edit_steps *edit_steps_new(const struct node *tree)
{
    struct edit_steps *steps = memory_zeroed(1, sizeof *steps);
    *steps = (struct edit_steps){.source = tree->place.source,
                                 .top = tree->place,
                                 .tree = tree,
                                 .work = arena_new(),
                                 .unheard = diag_new()};
    return steps;
}

const struct node *edit_steps_tree(const struct edit_steps *steps)
{
    return steps->tree;
}

struct arena *edit_steps_arena(const struct edit_steps *steps)
{
    return steps->work;
}

struct diag *edit_steps_diag(const struct edit_steps *steps)
{
    return steps->unheard;
}

bool edit_steps_take(struct edit_steps *steps, const struct edit_change *change)
{
    if (change == NULL || steps->has_failed) {
        steps->has_failed = true;
        return false;
    }
    struct arena *next = arena_new();
    struct source *source = ARENA_NEW(next, struct source, 1);
    source->path = steps->source->path;
    source->text = edit_changed(next, change, &source->length);
    steps->tree = node_parse(next, source, steps->unheard); /* edit_try has looked at it */
    if (steps->now != NULL)
        arena_free(steps->now);
    arena_free(steps->work);
    steps->now = next;
    steps->work = arena_new();
    steps->has_failed = steps->tree == NULL;
    return !steps->has_failed;
}

/* What a path leads to now, or NULL. */
static const struct node *at(const struct edit_steps *steps, const char *path)
{
    return steps->has_failed ? NULL : node_at(steps->tree, path);
}

bool edit_steps_value(struct edit_steps *steps, const char *path, const char *text)
{
    const struct node *node = at(steps, path);
    struct edit_change change;
    bool fine =
        node != NULL && edit_value(steps->work, steps->tree, node, text, steps->unheard, &change);
    return edit_steps_take(steps, fine ? &change : NULL);
}

/* In a list of entries one like the one before it. */
static const struct node *entry_of(const struct edit_steps *steps, const struct node *list,
                                   size_t before, const char *text)
{
    size_t at = before < list->count ? before : list->count;
    if (list->kind != NODE_LIST || list->count == 0)
        return edit_text(steps->work, text);
    const struct node *like = list->item[at > 0 ? at - 1 : 0];
    return like->kind == NODE_MAP && like->count > 0 ? edit_like(steps->work, like, text)
                                                     : edit_text(steps->work, text);
}

bool edit_steps_item_add(struct edit_steps *steps, const char *path, size_t before,
                         const char *text)
{
    const struct node *node = at(steps, path);
    struct edit_change change;
    bool fine =
        node != NULL && edit_item_add(steps->work, steps->tree, node, before,
                                      entry_of(steps, node, before, text), steps->unheard, &change);
    return edit_steps_take(steps, fine ? &change : NULL);
}

bool edit_steps_item_delete(struct edit_steps *steps, const char *path, size_t of)
{
    const struct node *node = at(steps, path);
    struct edit_change change;
    bool fine = node != NULL &&
                edit_item_delete(steps->work, steps->tree, node, of, steps->unheard, &change);
    return edit_steps_take(steps, fine ? &change : NULL);
}

bool edit_steps_key_add(struct edit_steps *steps, const char *path, const char *key,
                        const char *text)
{
    const struct node *node = at(steps, path);
    struct edit_change change;
    bool fine = node != NULL &&
                edit_key_add(steps->work, steps->tree, node, key, text, steps->unheard, &change);
    return edit_steps_take(steps, fine ? &change : NULL);
}

bool edit_steps_end(struct edit_steps *steps, struct arena *arena, struct diag *diag,
                    struct edit_mended_file *out)
{
    bool fine = !steps->has_failed;
    if (fine) {
        const struct source *source = steps->tree->place.source;
        *out = (struct edit_mended_file){.source = steps->source,
                                         .text = arena_copy(arena, source->text, source->length),
                                         .length = source->length};
    } else {
        diag_say(diag, MESSAGE_EDIT_NO_WAY, steps->top);
    }
    if (steps->now != NULL)
        arena_free(steps->now);
    arena_free(steps->work);
    diag_free(steps->unheard);
    free(steps);
    return fine;
}
