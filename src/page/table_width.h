/*
 * table_width.h - the widths of a table's columns.
 *
 * Purpose: from the least and the preferred widths of the cells (spanning cells included), fixed
 *          widths and shares, the widths that fill the table exactly.  No column is narrower than
 *          its longest word while another one could give way, or than its longest compound while
 *          the table has room for that.
 * Units:   1/1024 pt.  Cells' widths include the room between text and rules.
 * Memory:  writes to the caller's array.
 * Errors:  false when the words do not fit: the columns are then narrower than their words.
 */
#ifndef ITAREPORT_PAGE_TABLE_WIDTH_H
#define ITAREPORT_PAGE_TABLE_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct width_column {
    int32_t fixed; /* a wish that gives way to words; 0: automatic */
    int32_t share; /* of the room left by the others; 0: by its content */
};

struct width_cell {
    size_t column;
    size_t columns;
    int32_t least; /* of its longest word */
    int32_t whole; /* of its longest compound; not more than least: none is longer */
    int32_t preferred;
};

struct width_table {
    const struct width_column *column;
    size_t columns;
    const struct width_cell *cell;
    size_t cells;
    int32_t width;
};

bool width_solve(const struct width_table *table, int32_t *width);

#endif
