/* Finds a byte of a scalar's text in the source. */
#include "base/arena.h"
#include "yaml/node_walk.h"

enum { STOP_EVERY = 2048 }; /* bytes of the text */

static bool has_places(const struct node *scalar)
{
    return scalar->kind == NODE_SCALAR && scalar->place.source != NULL;
}

static void walk_to(struct node_walk *walk, size_t offset)
{
    while (walk->text < offset && !node_walk_ended(walk))
        node_walk_step(walk);
}

void node_walk_note_stops(struct arena *arena, struct node *scalar)
{
    size_t count = scalar->length / STOP_EVERY;
    if (count == 0 || !has_places(scalar))
        return;
    struct node_walk *stop = ARENA_NEW(arena, struct node_walk, count);
    struct node_walk walk = node_walk_start(scalar);
    for (size_t i = 0; i < count; i++) {
        walk_to(&walk, (i + 1) * STOP_EVERY);
        stop[i] = walk;
    }
    scalar->stop = stop;
    scalar->stops = count;
}

/* The last stop that is not after an offset, or the start. */
static struct node_walk walk_near(const struct node *scalar, size_t offset)
{
    size_t before = offset / STOP_EVERY;
    if (before > scalar->stops)
        before = scalar->stops;
    while (before > 0 && scalar->stop[before - 1].text > offset)
        before--;
    return before == 0 ? node_walk_start(scalar) : scalar->stop[before - 1];
}

struct node_cursor node_cursor(const struct node *scalar)
{
    struct node_cursor cursor = {.walk = {.node = scalar, .place = scalar->place}};
    if (has_places(scalar))
        cursor.walk = node_walk_start(scalar);
    return cursor;
}

struct place node_cursor_go(struct node_cursor *cursor, size_t offset)
{
    const struct node *scalar = cursor->walk.node;
    if (!has_places(scalar))
        return scalar->place;
    struct node_walk *walk = &cursor->walk;
    if (offset < cursor->asked)
        *walk = walk_near(scalar, offset);
    cursor->asked = offset;
    walk_to(walk, offset);
    struct node_walk next = *walk;
    if (!node_walk_ended(walk))
        node_walk_step(&next);
    /* past a line end that is nothing */
    return next.text == walk->text ? next.place : walk->place;
}

struct place node_place_inside(const struct node *scalar, size_t offset)
{
    if (!has_places(scalar))
        return scalar->place;
    struct node_cursor cursor = {.walk = walk_near(scalar, offset)};
    return node_cursor_go(&cursor, offset);
}
