/*
 * survey.h - which cells of a sheet are values of an edition, found by what is there.
 *
 * Purpose: nobody has told how a spreadsheet of scores is built, so it is looked at as a reader would: heads of columns, titles
 *          that go for what is below, ids, texts and numbers of questions in the rows; or, in a table of one agency a row,
 *          ids in the heads. Each value is told with how it was known, for the one who has to believe it.
 * Memory:  everything belongs to the arena given.
 * Errors:  what cannot be told is reported at its cell.
 */
#ifndef ITAREPORT_EXCHANGE_SURVEY_H
#define ITAREPORT_EXCHANGE_SURVEY_H

#include "exchange/columns.h"

struct survey_finding {
    const struct target *target;
    const struct sheet *sheet;
    uint32_t row, column;          /* of the value */
    const struct sheet_cell *cell; /* NULL: blank */
    enum known_by by;
    int percent;
};

/* A row with a number that nothing is made of. */
struct survey_left {
    const struct sheet *sheet;
    uint32_t row, column;
    const char *text;
};

struct survey {
    struct survey_finding *item;
    size_t count, room;
    struct survey_left *left;
    size_t lefts, left_room;
};

struct survey_setup {
    struct arena *arena;
    struct known *known;
    const struct names *names;
    const struct targets *targets;
    const char *agency, *short_name; /* to find its row, where each agency has one */
    int year;
    /* Columns that someone has named, for all rows; or NULL. */
    const struct columns *columns;
    struct diag *diag;
};

/* Adds what a sheet has. */
void survey_sheet(const struct survey_setup *setup, const struct cell_reader *values,
                  struct survey *out);

#endif
