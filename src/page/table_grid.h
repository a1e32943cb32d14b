/*
 * table_grid.h - where the cells of a table are.
 *
 * Purpose: places cells with row and column spans as HTML does: each row is filled from the left,
 *          over places still held by a cell from above.
 * Units:   rows and columns count from 0.
 * Memory:  the grid belongs to the arena given.
 * Errors:  a cell that does not fit is cut to what fits, and marked; the caller reports it.
 */
#ifndef ITAREPORT_PAGE_TABLE_GRID_H
#define ITAREPORT_PAGE_TABLE_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum grid_fault {
    GRID_FITS,
    GRID_NO_COLUMN, /* the row was full already: the cell is nowhere (0 columns) */
    GRID_TOO_WIDE,  /* it ran over the table's right edge */
    GRID_OVERLAP,   /* it ran into a cell that spans down from an earlier row */
    GRID_TOO_TALL   /* it ran over the table's last row, or out of the header rows */
};

struct grid_cell {
    size_t row;            /* in: cells come row by row */
    size_t rows, columns;  /* in: spans as wanted; out: as granted */
    size_t column;         /* out */
    enum grid_fault fault; /* out */
};

#define GRID_EMPTY SIZE_MAX

/* Fills in the cells; returns rows × columns indexes of cells, row by row, or GRID_EMPTY. */
size_t *grid_place(struct arena *arena, struct grid_cell *cell, size_t cells, size_t rows,
                   size_t columns, size_t header_rows);

#endif
