/*
 * columns.h - rows of cells, aligned by what a terminal shows.
 *
 * Purpose: Thai marks take no column of their own, so bytes and code points align nothing.
 * Units:   columns of a terminal (utf8_cells).
 * Memory:  cells are copied into the arena given; starts with arena and columns set, all else zero.
 */
#ifndef ITAREPORT_BASE_COLUMNS_H
#define ITAREPORT_BASE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { COLUMNS_MOST = 12 };

struct columns {
    struct arena *arena;
    size_t columns;
    bool right[COLUMNS_MOST];  /* numbers */
    size_t most[COLUMNS_MOST]; /* a longer cell is cut, and ends with …; 0: never */
    const char *(*row)[COLUMNS_MOST];
    size_t rows, room;
};

/* Adds a row; line ends and other controls in cells become spaces. */
void columns_add(struct columns *columns, const char *const *cell);
#define COLUMNS_ADD(columns, ...) \
    columns_add((columns), (const char *const[COLUMNS_MOST]){__VA_ARGS__})

/* All rows, each after so many blanks, two between cells, none at the end of a line. */
void columns_print(const struct columns *columns, size_t indent, struct buffer *out);

/* How many columns a text takes. */
size_t columns_width(const char *text);

#endif
