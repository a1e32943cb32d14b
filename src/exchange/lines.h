/*
 * lines.h - several texts in one cell, a line each.
 *
 * Purpose: steps and responsible units are lists, which a cell holds as lines. Where a text has lines itself, or looks as if it were
 *          numbered, all are numbered, so that they come apart again as they were.
 * Memory:  belongs to the arena given.
 */
#ifndef ITAREPORT_EXCHANGE_LINES_H
#define ITAREPORT_EXCHANGE_LINES_H

#include "yaml/record.h"

/* "" for none. */
const char *lines_join(struct arena *arena, const struct texts *texts);

struct lines {
    const char **item;
    size_t count, room;
};

/* Adds what a cell holds: after "1.", "๑)", "(1)" or "-" in the order of their numbers, or a line each. Line ends around a text and
 * blank lines between them are no part of it. */
void lines_add(struct arena *arena, const char *cell, struct lines *out);

#endif
