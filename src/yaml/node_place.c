/* Finds a byte of a scalar's text in the source. */
#include "yaml/node_walk.h"

struct node_cursor node_cursor(const struct node *scalar)
{
    struct node_cursor cursor = {.walk = {.node = scalar, .place = scalar->place}};
    if (scalar->kind == NODE_SCALAR && scalar->place.source != NULL)
        cursor.walk = node_walk_start(scalar);
    return cursor;
}

struct place node_cursor_go(struct node_cursor *cursor, size_t offset)
{
    const struct node *scalar = cursor->walk.node;
    if (scalar->kind != NODE_SCALAR || scalar->place.source == NULL)
        return scalar->place;
    if (offset < cursor->asked)
        *cursor = node_cursor(scalar);
    cursor->asked = offset;
    struct node_walk *walk = &cursor->walk;
    while (walk->text < offset && !node_walk_ended(walk))
        node_walk_step(walk);
    struct node_walk next = *walk;
    if (!node_walk_ended(walk))
        node_walk_step(&next);
    /* past a line end that is nothing */
    return next.text == walk->text ? next.place : walk->place;
}

struct place node_place_inside(const struct node *scalar, size_t offset)
{
    struct node_cursor cursor = node_cursor(scalar);
    return node_cursor_go(&cursor, offset);
}
