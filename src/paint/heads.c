/*
 * The cells are where the pages have them on the grid (page/table_grid.h). What heads a cell is then
 * read off the grid.
 */
#include "paint/heads.h"

#include "page/table_grid.h"

enum { HEADS_MOST = 16 };

/* A table's cells in order, and the grid they are on. */
struct grid {
    size_t rows, columns, header_rows;
    const struct doc_node **cell;
    struct grid_cell *spot; /* of each cell */
    size_t cells;
    size_t *slot;                  /* rows × columns: indexes of cells */
    const struct doc_node **group; /* by row: the header cell of the group it is in */
};

struct head_list {
    const char *id[HEADS_MOST];
    size_t count;
};

/* The cell at a place, or NULL. */
static const struct doc_node *cell_at(const struct grid *grid, size_t row, size_t column)
{
    size_t index = grid->slot[row * grid->columns + column];
    return index != GRID_EMPTY ? grid->cell[index] : NULL;
}

static void count_cells(struct grid *grid, const struct doc_node *table)
{
    for (const struct doc_node *row = table->first; row != NULL; row = row->next) {
        if (row->kind != DOC_ROW)
            continue;
        grid->rows++;
        for (const struct doc_node *cell = row->first; cell != NULL; cell = cell->next)
            grid->cells++;
    }
}

static void take_cells(struct grid *grid, const struct doc_node *table)
{
    const struct doc_node *group = NULL;
    size_t row = 0, at = 0;
    for (const struct doc_node *child = table->first; child != NULL; child = child->next) {
        if (child->kind != DOC_ROW)
            continue;
        grid->group[row] = child->row.group ? NULL : group;
        for (const struct doc_node *cell = child->first; cell != NULL; cell = cell->next) {
            grid->spot[at] = (struct grid_cell){
                .row = row, .rows = cell->cell.row_span, .columns = cell->cell.column_span};
            grid->cell[at++] = cell;
        }
        if (child->row.group)
            group = child->first != NULL && child->first->cell.header ? child->first : NULL;
        row++;
    }
}

static struct grid grid_new(struct arena *arena, const struct doc_node *table)
{
    struct grid grid = {.columns = table->table.columns, .header_rows = table->table.header_rows};
    count_cells(&grid, table);
    grid.cell = ARENA_NEW(arena, const struct doc_node *, grid.cells);
    grid.spot = ARENA_NEW(arena, struct grid_cell, grid.cells);
    grid.group = ARENA_NEW(arena, const struct doc_node *, grid.rows);
    take_cells(&grid, table);
    grid.slot = grid_place(arena, grid.spot, grid.cells, grid.rows, grid.columns, grid.header_rows);
    return grid;
}

static void list_add(struct head_list *list, const struct elements *elements,
                     const struct doc_node *head)
{
    if (head == NULL)
        return;
    const char *id = elements->element[elements->text[head->id]].id;
    for (size_t i = 0; i < list->count; i++)
        if (list->id[i] == id)
            return;
    if (id != NULL && list->count < HEADS_MOST)
        list->id[list->count++] = id;
}

static void list_columns(struct head_list *list, const struct elements *elements,
                         const struct grid *grid, const struct grid_cell *spot)
{
    for (size_t r = 0; r < spot->row && r < grid->header_rows; r++)
        for (size_t c = spot->column; c < spot->column + spot->columns; c++)
            list_add(list, elements, cell_at(grid, r, c));
}

static void list_rows(struct head_list *list, const struct elements *elements,
                      const struct grid *grid, const struct grid_cell *spot)
{
    if (spot->row < grid->header_rows)
        return;
    list_add(list, elements, grid->group[spot->row]);
    for (size_t r = spot->row; r < spot->row + spot->rows; r++)
        for (size_t c = 0; c < spot->column; c++) {
            const struct doc_node *head = cell_at(grid, r, c);
            if (head != NULL && head->cell.header)
                list_add(list, elements, head);
        }
}

void heads_assign(struct elements *elements, const struct doc_node *table)
{
    struct grid grid = grid_new(elements->arena, table);
    for (size_t i = 0; i < grid.cells; i++) {
        struct head_list list = {.count = 0};
        list_columns(&list, elements, &grid, &grid.spot[i]);
        list_rows(&list, elements, &grid, &grid.spot[i]);
        if (list.count == 0 || grid.spot[i].columns == 0)
            continue;
        const char **header = ARENA_NEW(elements->arena, const char *, list.count);
        for (size_t h = 0; h < list.count; h++)
            header[h] = list.id[h];
        struct tag_element *element = &elements->element[elements->text[grid.cell[i]->id]];
        element->header = header;
        element->headers = list.count;
    }
}
