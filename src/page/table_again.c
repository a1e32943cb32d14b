/*
 * The text of a merged cell is shown again on every page that its rows reach.  Where they go on
 * with less room than it takes, the last of them grows: the page breaker is told how much by the
 * head of the slab that begins the page, and fill_table.c gets the same from here.
 */
#include "page/flow_make.h"
#include "page/table_grid.h"

int32_t flow_again_missing(const struct flow_table *table, const struct flow_cell *cell,
                           int32_t height)
{
    int32_t again = cell->height + flow_row_frame(table);
    if (cell->more != NULL)
        again += cell->more->size.height;
    return again > height ? again - height : 0;
}

const struct flow_cell *flow_cell_ending(const struct flow_table *table, size_t row, size_t column)
{
    size_t at = table->grid[row * table->columns + column];
    if (at == GRID_EMPTY || row < table->header_rows)
        return NULL;
    const struct flow_cell *cell = &table->cell[at];
    bool is_last = cell->row + cell->rows == row + 1 && cell->column == column;
    return cell->whole && is_last ? cell : NULL;
}

/* For every page end inside a merged cell: what its rest lacks, the growth of rows that end sooner
 * counted in.  slab: the table's; grown: of the page that begins with each. */
static void grow_rest(const struct flow_table *table, const struct flow_cell *cell,
                      const struct slab *slab, int32_t *grown)
{
    size_t start = table->row[0].first_slab;
    size_t last = cell->row + cell->rows - 1;
    size_t first = table->row[cell->row].first_slab - start;
    size_t end = table->row[last].first_slab + table->row[last].slices - start;
    int32_t below = last + 1 == table->rows ? -table->rule : 0;
    for (size_t i = end; --i > first;) {
        below += slab[i].size.height;
        int32_t height = below + grown[i];
        if (slab[i].slice > 0)
            height += slab[i].size.head - table->header_height;
        grown[i] += flow_again_missing(table, cell, height);
        below += slab[i].size.gap;
    }
}

void flow_again(struct flow_maker *maker, struct flow_list *list, const struct flow_table *table)
{
    size_t start = table->row[0].first_slab, count = list->count - start;
    struct slab *slab = &list->slab[start];
    int32_t *grown = ARENA_NEW(maker->arena, int32_t, count);
    for (size_t row = 0; row < table->rows; row++)
        for (size_t column = 0; column < table->columns; column++) {
            const struct flow_cell *cell = flow_cell_ending(table, row, column);
            if (cell != NULL)
                grow_rest(table, cell, slab, grown);
        }
    for (size_t i = 1; i < count; i++) {
        if (grown[i] == 0)
            continue;
        slab[i].size.head += grown[i];
        flow_penalty(&slab[i - 1], COST_GROWN, MESSAGE_REASON_ROW_GROWS);
    }
}
