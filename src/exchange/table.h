/*
 * table.h - a table in columns of a terminal.
 *
 * Purpose: columns are as wide as what they hold, in cells of a terminal: marks of Thai have none of their own.
 * Memory:  the table has an arena of its own.
 */
#ifndef ITAREPORT_EXCHANGE_TABLE_H
#define ITAREPORT_EXCHANGE_TABLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { TABLE_COLUMNS = 8 };

struct table {
    struct arena *arena;
    const char **cell; /* row by row */
    size_t count, room;
    size_t columns;
    unsigned right; /* a bit for each column that ends where others begin: numbers */
};

struct table table_new(size_t columns);
void table_free(struct table *table);

/* The next cell; a text that is wider than the most cells (0: any width) ends with "…". */
void table_add(struct table *table, const char *text, size_t most);
void table_print(const struct table *table, struct buffer *out);

#endif
