/*
 * The cells are laid on a grid, each on all slots it spans, in the way of HTML: a cell takes the
 * first free slot of its row. What heads a cell is then read off the grid.
 */
#include "paint/heads.h"

enum { HEADS_MOST = 16 };

struct grid {
    size_t rows, columns, header_rows;
    const struct doc_node **slot;  /* rows × columns */
    const struct doc_node **group; /* by row: the header cell of the group it is in */
};

struct spot {
    const struct doc_node *cell;
    size_t row, column;
    size_t rows, columns; /* spanned */
};

struct head_list {
    const char *id[HEADS_MOST];
    size_t count;
};

static const struct doc_node **slot_at(const struct grid *grid, size_t row, size_t column)
{
    return &grid->slot[row * grid->columns + column];
}

static void place_cell(struct grid *grid, const struct doc_node *cell, size_t row)
{
    size_t column = 0;
    while (column < grid->columns && *slot_at(grid, row, column) != NULL)
        column++;
    for (size_t r = row; r < row + cell->cell.row_span && r < grid->rows; r++)
        for (size_t c = column; c < column + cell->cell.column_span && c < grid->columns; c++)
            *slot_at(grid, r, c) = cell;
}

static size_t count_rows(const struct doc_node *table)
{
    size_t rows = 0;
    for (const struct doc_node *child = table->first; child != NULL; child = child->next)
        rows += child->kind == DOC_ROW;
    return rows;
}

static struct grid grid_new(struct arena *arena, const struct doc_node *table)
{
    struct grid grid = {.rows = count_rows(table),
                        .columns = table->table.columns,
                        .header_rows = table->table.header_rows};
    grid.slot = ARENA_NEW(arena, const struct doc_node *, grid.rows *grid.columns + 1);
    grid.group = ARENA_NEW(arena, const struct doc_node *, grid.rows + 1);
    const struct doc_node *group = NULL;
    size_t row = 0;
    for (const struct doc_node *child = table->first; child != NULL; child = child->next) {
        if (child->kind != DOC_ROW)
            continue;
        grid.group[row] = child->row.group ? NULL : group;
        for (const struct doc_node *cell = child->first; cell != NULL; cell = cell->next)
            place_cell(&grid, cell, row);
        if (child->row.group)
            group = child->first != NULL && child->first->cell.header ? child->first : NULL;
        row++;
    }
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
                         const struct grid *grid, const struct spot *spot)
{
    for (size_t r = 0; r < spot->row && r < grid->header_rows; r++)
        for (size_t c = spot->column; c < spot->column + spot->columns; c++)
            list_add(list, elements, *slot_at(grid, r, c));
}

static void list_rows(struct head_list *list, const struct elements *elements,
                      const struct grid *grid, const struct spot *spot)
{
    if (spot->row < grid->header_rows)
        return;
    list_add(list, elements, grid->group[spot->row]);
    for (size_t r = spot->row; r < spot->row + spot->rows; r++)
        for (size_t c = 0; c < spot->column; c++) {
            const struct doc_node *head = *slot_at(grid, r, c);
            if (head != NULL && head->cell.header)
                list_add(list, elements, head);
        }
}

static void assign(struct elements *elements, const struct grid *grid, const struct spot *spot)
{
    struct head_list list = {.count = 0};
    list_columns(&list, elements, grid, spot);
    list_rows(&list, elements, grid, spot);
    if (list.count == 0)
        return;
    const char **header = ARENA_NEW(elements->arena, const char *, list.count);
    for (size_t i = 0; i < list.count; i++)
        header[i] = list.id[i];
    struct finish_element *element = &elements->element[elements->text[spot->cell->id]];
    element->header = header;
    element->headers = list.count;
}

/* The part of the grid a cell covers, from its top left slot on. */
static struct spot spot_at(const struct grid *grid, size_t row, size_t column)
{
    struct spot spot = {*slot_at(grid, row, column), row, column, 1, 1};
    while (row + spot.rows < grid->rows && *slot_at(grid, row + spot.rows, column) == spot.cell)
        spot.rows++;
    while (column + spot.columns < grid->columns &&
           *slot_at(grid, row, column + spot.columns) == spot.cell)
        spot.columns++;
    return spot;
}

void heads_assign(struct elements *elements, const struct doc_node *table)
{
    struct grid grid = grid_new(elements->arena, table);
    for (size_t r = 0; r < grid.rows; r++)
        for (size_t c = 0; c < grid.columns; c++) {
            const struct doc_node *cell = *slot_at(&grid, r, c);
            bool above = cell != NULL && r > 0 && *slot_at(&grid, r - 1, c) == cell;
            bool left = cell != NULL && c > 0 && *slot_at(&grid, r, c - 1) == cell;
            if (cell == NULL || above || left)
                continue;
            struct spot spot = spot_at(&grid, r, c);
            assign(elements, &grid, &spot);
        }
}
