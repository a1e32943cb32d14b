/*
 * Cells come in any order and are put in order at the end of their sheet. What merged cells cover is written out, within the
 * rows and columns in use, so that a place is found by one search.
 */
#include "sheet/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

void grid_fail(struct grid *grid, enum diag_code code, const char *what)
{
    if (!grid->has_failed)
        diag_say(grid->diag, code, (struct place){0}, grid->file, what);
    grid->has_failed = true;
}

bool grid_begin_sheet(struct grid *grid, const char *name, bool is_hidden)
{
    if (grid->sheets == SHEET_SHEETS)
        grid_fail(grid, MESSAGE_SHEET_SHEETS, arena_printf(grid->arena, "%d", SHEET_SHEETS));
    if (grid->has_failed)
        return false;
    grid->sheet =
        arena_room(grid->arena, grid->sheet, grid->sheets, &grid->sheet_room, sizeof *grid->sheet);
    grid->sheet[grid->sheets++] = (struct sheet){.name = name, .is_hidden = is_hidden};
    grid->cell = NULL;
    grid->merge = NULL;
    grid->cells = grid->cell_room = grid->merges = grid->merge_room = 0;
    return true;
}

void grid_put(struct grid *grid, const struct sheet_cell *cell)
{
    if (cell->row >= SHEET_ROWS || cell->column >= SHEET_COLUMNS ||
        ++grid->cells_in_all > SHEET_CELLS)
        grid_fail(grid, MESSAGE_SHEET_CELLS, arena_printf(grid->arena, "%d", SHEET_CELLS));
    if (strlen(cell->text) > SHEET_CELL_BYTES)
        grid_fail(grid, MESSAGE_SHEET_CELL_BYTES,
                  sheet_cell_name(grid->arena, cell->row, cell->column));
    if (grid->has_failed)
        return;
    grid->cell =
        arena_room(grid->arena, grid->cell, grid->cells, &grid->cell_room, sizeof *grid->cell);
    struct sheet_cell *out = &grid->cell[grid->cells++];
    *out = *cell;
    out->rows = out->columns = 1;
}

void grid_merge(struct grid *grid, struct grid_merge merge)
{
    if (merge.rows * (uint64_t)merge.columns <= 1)
        return;
    if (grid->merges == SHEET_MERGES)
        grid_fail(grid, MESSAGE_SHEET_CELLS, arena_printf(grid->arena, "%d", SHEET_CELLS));
    if (grid->has_failed)
        return;
    grid->merge =
        arena_room(grid->arena, grid->merge, grid->merges, &grid->merge_room, sizeof *grid->merge);
    grid->merge[grid->merges++] = merge;
}

/* ---- in order ---- */

/* Of two at one place the one that was put first comes first. */
static int compare(const void *a, const void *b)
{
    const struct sheet_cell *one = a, *two = b;
    if (one->row != two->row)
        return one->row < two->row ? -1 : 1;
    if (one->column != two->column)
        return one->column < two->column ? -1 : 1;
    bool covered = one->kind == SHEET_COVERED, other_covered = two->kind == SHEET_COVERED;
    return covered - other_covered;
}

static void sort(struct grid *grid)
{
    if (grid->cells == 0)
        return;
    qsort(grid->cell, grid->cells, sizeof *grid->cell, compare);
    size_t kept = 1;
    for (size_t i = 1; i < grid->cells; i++) {
        struct sheet_cell *last = &grid->cell[kept - 1];
        if (grid->cell[i].row != last->row || grid->cell[i].column != last->column)
            grid->cell[kept++] = grid->cell[i];
        else if (grid->cell[i].kind == SHEET_COVERED)
            *last = grid->cell[i]; /* what is under a merged cell is not to be seen */
    }
    grid->cells = kept;
}

static struct sheet_cell *find(const struct grid *grid, size_t count, uint32_t row, uint32_t column)
{
    const struct sheet_cell key = {.row = row, .column = column};
    return count == 0 ? NULL : bsearch(&key, grid->cell, count, sizeof key, compare);
}

/* Rows and columns that have a cell. */
static void measure(struct grid *grid, struct sheet *sheet)
{
    for (size_t i = 0; i < grid->cells; i++) {
        const struct sheet_cell *cell = &grid->cell[i];
        sheet->rows = cell->row + 1 > sheet->rows ? cell->row + 1 : sheet->rows;
        sheet->columns = cell->column + 1 > sheet->columns ? cell->column + 1 : sheet->columns;
    }
}

static void cover(struct grid *grid, const struct sheet *sheet, const struct grid_merge *merge)
{
    for (uint32_t r = merge->row; r < sheet->rows && r - merge->row < merge->rows; r++)
        for (uint32_t c = merge->column; c < sheet->columns && c - merge->column < merge->columns;
             c++) {
            if (r == merge->row && c == merge->column)
                continue;
            grid_put(grid, &(struct sheet_cell){.row = r,
                                                .column = c,
                                                .kind = SHEET_COVERED,
                                                .text = "",
                                                .anchor_row = merge->row,
                                                .anchor_column = merge->column});
            if (grid->has_failed)
                return;
        }
}

static void cover_all(struct grid *grid, const struct sheet *sheet)
{
    size_t count = grid->cells;
    for (size_t i = 0; i < grid->merges && !grid->has_failed; i++) {
        const struct grid_merge *merge = &grid->merge[i];
        struct sheet_cell *anchor = find(grid, count, merge->row, merge->column);
        if (anchor == NULL)
            continue; /* a blank one shows nothing */
        anchor->rows = merge->rows;
        anchor->columns = merge->columns;
        cover(grid, sheet, merge);
    }
    sort(grid);
}

static void index_rows(struct grid *grid, struct sheet *sheet)
{
    size_t *row = ARENA_NEW(grid->arena, size_t, (size_t)sheet->rows + 1);
    size_t at = 0;
    for (uint32_t r = 0; r <= sheet->rows; r++) {
        while (at < grid->cells && grid->cell[at].row < r)
            at++;
        row[r] = at;
    }
    row[sheet->rows] = grid->cells;
    sheet->row = row;
}

/* ---- as lines, for messages ---- */

enum { SHOWN = 40 }; /* letters of a cell in such a line */
static const char PARTING[] = " | ";

static void add_shown(struct buffer *out, const char *text)
{
    size_t length = strlen(text), at = 0;
    for (int count = 0; at < length && count < SHOWN; count++) {
        size_t from = at;
        char32_t c = utf8_next(text, length, &at);
        if (c == '\n' || c == '\t' || c == UTF8_BAD)
            buffer_add_char(out, ' ');
        else
            buffer_add(out, text + from, at - from);
    }
    if (at < length)
        buffer_add_string(out, "…");
}

/* The cells of a row before a column; all of them where the column is the number of columns. */
static void add_row(struct buffer *out, const struct sheet *sheet, uint32_t row, uint32_t column)
{
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1] && sheet->cell[i].column < column;
         i++) {
        if (sheet->cell[i].kind == SHEET_COVERED)
            continue;
        add_shown(out, sheet->cell[i].text);
        buffer_add_string(out, PARTING);
    }
}

static void show(struct grid *grid, struct sheet *sheet)
{
    struct buffer out = {0};
    for (uint32_t r = 0; r < sheet->rows; r++) {
        add_row(&out, sheet, r, sheet->columns);
        if (sheet->row[r] < sheet->row[r + 1])
            out.length -= out.length >= strlen(PARTING) ? strlen(PARTING) : 0;
        buffer_add_char(&out, '\n');
    }
    struct source *source = ARENA_NEW(grid->arena, struct source, 1);
    *source = (struct source){.path = grid->file, .length = out.length};
    source->text = arena_copy(grid->arena, buffer_text(&out), out.length);
    sheet->source = source;
    buffer_free(&out);
}

struct place sheet_place(const struct sheet *sheet, uint32_t row, uint32_t column)
{
    uint32_t letters = 0;
    if (row < sheet->rows) {
        struct buffer before = {0};
        add_row(&before, sheet, row, column);
        letters = (uint32_t)utf8_count(buffer_text(&before), before.length);
        buffer_free(&before);
    }
    return place_at(sheet->source, row + 1, letters + 1);
}

void grid_end_sheet(struct grid *grid)
{
    if (grid->has_failed)
        return;
    struct sheet *sheet = &grid->sheet[grid->sheets - 1];
    sort(grid);
    measure(grid, sheet);
    cover_all(grid, sheet);
    if (grid->has_failed)
        return;
    sheet->cell = grid->cell;
    sheet->cells = grid->cells;
    index_rows(grid, sheet);
    show(grid, sheet);
}

bool grid_end(struct grid *grid, struct sheet_book *out)
{
    *out = (struct sheet_book){.file = grid->file, .sheet = grid->sheet, .sheets = grid->sheets};
    return !grid->has_failed;
}

/* ---- finding ---- */

static const struct sheet_cell *search(const struct sheet *sheet, uint32_t row, uint32_t column)
{
    size_t low = sheet->row[row], high = sheet->row[row + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->cell[middle].column < column)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < sheet->row[row + 1] && sheet->cell[low].column == column;
    return is_there ? &sheet->cell[low] : NULL;
}

const struct sheet_cell *sheet_at(const struct sheet *sheet, uint32_t row, uint32_t column)
{
    if (row >= sheet->rows)
        return NULL;
    const struct sheet_cell *cell = search(sheet, row, column);
    if (cell == NULL)
        return NULL;
    if (cell->kind != SHEET_COVERED)
        return cell;
    /* Merged cells that overlap, as damaged files have them: the covering one may be covered itself. */
    const struct sheet_cell *anchor = search(sheet, cell->anchor_row, cell->anchor_column);
    return anchor != NULL && anchor->kind != SHEET_COVERED ? anchor : NULL;
}

const char *sheet_cell_name(struct arena *arena, uint32_t row, uint32_t column)
{
    enum { LETTERS = 26, LONGEST = 8 };
    char name[LONGEST];
    size_t at = sizeof name - 1;
    name[at] = '\0';
    for (uint32_t rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / LETTERS)
        name[--at] = (char)('A' + (rest - 1) % LETTERS);
    return arena_printf(arena, "%s%u", name + at, row + 1);
}

bool sheet_column_read(const char *letters, size_t length, uint32_t *column)
{
    enum { LETTERS = 26, LONGEST = 3 };
    uint32_t number = 0;
    for (size_t i = 0; i < length; i++) {
        char letter = (char)(letters[i] & ~0x20); /* small ones too */
        if (letter < 'A' || letter > 'Z' || i >= LONGEST)
            return false;
        number = number * LETTERS + (uint32_t)(letter - 'A') + 1;
    }
    if (number == 0 || number > SHEET_COLUMNS)
        return false;
    *column = number - 1;
    return true;
}
