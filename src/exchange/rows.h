/*
 * rows.h - what each row of a sheet is about; internal to src/exchange.
 */
#ifndef ITAREPORT_EXCHANGE_ROWS_H
#define ITAREPORT_EXCHANGE_ROWS_H

#include "exchange/survey.h"

enum { ROWS_MOST = 3000 }; /* that are looked at */

struct row {
    uint32_t row;
    struct known_thing thing; /* KNOWN_NOTHING: unless a number says what */
    uint32_t named;           /* the column of the cell that says so */
    int number;               /* a bare one, or -1 */
    uint32_t numbered;        /* its column */
    bool is_total;            /* the agency's own sum or mean */
    /* Said in the row itself, or by a title above. */
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    const struct scheme_indicator *indicator;
    size_t title; /* which title it is below: rows of one table have the same */
    const struct columns *columns;
    uint32_t value; /* the column of a value that the row itself tells */
    bool has_value;
};

struct rows {
    struct row *item;
    size_t count;
};

struct survey_walk {
    const struct survey_setup *setup;
    const struct cell_reader *values;
    const struct sheet *sheet;
    struct columns_reader columns;
    struct rows rows;
    struct survey *out;
};

/* The rows but for heads and titles. */
void rows_read(struct survey_walk *walk);

/* A table of one agency a row: the row of its heads, three or more of which are ids of questions. */
struct rows_wide {
    uint32_t row;
    size_t ids;
};
bool rows_find_wide(struct survey_walk *walk, struct rows_wide *wide);

/* Below the heads the one row of scores, or the one with the agency's name; UINT32_MAX after reporting. */
uint32_t rows_find_agency(struct survey_walk *walk, const struct rows_wide *wide);

/* Warns where the first rows name a year, and not the edition's. */
void rows_check_year(struct survey_walk *walk);

/* Gives questions to bare numbers (rows_number.c), and to scores alone, where nothing else says whose they are. */
void rows_number(struct survey_walk *walk);

#endif
