/*
 * write.h - tables for spreadsheet programs: CSV and XLSX.
 *
 * Purpose: the same table gives the same bytes. A CSV file begins with a mark of UTF-8 and has line ends of two characters, or
 *          the commonest program shows no Thai; a text in it that such a program would take for a formula begins with an
 *          apostrophe, which sheet_unguarded takes away again. An XLSX file says of each cell what it is, has a bold head
 *          that stays in sight, and columns as wide as they need to be.
 * Units:   widths in letters.
 * Memory:  a table belongs to the arena that it was made with.
 */
#ifndef ITAREPORT_SHEET_WRITE_H
#define ITAREPORT_SHEET_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { SHEET_TABLE_COLUMNS = 16 };

enum sheet_value_kind { SHEET_VALUE_NONE, SHEET_VALUE_TEXT, SHEET_VALUE_SCORE, SHEET_VALUE_WHOLE };

struct sheet_value {
    enum sheet_value_kind kind;
    const char *text;
    int64_t number; /* hundredths of a score, or whole */
};

struct sheet_table {
    struct arena *arena;
    const char *name;
    const char *head[SHEET_TABLE_COLUMNS];
    unsigned width[SHEET_TABLE_COLUMNS];
    size_t columns;
    struct sheet_value *value; /* row by row */
    size_t values, room;
};

/* The next value of a row; NULL for a text that there is not. */
void sheet_add_text(struct sheet_table *table, const char *text);
void sheet_add_score(struct sheet_table *table, int64_t hundredths);
void sheet_add_whole(struct sheet_table *table, int64_t number);
void sheet_add_none(struct sheet_table *table);

void sheet_write_csv(const struct sheet_table *table, struct buffer *out);
void sheet_write_xlsx(const struct sheet_table *table, size_t tables, struct buffer *out);

/* A text of a CSV file without the apostrophe that guards it. */
const char *sheet_unguarded(const char *text);

#endif
