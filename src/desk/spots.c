/* A page has some hundred spots, so they are searched. */
#include "desk/spots.h"

#include <stdlib.h>
#include <string.h>

#include "base/length.h"
#include "yaml/node.h"

enum { FINGER = 6 * PT };

struct spots *spots_new(const struct pages *pages)
{
    struct spots *spots = memory_zeroed(1, sizeof *spots);
    struct arena *arena = spots->arena = arena_new();
    size_t room = 0;
    spots->first = ARENA_NEW(arena, size_t, pages->count + 2);
    for (size_t i = 0; i < pages->count; i++) {
        struct page_places places = page_places(&pages->page[i], arena);
        spots->first[i + 1] = spots->count;
        for (size_t k = 0; k < places.count; k++) {
            const struct page_place *at = &places.place[k];
            spots->spot = arena_room(arena, spots->spot, spots->count, &room, sizeof *spots->spot);
            spots->spot[spots->count++] =
                (struct spot){i + 1, *at, origin_find(pages->doc, at->text, at->trace, at->start)};
        }
    }
    spots->first[pages->count + 1] = spots->count;
    return spots;
}

void spots_free(struct spots *spots)
{
    if (spots == NULL)
        return;
    arena_free(spots->arena);
    free(spots);
}

/* How far a number is outside of a stretch. */
static int64_t outside(int32_t at, int32_t start, int32_t length)
{
    if (at < start)
        return (int64_t)start - at;
    return at > start + length ? (int64_t)at - start - length : 0;
}

const struct spot *spots_at(const struct spots *spots, size_t page, int32_t x, int32_t y)
{
    const struct spot *nearest = NULL;
    int64_t least = FINGER + 1;
    for (size_t i = spots->first[page]; i < spots->first[page + 1]; i++) {
        const struct page_place *at = &spots->spot[i].at;
        int64_t off = outside(x, at->x, at->width) + outside(y, at->y, at->height);
        if (off < least) {
            least = off;
            nearest = &spots->spot[i];
        }
    }
    return nearest;
}

static bool same_source(struct place one, struct place other)
{
    return one.source != NULL && other.source != NULL &&
           (one.source == other.source || strcmp(one.source->path, other.source->path) == 0);
}

bool spots_same(const struct spot *one, const struct spot *other)
{
    const char *figure = one->origin.figure, *others = other->origin.figure;
    if (figure != NULL || others != NULL)
        return figure != NULL && others != NULL && strcmp(figure, others) == 0;
    struct place a = one->origin.value, b = other->origin.value;
    if (!same_source(a, b))
        return false;
    if (a.node != NULL || b.node != NULL)
        return a.node == b.node;
    return a.line == b.line && a.column == b.column;
}

/* Whether a message about a value speaks of a place in it. */
static bool is_within(struct place place, const struct node *node)
{
    if (node == NULL || (node->parent == NULL && node->kind != NODE_SCALAR))
        return false;
    struct node_span span = node_span(node);
    return place.line >= span.from.line && place.line <= span.to.line;
}

/* Lines are compared first: the paths of files begin alike. */
enum spots_match spots_match(const struct spot *spot, struct place place)
{
    struct place value = spot->origin.value;
    bool is_line = value.line == place.line;
    if (!is_line && !is_within(value, place.node) && !is_within(place, value.node))
        return SPOTS_NOT;
    if (!same_source(value, place))
        return SPOTS_NOT;
    return is_line ? SPOTS_LINE : SPOTS_VALUE;
}
