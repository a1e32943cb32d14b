/*
 * What it costs to end a page inside a table, slab by slab: between rows it is cheap, between the
 * lines of a row dearer, inside a paragraph of a cell dearer still; a line alone, a group row alone,
 * the header alone are forbidden, and so is a cut through the text of a merged cell.
 */
#include "page/flow_make.h"

enum {
    ROW_LINES = 2,  /* of a cut row's longest cell on either side */
    GOOD_LINES = 3, /* better so many */
    SHORT_ROW = 4,  /* lines of a row that is not cut */
    LONG_ROW = 12   /* lines of a row that may be cut where it begins a table */
};

/* The first row of a table's body that is no group row. */
static size_t first_row(const struct flow_table *table)
{
    size_t first = table->header_rows;
    while (first < table->rows && table->row[first].node->row.group)
        first++;
    return first;
}

size_t flow_lines_of(const struct flow_cell *cell, size_t first, size_t end)
{
    size_t lines = 0;
    for (size_t i = first; i < end; i++)
        lines += cell->strip[i].kind == SLAB_FIGURE ? GOOD_LINES : 1;
    return lines;
}

/* Most lines of a cell of the row. */
static size_t most_lines(const struct flow_table *table, size_t row)
{
    size_t most = 0;
    const struct flow_row *r = &table->row[row];
    for (size_t i = r->first_cell; i < r->first_cell + r->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        size_t lines = cell->whole ? 0 : flow_lines_of(cell, 0, cell->strips);
        most = lines > most ? lines : most;
    }
    return most;
}

/* What a cell has against a page end between two slices of its row; true if it would cut a
 * paragraph. */
static bool penalty_in_cell(struct slab *slab, const struct flow_cell *cell, size_t most)
{
    size_t strip = flow_strip_from(cell, slab->slice + 1);
    size_t before = flow_lines_of(cell, 0, strip), after = flow_lines_of(cell, strip, cell->strips);
    bool is_longest = before + after == most;
    if (before == 0)
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_CELL_NEXT_PAGE);
    if (is_longest && (before < ROW_LINES || after < ROW_LINES))
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_ROW_TOO_FEW_LINES);
    else if (is_longest && (before < GOOD_LINES || after < GOOD_LINES))
        flow_penalty(slab, COST_FEW_LINES, MESSAGE_REASON_ROW_FEW_LINES);
    if (before == 0 || after == 0)
        return false;
    if (before == 1 || after == 1)
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_CELL_LINE);
    else if (cell->strip[strip - 1].size.penalty >= BREAK_NEVER)
        flow_penalty(slab, BREAK_NEVER, cell->strip[strip - 1].reason);
    return cell->strip[strip - 1].node == cell->strip[strip].node;
}

/* Between the slices of a row. */
static void penalties_in_row(const struct flow_table *table, struct flow_list *list, size_t at)
{
    const struct flow_row *row = &table->row[at];
    size_t most = most_lines(table, at);
    for (size_t slice = 0; slice + 1 < row->slices; slice++) {
        struct slab *slab = &list->slab[row->first_slab + slice];
        int parted = 0;
        flow_penalty(slab, COST_IN_ROW, MESSAGE_REASON_IN_ROW);
        if (most <= SHORT_ROW)
            flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_ROW_SHORT);
        else if (at == first_row(table) && (most < LONG_ROW || slice < SHORT_ROW))
            flow_penalty(slab, most < LONG_ROW ? COST_FIRST_ROW : COST_FIRST_LINES,
                         MESSAGE_REASON_FIRST_ROW);
        for (size_t i = row->first_cell; i < row->first_cell + row->cells; i++) {
            const struct flow_cell *cell = &table->cell[i];
            if (!cell->whole && cell->strips > 0)
                parted += penalty_in_cell(slab, cell, most);
        }
        if (parted > 0)
            flow_penalty(slab, (parted < 2 ? 1 : 2) * COST_IN_CELL, MESSAGE_REASON_IN_CELL);
    }
}

/* Between two rows. */
static void penalty_after_row(const struct flow_table *table, struct slab *slab)
{
    size_t row = slab->row;
    if (row < table->header_rows)
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_HEADER_ALONE);
    else if (table->row[row].node->row.group)
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_GROUP_ALONE);
    else if ((row == first_row(table) && most_lines(table, row) <= SHORT_ROW) ||
             (row + 2 == table->rows && most_lines(table, row + 1) <= SHORT_ROW))
        flow_penalty(slab, COST_EDGE_ROW, MESSAGE_REASON_EDGE_ROW);
    else
        flow_penalty(slab, COST_ROW, MESSAGE_REASON_BETWEEN_ROWS);
}

/* Inside the rows of a spanning cell: its text must have found room. */
static void penalty_in_span(const struct flow_table *table, struct slab *slab,
                            const struct flow_cell *cell)
{
    const struct flow_row *last = &table->row[cell->row + cell->rows - 1];
    size_t first = table->row[cell->row].first_slab, end = last->first_slab + last->slices;
    int64_t above = 0;
    for (size_t i = first; i + 1 < end; i++) {
        bool in_row = slab[i].row == slab[i + 1].row;
        above += slab[i].size.height + (i > first ? slab[i].size.gap : 0);
        int64_t room = above + (in_row ? table->pad_y : 0);
        if (room < cell->height + flow_row_frame(table))
            flow_penalty(&slab[i], BREAK_CUT, MESSAGE_REASON_MERGED_CELL);
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
        flow_penalty(&list->slab[i - 1], COST_SMALL_REST, MESSAGE_REASON_SMALL_REST);
        rest += list->slab[i].size.gap;
    }
}

void flow_table_penalties(struct flow_list *list, const struct flow_table *table)
{
    const struct flow_row *row = table->row;
    for (size_t i = row[0].first_slab; i + 1 < list->count; i++) {
        struct slab *slab = &list->slab[i];
        if (slab[0].row != slab[1].row)
            penalty_after_row(table, slab);
        if (slab->row < table->header_rows)
            flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_HEADER_WHOLE);
    }
    for (size_t i = 0; i < table->rows; i++)
        penalties_in_row(table, list, i);
    for (size_t i = 0; i < table->cells; i++)
        if (table->cell[i].whole)
            penalty_in_span(table, list->slab, &table->cell[i]);
    penalty_small_rest(list, table);
}
