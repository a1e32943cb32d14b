/*
 * Cuts the rows of a table into slices, the smallest parts a page may end between.
 *
 * A slice reaches from where some cell's line ends to where the next line of any cell does; no line
 * ever moves for it.  A page end after a slice decides only which lines of every cell go to the
 * next page: those that end below it.  There every cell goes on from the top, so the rest of the
 * row is as high as its highest rest of a cell: flow_slices_height, which the page breaker is told as
 * the head of the slab that begins the page.
 * The text of a cell that is held together takes no part: a page may end after it only once its
 * text has found room, and rows too low for it grow.
 */
#include <string.h>

#include "page/flow_make.h"

enum { MOST_HEADER = 3 }; /* header rows higher than a page's third are not shown again */

/* Of a strip, from its cell's top. */
static int32_t strip_bottom(const struct flow_cell *cell, size_t strip)
{
    return cell->drop[strip] + cell->strip[strip].size.height;
}

size_t flow_strip_from(const struct flow_cell *cell, size_t slice)
{
    size_t low = 0, high = cell->strips;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cell->slice[middle] < slice)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t flow_slices_height(const struct flow_table *table, size_t row, size_t from, size_t to)
{
    const struct flow_row *r = &table->row[row];
    if (from == 0)
        return r->bottom[to - 1];
    int32_t height = 0;
    for (size_t i = r->first_cell; i < r->first_cell + r->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        if (cell->whole)
            continue;
        size_t first = flow_strip_from(cell, from), end = flow_strip_from(cell, to);
        if (first < end && strip_bottom(cell, end - 1) - cell->drop[first] > height)
            height = strip_bottom(cell, end - 1) - cell->drop[first];
    }
    return height;
}

/* Where the lowest line of the next slice ends; its lines go into the slice.  0 if none is left. */
static int32_t cut_slice(struct flow_cell *cell, size_t cells, size_t *next, size_t slice)
{
    int32_t bottom = INT32_MAX;
    for (size_t i = 0; i < cells; i++)
        if (!cell[i].whole && next[i] < cell[i].strips && strip_bottom(&cell[i], next[i]) < bottom)
            bottom = strip_bottom(&cell[i], next[i]);
    if (bottom == INT32_MAX)
        return 0;
    for (size_t i = 0; i < cells; i++)
        while (!cell[i].whole && next[i] < cell[i].strips &&
               strip_bottom(&cell[i], next[i]) <= bottom)
            cell[i].slice[next[i]++] = slice;
    return bottom;
}

static int32_t empty_height(const struct flow_table *table, const struct flow_row *row)
{
    const struct doc_node *cell = row->node->first;
    if (cell != NULL && cell->style != NULL)
        return cell->style->pitch;
    if (row->node->style != NULL)
        return row->node->style->pitch;
    return table->node->style != NULL ? table->node->style->pitch : 0;
}

static void cut_row(struct flow_maker *maker, struct flow_table *table, size_t at)
{
    struct flow_row *row = &table->row[at];
    struct flow_cell *cell = &table->cell[row->first_cell];
    size_t most = 1;
    for (size_t i = 0; i < row->cells; i++)
        most += cell[i].strips;
    size_t *next = ARENA_NEW(maker->arena, size_t, row->cells);
    row->bottom = ARENA_NEW(maker->arena, int32_t, most);
    int32_t bottom = 0;
    while ((bottom = cut_slice(cell, row->cells, next, row->slices)) > 0)
        row->bottom[row->slices++] = bottom;
    if (row->slices == 0)
        row->bottom[row->slices++] = empty_height(table, row);
}

int32_t flow_row_frame(const struct flow_table *table)
{
    return table->rule + 2 * table->pad_y;
}

static int32_t row_height(const struct flow_table *table, size_t row)
{
    const struct flow_row *r = &table->row[row];
    return r->bottom[r->slices - 1] + r->extra + flow_row_frame(table);
}

static void grow_rows(struct flow_table *table, const struct flow_cell *cell)
{
    int32_t missing = cell->height + flow_row_frame(table);
    for (size_t row = cell->row; row < cell->row + cell->rows; row++)
        missing -= row_height(table, row);
    for (size_t i = 0; i < cell->rows && missing > 0; i++) {
        int32_t share = missing / (int32_t)(cell->rows - i);
        table->row[cell->row + i].extra += share;
        missing -= share;
    }
}

/* Rows grow for the cells that are held together, those of fewer rows first. */
static void grow_all(struct flow_table *table)
{
    size_t span = 0;
    for (;;) {
        size_t next = SIZE_MAX;
        for (size_t i = 0; i < table->cells; i++)
            if (table->cell[i].whole && table->cell[i].rows > span && table->cell[i].rows < next)
                next = table->cell[i].rows;
        if (next == SIZE_MAX)
            return;
        span = next;
        for (size_t i = 0; i < table->cells; i++)
            if (table->cell[i].whole && table->cell[i].rows == span)
                grow_rows(table, &table->cell[i]);
    }
}

/* What a page needs more that goes on with a row at a slice: exactly if the row ends there, and as
 * much as may be (each cell's text rising to the top) while it does not. */
static void continued_heads(const struct flow_table *table, struct slab *slab)
{
    const struct flow_row *row = &table->row[slab->row];
    int32_t cut = row->bottom[slab->slice - 1], rise = INT32_MIN;
    for (size_t i = row->first_cell; i < row->first_cell + row->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        size_t first = cell->whole ? cell->strips : flow_strip_from(cell, slab->slice);
        if (first < cell->strips && cut - cell->drop[first] > rise)
            rise = cut - cell->drop[first];
    }
    int32_t rest = flow_slices_height(table, slab->row, slab->slice, row->slices);
    int32_t pads = table->rule + table->pad_y;
    slab->size.head = pads + rest - (row->bottom[row->slices - 1] - cut);
    slab->size.head_cut = pads + rise;
    slab->size.rest = row->slices - slab->slice;
}

static void add_slice(struct flow_list *list, const struct flow_table *table, size_t row,
                      size_t slice)
{
    const struct flow_row *r = &table->row[row];
    bool is_last = slice + 1 == r->slices;
    bool ends_table = is_last && row + 1 == table->rows;
    struct slab *slab = flow_add(list, SLAB_SLICE, r->node, 0);
    slab->table = table;
    slab->row = row;
    slab->slice = slice;
    slab->size.height = r->bottom[slice] - (slice > 0 ? r->bottom[slice - 1] : 0);
    if (slice == 0)
        slab->size.height += table->rule + table->pad_y;
    else
        continued_heads(table, slab);
    if (is_last)
        slab->size.height += table->pad_y + r->extra + (ends_table ? table->rule : 0);
    if (!ends_table)
        slab->size.foot = table->rule + (is_last ? 0 : table->pad_y);
    if (row >= table->header_rows) {
        slab->size.head += table->header_height;
        slab->size.head_cut += table->header_height;
    }
}

/* The first column of a table that says "continued" is shown again where a row is cut, as merged
 * cells are. */
static bool is_shown_again(const struct flow_table *table, const struct flow_cell *cell)
{
    return cell->rows > 1 ||
           (cell->more != NULL && cell->row >= table->header_rows && cell->strips > 0);
}

/* Text that is shown again and not too high to be held together. */
static void mark_whole(struct flow_table *table, bool header, int32_t most)
{
    for (size_t i = 0; i < table->cells; i++) {
        struct flow_cell *cell = &table->cell[i];
        if ((cell->row < table->header_rows) == header)
            cell->whole = is_shown_again(table, cell) && cell->height <= most;
    }
}

/* Cuts the header's rows first: how much of a page they leave says which merged cells can be held
 * together in the rows below. */
static void cut_rows(struct flow_maker *maker, struct flow_table *table)
{
    int32_t header = 0;
    mark_whole(table, true, maker->body / 2);
    for (size_t row = 0; row < table->header_rows; row++)
        cut_row(maker, table, row);
    grow_all(table);
    for (size_t row = 0; row < table->header_rows; row++)
        header += row_height(table, row);
    if (table->header_rows < table->rows && header <= maker->body / MOST_HEADER)
        table->header_height = header;
    mark_whole(table, false, (maker->body - table->header_height) / 2);
    for (size_t row = table->header_rows; row < table->rows; row++)
        cut_row(maker, table, row);
    grow_all(table);
}

void flow_slices(struct flow_maker *maker, struct flow_list *list, struct flow_table *table)
{
    cut_rows(maker, table);
    for (size_t row = 0; row < table->rows; row++) {
        table->row[row].first_slab = list->count;
        for (size_t slice = 0; slice < table->row[row].slices; slice++)
            add_slice(list, table, row, slice);
    }
    flow_table_penalties(list, table);
    flow_again(maker, list, table);
}
