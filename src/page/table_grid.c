/*
 * Row by row, cell by cell: the first free place of the row takes the cell, which then claims the
 * places its spans cover, as far as they are free.
 */
#include "page/table_grid.h"

struct grid {
    size_t *place;
    size_t rows, columns;
};

static size_t first_free(const struct grid *grid, size_t row)
{
    size_t column = 0;
    while (column < grid->columns && grid->place[row * grid->columns + column] != GRID_EMPTY)
        column++;
    return column;
}

/* A span from above always reaches further down than the rows already filled, so looking at the
 * cell's first row is enough for its width. */
static void fit_columns(const struct grid *grid, struct grid_cell *cell)
{
    size_t wanted = cell->columns;
    size_t width = 0;
    while (width < wanted) {
        size_t column = cell->column + width;
        if (column >= grid->columns) {
            cell->fault = width == 0 ? GRID_NO_COLUMN : GRID_TOO_WIDE;
            break;
        }
        if (grid->place[cell->row * grid->columns + column] != GRID_EMPTY) {
            cell->fault = GRID_OVERLAP;
            break;
        }
        width++;
    }
    cell->columns = width;
}

static void fit_rows(const struct grid *grid, struct grid_cell *cell, size_t header_rows)
{
    size_t limit = cell->row < header_rows ? header_rows : grid->rows;
    if (cell->rows > limit - cell->row) {
        cell->rows = limit - cell->row;
        if (cell->fault == GRID_FITS)
            cell->fault = GRID_TOO_TALL;
    }
}

size_t *grid_place(struct arena *arena, struct grid_cell *cell, size_t cells, size_t rows,
                   size_t columns, size_t header_rows)
{
    struct grid grid = {ARENA_NEW(arena, size_t, rows * columns), rows, columns};
    for (size_t i = 0; i < rows * columns; i++)
        grid.place[i] = GRID_EMPTY;
    if (header_rows > rows)
        header_rows = rows;
    for (size_t i = 0; i < cells; i++) {
        struct grid_cell *c = &cell[i];
        c->fault = GRID_FITS;
        c->column = first_free(&grid, c->row);
        if (c->columns == 0)
            c->columns = 1;
        if (c->rows == 0)
            c->rows = 1;
        fit_columns(&grid, c);
        fit_rows(&grid, c, header_rows);
        for (size_t row = c->row; row < c->row + c->rows; row++)
            for (size_t column = c->column; column < c->column + c->columns; column++)
                grid.place[row * columns + column] = i;
    }
    return grid.place;
}
