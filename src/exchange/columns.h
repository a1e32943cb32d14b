/*
 * columns.h - what the columns of a table hold, told by their heads.
 *
 * Purpose: a head may be of several lines and merged cells: what is above a column, in all of them, counts together. Years
 *          other than the edition's, full scores and weights are no scores.
 * Memory:  belongs to the arena given.
 */
#ifndef ITAREPORT_EXCHANGE_COLUMNS_H
#define ITAREPORT_EXCHANGE_COLUMNS_H

#include "exchange/cell_value.h"
#include "exchange/known.h"

/* The later counts where two lines of a head say different things. */
enum column_role {
    COLUMN_NONE,
    COLUMN_TEXT,
    COLUMN_ID,
    COLUMN_SCORE,
    COLUMN_RESPONDENTS,
    COLUMN_RANK,
    COLUMN_OTHER
};

struct column {
    uint32_t column;
    enum column_role role;
    int strength;                               /* of two columns of scores the stronger counts */
    const struct scheme_instrument *instrument; /* that its scores are of, or NULL */
    const struct scheme_part *part;
    bool of_indicators;
};

struct columns {
    struct column *item; /* by column */
    size_t count;
    uint32_t first, last; /* rows of the head */
};

struct columns_reader {
    struct arena *arena;
    struct known *known;
    const struct names *names;
    const struct cell_reader *values;
    const struct sheet *sheet;
    int year; /* of the edition */
};

/* Whether a row could be a line of a head; goes_on: the row above is one. */
bool columns_is_head(const struct columns_reader *reader, uint32_t row, bool goes_on);

struct columns *columns_read(const struct columns_reader *reader, uint32_t first, uint32_t last);

/* NULL where a column has no head. */
const struct column *columns_at(const struct columns *columns, uint32_t column);

bool columns_have(const struct columns *columns, enum column_role role);

#endif
