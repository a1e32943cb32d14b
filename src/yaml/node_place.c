/* Finds a byte of a scalar's text in the source. */
#include "yaml/node_walk.h"

struct place node_place_inside(const struct node *scalar, size_t offset)
{
    if (scalar->kind != NODE_SCALAR || scalar->place.source == NULL)
        return scalar->place;
    struct node_walk walk = node_walk_start(scalar);
    while (walk.text < offset && !node_walk_ended(&walk))
        node_walk_step(&walk);
    struct node_walk next = walk;
    if (!node_walk_ended(&walk))
        node_walk_step(&next);
    if (next.text == walk.text) /* a line end that is nothing */
        walk = next;
    return walk.place;
}
