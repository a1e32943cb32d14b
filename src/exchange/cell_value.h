/*
 * cell_value.h - what a cell says as a score, a number or the name of a level.
 *
 * Purpose: scores have two decimals. A number is rounded half up to two of its decimal digits, whatever its cell's format
 *          shows, and a percentage counts as it is shown (98.67 %). A text may have digits of either script, a comma for
 *          the point, "%" or "คะแนน" beside the number.
 * Units:   scores in hundredths.
 * Errors:  reported at the cell.
 */
#ifndef ITAREPORT_EXCHANGE_CELL_VALUE_H
#define ITAREPORT_EXCHANGE_CELL_VALUE_H

#include "exchange/names.h"
#include "exchange/target.h"
#include "sheet/sheet.h"

struct cell_reader {
    struct arena *arena;
    const struct names *names;
    const struct scheme *scheme;
    struct diag *diag;
    const struct sheet *sheet;
    bool names_sheet; /* a message says which sheet a cell is in */
};

enum cell_state {
    CELL_MISSING, /* blank, or a sign for nothing */
    CELL_FINE,
    CELL_BAD /* reported */
};

struct cell_value {
    enum cell_state state;
    int64_t number;     /* hundredths of a score, or whole */
    const char *text;   /* the name of a level as the scheme has it */
    const char *longer; /* the number, where it had more decimals than a score has; or NULL */
};

/* A cell, or NULL where it is blank; row and column are its place. */
struct cell_value cell_read(const struct cell_reader *reader, const struct sheet_cell *cell,
                            uint32_t row, uint32_t column, enum target_kind kind);

/* Whether a cell could be a score; says nothing. */
bool cell_is_score(const struct cell_reader *reader, const struct sheet_cell *cell);

/* The level or letter of the scheme that a text names; NULL where it is none. */
const char *cell_level(const struct cell_reader *reader, const char *text, enum target_kind kind);

/* "A7", or "คะแนน!A7" */
const char *cell_name(const struct cell_reader *reader, uint32_t row, uint32_t column);

#endif
