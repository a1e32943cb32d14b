/*
 * grid.h - sheets while they are read; internal to src/sheet.
 */
#ifndef ITAREPORT_SHEET_GRID_H
#define ITAREPORT_SHEET_GRID_H

#include "base/buffer.h"
#include "sheet/sheet.h"

struct grid_merge {
    uint32_t row, column, rows, columns;
};

/* A book that is being read; the sheet is its last. */
struct grid {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    bool has_failed; /* what was wrong has been said */
    struct sheet *sheet;
    size_t sheets, sheet_room;
    size_t cells_in_all;
    struct sheet_cell *cell;
    size_t cells, cell_room;
    struct grid_merge *merge;
    size_t merges, merge_room;
};

/* False after reporting: there are too many. */
bool grid_begin_sheet(struct grid *grid, const char *name, bool is_hidden);

/* A cell with its row, column, kind and text; what is not there is zero. Texts are kept as they are: they belong to
 * the arena. */
void grid_put(struct grid *grid, const struct sheet_cell *cell);
void grid_merge(struct grid *grid, struct grid_merge merge);
void grid_end_sheet(struct grid *grid);

/* False after reporting what went wrong, now or before. */
bool grid_end(struct grid *grid, struct sheet_book *out);

/* Says once why a book cannot be read. */
void grid_fail(struct grid *grid, enum diag_code code, const char *what);

/* A number as files have it ("91.400000000000006", "9.14E1") in millionths: what is beyond 15 digits is noise of
 * binary fractions and counts no more than it does for spreadsheet programs. False where it is no number. */
bool grid_number(const char *text, int shift, int64_t *millionths);

/* A number as it is shown. */
const char *grid_shown(struct arena *arena, int64_t millionths, int decimals, bool is_percent);

/* A cell of text, an error value, or of an ISO date. */
void grid_put_text(struct grid *grid, uint32_t row, uint32_t column, const char *text);

/* The day of a moment; years of the Buddhist era that a program took for Gregorian ones are put right. */
struct date grid_date(int64_t seconds);

/* ---- readers, each a file ---- */

void csv_read(struct grid *grid, const char *bytes, size_t length);
struct zip;
void xlsx_read(struct grid *grid, const struct zip *zip);
void ods_read(struct grid *grid, const struct zip *zip);

#endif
