/*
 * heads.h - which cells head a cell of a table.
 *
 * Purpose: fills Headers of every cell: the header cells above its columns, the header cells of its
 *          rows to its left, and the last group row's.
 * Units:   rows and columns of the grid, from 0.
 * Memory:  lists belong to the elements' arena.
 * Errors:  cells that stick out of the grid are cut.
 */
#ifndef ITAREPORT_PAINT_HEADS_H
#define ITAREPORT_PAINT_HEADS_H

#include "paint/elements.h"

void heads_assign(struct elements *elements, const struct doc_node *table);

#endif
