/*
 * What it costs to end a page inside a table, slab by slab: between rows it is cheap, between the
 * lines of a row dearer, inside a paragraph of a cell dearer still; a line alone, a group row alone,
 * the header alone are forbidden, and so is a cut through the text of a merged cell.
 */
#include "page/flow_make.h"

/* Rules and pads of a row that is not split. */
static int32_t frame_height(const struct flow_table *table)
{
    return table->rule + 2 * table->pad_y;
}

/* Strips of a cell that stand in the slices up to one. */
static size_t strips_until(const struct flow_cell *cell, size_t slice)
{
    size_t count = 0;
    while (count < cell->strips && cell->slice[count] <= slice)
        count++;
    return count;
}

/* Between two slices of a row. */
static void penalty_in_row(const struct flow_table *table, struct slab *slab)
{
    const struct flow_row *row = &table->row[slab->row];
    bool in_paragraph = false;
    flow_penalty(slab, COST_IN_ROW, "inside a row");
    for (size_t i = row->first_cell; i < row->first_cell + row->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        if (cell->whole || cell->strips == 0)
            continue;
        size_t before = strips_until(cell, slab->slice);
        size_t after = cell->strips - before;
        if (before == 0 || after == 0)
            continue;
        if (before == 1 || after == 1)
            flow_penalty(slab, BREAK_NEVER, "a line of a cell would stand alone");
        else if (cell->strip[before - 1].size.penalty >= BREAK_NEVER)
            flow_penalty(slab, BREAK_NEVER, cell->strip[before - 1].reason);
        in_paragraph = in_paragraph || cell->strip[before - 1].node == cell->strip[before].node;
    }
    if (in_paragraph)
        flow_penalty(slab, COST_IN_CELL, "inside a paragraph of a cell");
}

/* Between two rows. */
static void penalty_behind_row(const struct flow_table *table, struct slab *slab)
{
    size_t row = slab->row, first = table->header_rows;
    if (first < table->rows && table->row[first].node->row.group)
        first++;
    if (row < table->header_rows)
        flow_penalty(slab, BREAK_NEVER, "the header stays with the first row");
    else if (table->row[row].node->row.group)
        flow_penalty(slab, BREAK_NEVER, "a group row stays with its first row");
    else if (row == first || row + 2 == table->rows)
        flow_penalty(slab, COST_EDGE_ROW, "a row would stand alone");
    else
        flow_penalty(slab, COST_ROW, "between rows");
}

/* Inside the rows of a spanning cell: its text must have found room, and had better find it again
 * on the next page. */
static void penalty_in_span(const struct flow_table *table, struct slab *slab,
                            const struct flow_cell *cell)
{
    const struct flow_row *last = &table->row[cell->row + cell->rows - 1];
    size_t first = table->row[cell->row].first_slab, end = last->first_slab + last->slices;
    int64_t total = 0, above = 0;
    for (size_t i = first; i < end; i++)
        total += slab[i].size.height + (i > first ? slab[i].size.gap : 0);
    int32_t again = cell->height + (cell->more != NULL ? cell->more->size.height : 0);
    for (size_t i = first; i + 1 < end; i++) {
        bool in_row = slab[i].row == slab[i + 1].row;
        above += slab[i].size.height + (i > first ? slab[i].size.gap : 0);
        int64_t below = total - above + (in_row ? table->rule + table->pad_y : 0);
        int64_t room = above + (in_row ? table->pad_y : 0);
        if (room < cell->height + frame_height(table))
            flow_penalty(&slab[i], BREAK_CUT, "a merged cell's text stands together");
        else if (below < again + frame_height(table))
            flow_penalty(&slab[i], COST_LOST_REPEAT, "no room to show a merged cell's text again");
    }
}

/* Where the header is shown again over a rest that is lower than itself. */
static void penalty_small_rest(struct flow_list *list, const struct flow_table *table)
{
    int64_t rest = 0;
    for (size_t i = list->count; i-- > table->row[0].first_slab + 1;) {
        rest += list->slab[i].size.height;
        if (rest >= table->header_height)
            return;
        flow_penalty(&list->slab[i - 1], COST_SMALL_REST, "little of the table would go over");
        rest += list->slab[i].size.gap;
    }
}

void flow_table_penalties(struct flow_list *list, const struct flow_table *table)
{
    const struct flow_row *row = table->row;
    for (size_t i = row[0].first_slab; i + 1 < list->count; i++) {
        struct slab *slab = &list->slab[i];
        if (slab[0].row != slab[1].row)
            penalty_behind_row(table, slab);
        else
            penalty_in_row(table, slab);
        if (slab->row < table->header_rows)
            flow_penalty(slab, BREAK_NEVER, "the header is kept whole");
    }
    for (size_t i = 0; i < table->cells; i++)
        if (table->cell[i].whole)
            penalty_in_span(table, list->slab, &table->cell[i]);
    penalty_small_rest(list, table);
}
