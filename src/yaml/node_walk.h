/*
 * node_walk.h - a scalar's text and its source, walked side by side.
 *
 * What YAML leaves out of the text (indentation, escapes, the folding of lines) is stepped over in the
 * source. A fold is a line end, or several, between two lines of one text that is no literal block:
 * YAML makes a space or line feeds of it.
 *
 * Units:   offsets in bytes.
 */
#ifndef ITAREPORT_YAML_NODE_WALK_H
#define ITAREPORT_YAML_NODE_WALK_H

#include "yaml/node.h"

struct node_walk {
    const struct node *node;
    struct place place; /* in the source */
    size_t at;          /* the same as an offset */
    size_t text;        /* in the node's text */
    size_t blanks;      /* up to here are blanks that no line end follows */
};

/* At the start of the text of a scalar. */
struct node_walk node_walk_start(const struct node *scalar);

bool node_walk_ended(const struct node_walk *walk);

/* One character of the text, or one fold, or an escaped line end that is nothing; true after a fold. */
bool node_walk_step(struct node_walk *walk);

/* Notes stops along a long scalar, so that a place far inside it is near one of them. The node is as it will stay. */
void node_walk_note_stops(struct arena *arena, struct node *scalar);

/*
 * Places of many bytes of one text: those in order cost one walk, one before the last walks from the
 * nearest stop again. A copy is a place to go on from.
 */
struct node_cursor {
    struct node_walk walk;
    size_t asked; /* for last */
};
struct node_cursor node_cursor(const struct node *scalar);
struct place node_cursor_go(struct node_cursor *cursor, size_t offset);

#endif
