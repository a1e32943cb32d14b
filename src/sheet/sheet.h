/*
 * sheet.h - tables of other programs: a book of sheets of typed cells, whatever file they came in.
 *
 * Purpose: CSV, XLSX and ODS are read into the same grid, with each cell's sheet, row and column, and as what it
 *          shows: a percentage of 0.9867 is 98.67, a date is a day. What a formula gave is taken as it was stored.
 * Units:   rows and columns from 0; numbers in millionths.
 * Memory:  a book belongs to the arena given.
 * Errors:  reported with the file's name; a file that cannot be read whole is no book.
 */
#ifndef ITAREPORT_SHEET_SHEET_H
#define ITAREPORT_SHEET_SHEET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"

enum {
    SHEET_SHEETS = 200,       /* of a book */
    SHEET_CELLS = 400 * 1000, /* of a book, those counted that a merged one covers */
    SHEET_ROWS = 1048576,     /* of a sheet, as spreadsheet programs have them */
    SHEET_COLUMNS = 16384,
    SHEET_CELL_BYTES = 128 * 1024, /* of the text of one cell */
    SHEET_MERGES = 20000           /* of a sheet */
};

enum sheet_kind {
    SHEET_BLANK,
    SHEET_TEXT,
    SHEET_NUMBER,
    SHEET_DATE,
    SHEET_TRUTH,
    SHEET_ERROR,        /* #N/A */
    SHEET_UNCALCULATED, /* a formula of which the file has no value */
    SHEET_COVERED       /* under a merged cell */
};

enum { SHEET_GENERAL = -1 };

struct sheet_cell {
    uint32_t row, column;
    uint32_t rows, columns; /* that it covers: 1, 1 when it is not merged */
    enum sheet_kind kind;
    const char *text;   /* as it is shown, lines parted by \n; never NULL */
    int64_t millionths; /* SHEET_NUMBER, as it is shown: of a percentage its hundredfold */
    int decimals;       /* SHEET_NUMBER: how many its format shows, or SHEET_GENERAL */
    bool is_percent;
    struct date date;                   /* SHEET_DATE */
    uint32_t anchor_row, anchor_column; /* SHEET_COVERED: where the cell is that covers it */
};

struct sheet {
    const char *name; /* "" in a CSV file */
    bool is_hidden;
    const struct sheet_cell *cell; /* by row, then by column; none is blank */
    size_t cells;
    const size_t *row;           /* the first cell of each row, and one more number for the end */
    uint32_t rows, columns;      /* in use */
    const struct source *source; /* its rows as lines of text, for messages */
};

struct sheet_book {
    const char *file; /* for messages */
    const struct sheet *sheet;
    size_t sheets;
};

/* Reads a file's bytes, whose kind is told by themselves. False after reporting. */
bool sheet_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                struct diag *diag, struct sheet_book *out);

/* The cell that is at a place, or NULL where it is blank. A covered place has the cell that covers it. */
const struct sheet_cell *sheet_at(const struct sheet *sheet, uint32_t row, uint32_t column);

/* "A7" */
const char *sheet_cell_name(struct arena *arena, uint32_t row, uint32_t column);

/* The number of a column by its letters, "AB"; false when they are none. */
bool sheet_column_read(const char *letters, size_t length, uint32_t *column);

/* The place of a cell for messages: the line is its row's number. */
struct place sheet_place(const struct sheet *sheet, uint32_t row, uint32_t column);

/* Whether a text is an error value of spreadsheet programs: #N/A, Err:502 */
bool sheet_is_error(const char *text);

#endif
