/*
 * A fragment is what of a table is on one page: the header rows shown again where the table goes on,
 * then the rows (or some slices of a row) of this page. Grounds first, then the rules of every cell,
 * closed at the page's foot and head, then the text cell by cell: where a row goes on, every cell's
 * first line is at its top. The text of a cell that spans rows is on the page where the cell begins,
 * and again on every page it reaches.
 */
#include <stdlib.h>
#include <string.h>

#include "page/page_fill.h"
#include "page/table_grid.h"

/* A row, or the slices [from, to) of it, on this page. */
struct fragment_row {
    size_t row;
    size_t from, to;
    int32_t top;    /* of the rule above it */
    int32_t text;   /* top of its text */
    int32_t bottom; /* = top of the rule below it */
    enum frame_role role;
};

struct fragment {
    struct fill *fill;
    const struct flow_table *table;
    struct fragment_row *row;
    size_t rows;
};

/* How much a row that ends at y grows for the text of cells that began before this page. */
static int32_t grown(const struct fragment *fragment, const struct fragment_row *top, size_t row,
                     int32_t y)
{
    int32_t most = 0;
    for (size_t column = 0; column < fragment->table->columns; column++) {
        const struct flow_cell *cell = flow_cell_ending(fragment->table, row, column);
        if (cell == NULL || cell->row > top->row || (cell->row == top->row && top->from == 0))
            continue;
        int32_t missing = flow_again_missing(fragment->table, cell, y - top->top);
        most = missing > most ? missing : most;
    }
    return most;
}

/* Adds the slices [first, end) as rows of the fragment; returns where the last row ends. */
static int32_t add_rows(struct fragment *fragment, size_t first, size_t end, int32_t y,
                        enum frame_role role)
{
    const struct flow_table *table = fragment->table;
    const struct fragment_row *top = &fragment->row[fragment->rows];
    for (size_t i = first; i < end;) {
        const struct slab *slab = &fragment->fill->flow->slab[i];
        const struct flow_row *row = &table->row[slab->row];
        size_t to = row->slices;
        if (to - slab->slice > end - i)
            to = slab->slice + (end - i);
        struct fragment_row *added = &fragment->row[fragment->rows++];
        *added = (struct fragment_row){slab->row, slab->slice, to, y, 0, 0, role};
        added->text = y + table->rule + table->pad_y;
        y = added->text + flow_slices_height(table, slab->row, slab->slice, to) + table->pad_y;
        if (to == row->slices)
            y += row->extra +
                 (role == FRAME_CONTENT ? grown(fragment, top, slab->row, y + row->extra) : 0);
        added->bottom = y;
        i += to - slab->slice;
    }
    return y;
}

/* The cell at a place of the fragment, or GRID_EMPTY. */
static size_t cell_at(const struct fragment *fragment, size_t row, size_t column)
{
    return fragment->table->grid[fragment->row[row].row * fragment->table->columns + column];
}

static bool same_cell(const struct fragment *fragment, size_t row, size_t column, size_t other_row,
                      size_t other_column)
{
    size_t cell = cell_at(fragment, row, column);
    return cell != GRID_EMPTY && cell == cell_at(fragment, other_row, other_column) &&
           fragment->row[row].role == fragment->row[other_row].role;
}

/* The cell whose top left place in the fragment is here, if it is one's. */
static const struct flow_cell *corner_cell(const struct fragment *fragment, size_t row,
                                           size_t column)
{
    size_t at = cell_at(fragment, row, column);
    if (at == GRID_EMPTY || (row > 0 && same_cell(fragment, row, column, row - 1, column)) ||
        (column > 0 && same_cell(fragment, row, column, row, column - 1)))
        return NULL;
    return &fragment->table->cell[at];
}

/* Where a cell that begins at a row of the fragment ends in it. */
static int32_t cell_bottom(const struct fragment *fragment, size_t row, size_t column)
{
    while (row + 1 < fragment->rows && same_cell(fragment, row, column, row + 1, column))
        row++;
    return fragment->row[row].bottom;
}

static int32_t rule_x(const struct flow_table *table, size_t column)
{
    if (column == 0)
        return table->edge[0];
    return table->edge[column] - (column == table->columns ? table->rule : table->rule / 2);
}

static void add_box(struct fragment *fragment, const int32_t box[4], uint32_t colour)
{
    struct frame frame = {.kind = FRAME_RULE,
                          .role = FRAME_DECORATION,
                          .x = box[0],
                          .y = box[1],
                          .width = box[2],
                          .height = box[3],
                          .node = fragment->table->node,
                          .colour = colour};
    fill_add(fragment->fill, &frame, box[1]);
}

static void set_grounds(struct fragment *fragment)
{
    const struct flow_table *table = fragment->table;
    for (size_t row = 0; row < fragment->rows; row++)
        for (size_t column = 0; column < table->columns; column++) {
            const struct flow_cell *cell = corner_cell(fragment, row, column);
            if (cell == NULL || !cell->node->cell.has_fill)
                continue;
            int32_t left = table->edge[column], top = fragment->row[row].top;
            const int32_t box[4] = {left, top, table->edge[cell->column + cell->columns] - left,
                                    cell_bottom(fragment, row, column) + table->rule - top};
            add_box(fragment, box, cell->node->cell.fill);
        }
}

/* Rules above the row, or below the last one; one frame where they join. */
static void set_level_rules(struct fragment *fragment, size_t row)
{
    const struct flow_table *table = fragment->table;
    int32_t y = row < fragment->rows ? fragment->row[row].top : fragment->row[row - 1].bottom;
    bool is_outer = row == 0 || row == fragment->rows;
    for (size_t column = 0; column < table->columns;) {
        size_t end = column;
        while (end < table->columns && (is_outer || !same_cell(fragment, row, end, row - 1, end)))
            end++;
        if (end > column) {
            int32_t x = rule_x(table, column);
            const int32_t box[4] = {x, y, rule_x(table, end) + table->rule - x, table->rule};
            add_box(fragment, box, table->node->table.rule_colour);
        }
        column = end > column ? end : column + 1;
    }
}

/* Rules at the left of a column, or at the table's right edge. */
static void set_upright_rules(struct fragment *fragment, size_t column)
{
    const struct flow_table *table = fragment->table;
    bool is_outer = column == 0 || column == table->columns;
    for (size_t row = 0; row < fragment->rows;) {
        size_t end = row;
        while (end < fragment->rows &&
               (is_outer || !same_cell(fragment, end, column, end, column - 1)))
            end++;
        if (end > row) {
            int32_t y = fragment->row[row].top;
            const int32_t box[4] = {rule_x(table, column), y, table->rule,
                                    fragment->row[end - 1].bottom + table->rule - y};
            add_box(fragment, box, table->node->table.rule_colour);
        }
        row = end > row ? end : row + 1;
    }
}

static void set_rules(struct fragment *fragment)
{
    if (fragment->table->rule <= 0)
        return;
    for (size_t row = 0; row <= fragment->rows; row++)
        set_level_rules(fragment, row);
    for (size_t column = 0; column <= fragment->table->columns; column++)
        set_upright_rules(fragment, column);
}

static void set_strip(struct fragment *fragment, const struct slab *strip, int32_t y,
                      enum frame_role role)
{
    for (size_t i = 0; i < strip->frames; i++) {
        struct frame frame = strip->frame[i];
        frame.y += y;
        if (role == FRAME_REPEAT)
            frame.role = FRAME_REPEAT;
        fill_add(fragment->fill, &frame, y);
    }
}

/* How far text moves down in room left below it. */
static int32_t shift(const struct flow_cell *cell, int32_t left)
{
    if (left <= 0)
        return 0;
    switch (cell->node->cell.valign) {
    case DOC_MIDDLE:
        return left / 2;
    case DOC_BOTTOM:
        return left;
    case DOC_TOP:
        break;
    }
    return 0;
}

/* Text that runs in the slices of its row. */
static void set_running(struct fragment *fragment, const struct flow_cell *cell, size_t at,
                        int32_t bottom)
{
    const struct fragment_row *row = &fragment->row[at];
    if (row->row != cell->row)
        return;
    size_t first = flow_strip_from(cell, row->from), end = flow_strip_from(cell, row->to);
    if (first == end)
        return;
    int32_t y = row->text - (row->from > 0 ? cell->drop[first] : 0);
    int32_t foot = y + cell->drop[end - 1] + cell->strip[end - 1].size.height;
    bool is_all = first == 0 && end == cell->strips;
    if (is_all)
        y += shift(cell, bottom - fragment->table->pad_y - foot);
    for (size_t i = first; i < end; i++)
        set_strip(fragment, &cell->strip[i], y + cell->drop[i], row->role);
}

/* Counts of the merged cells' strips that are set, kept from page to page. */
static size_t *strips_done(struct fragment *fragment, const struct flow_cell *cell)
{
    struct fill *fill = fragment->fill;
    if (fill->table != fragment->table) {
        fill->table = fragment->table;
        fill->done = ARENA_NEW(fill->pages->arena, size_t, fragment->table->cells);
    }
    return &fill->done[cell - fragment->table->cell];
}

/* The strips [first, end) of a merged cell, stacked from the fragment's top. */
static void set_stack(struct fragment *fragment, const struct flow_cell *cell,
                      const size_t range[2], int32_t y, enum frame_role role)
{
    for (size_t i = range[0]; i < range[1]; i++)
        set_strip(fragment, &cell->strip[i], y + cell->drop[i] - cell->drop[range[0]], role);
}

/* Text shown again, if it has room; in the cell's own rows with the words that say so. */
static void set_again(struct fragment *fragment, const struct flow_cell *cell, int32_t top,
                      int32_t bottom)
{
    bool is_header = cell->row < fragment->table->header_rows;
    int32_t more = cell->more != NULL && !is_header ? cell->more->size.height : 0;
    int32_t left = bottom - top - cell->height;
    if (left < 0)
        return;
    if (left < more)
        more = 0;
    const size_t all[2] = {0, cell->strips};
    int32_t y = top + shift(cell, left - more);
    set_stack(fragment, cell, all, y, FRAME_REPEAT);
    if (more > 0)
        set_strip(fragment, cell->more, y + cell->height, FRAME_REPEAT);
}

/* Text that is kept together over rows.  The page breaker sees to it that it has room; where it
 * could not, the rest is on the next page. */
static void set_whole(struct fragment *fragment, const struct flow_cell *cell, size_t at,
                      int32_t bottom)
{
    const struct fragment_row *row = &fragment->row[at];
    int32_t top = row->top + fragment->table->rule + fragment->table->pad_y;
    bottom -= fragment->table->pad_y;
    size_t *done = strips_done(fragment, cell);
    if (row->role == FRAME_REPEAT || *done == cell->strips) {
        set_again(fragment, cell, top, bottom);
        return;
    }
    const struct fragment_row *last = &fragment->row[fragment->rows - 1];
    bool is_end =
        last->row >= cell->row + cell->rows - 1 &&
        (last->row >= cell->row + cell->rows || last->to == fragment->table->row[last->row].slices);
    size_t end = *done;
    while (end < cell->strips &&
           (is_end ||
            top + cell->drop[end] - cell->drop[*done] + cell->strip[end].size.height <= bottom))
        end++;
    if (end == *done)
        return;
    int32_t height = cell->drop[end - 1] + cell->strip[end - 1].size.height - cell->drop[*done];
    bool is_all = *done == 0 && end == cell->strips;
    const size_t range[2] = {*done, end};
    set_stack(fragment, cell, range, top + (is_all ? shift(cell, bottom - top - height) : 0),
              FRAME_CONTENT);
    *done = end;
}

static void set_texts(struct fragment *fragment)
{
    const struct flow_table *table = fragment->table;
    for (size_t row = 0; row < fragment->rows; row++)
        for (size_t column = 0; column < table->columns; column++) {
            const struct flow_cell *cell = corner_cell(fragment, row, column);
            if (cell == NULL)
                continue;
            int32_t bottom = cell_bottom(fragment, row, column);
            if (cell->whole)
                set_whole(fragment, cell, row, bottom);
            else
                set_running(fragment, cell, row, bottom);
        }
}

int32_t fill_table(struct fill *fill, size_t first, size_t end, int32_t y)
{
    const struct slab *slab = &fill->flow->slab[first];
    const struct flow_table *table = slab->table;
    size_t rows = fill->flow->slab[end - 1].row - slab->row + 1;
    struct fragment fragment = {.fill = fill, .table = table};
    fragment.row = memory_zeroed(rows + table->header_rows, sizeof *fragment.row);
    if (slab->row >= table->header_rows && table->header_height > 0) {
        size_t body = table->row[table->header_rows].first_slab;
        y = add_rows(&fragment, table->row[0].first_slab, body, y, FRAME_REPEAT);
    }
    y = add_rows(&fragment, first, end, y, FRAME_CONTENT) + table->rule;
    set_grounds(&fragment);
    set_rules(&fragment);
    set_texts(&fragment);
    free(fragment.row);
    return y;
}
