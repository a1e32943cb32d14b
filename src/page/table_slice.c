/*
 * Cuts the rows of a table into slices, the smallest parts a page may end between.
 *
 * A slice is a height over which no line of any cell is cut: where the cells' lines stand side by
 * side it holds one line of each.  Cells with another pitch or room between paragraphs run out of
 * step; after a few lines the cells are lined up again, so that a tall row can always be split.
 * The text of a cell that spans rows takes no part: a page may end behind it only once its text
 * has found room, and rows too low for it grow.
 */
#include <string.h>

#include "page/flow_make.h"

enum {
    SLICE_LINES = 6, /* lines of one cell in a slice before the cells are lined up */
    MOST_HEADER = 3  /* header rows higher than a page's third are not shown again */
};

/* A row while it is cut. */
struct cut_row {
    int32_t *gap;    /* before a slice */
    int32_t *height; /* of a slice */
    size_t slices;
    int32_t total;
    int32_t extra; /* for a spanning cell's text */
};

/* Where the next strip of every cell of the row would stand. */
struct cut_cell {
    struct flow_cell *cell;
    size_t next;
    int32_t bottom; /* of its last strip */
    size_t lines;   /* in this slice */
};

static int32_t next_top(const struct cut_cell *c)
{
    return c->bottom + c->cell->strip[c->next].size.gap;
}

/* Takes the next strip of a cell into the slice. */
static void take_strip(struct cut_cell *c, size_t slice, int32_t top, int32_t *bottom)
{
    int32_t at = next_top(c);
    c->cell->slice[c->next] = slice;
    c->cell->drop[c->next] = at - top;
    c->bottom = at + c->cell->strip[c->next].size.height;
    c->lines++;
    c->next++;
    if (c->bottom > *bottom)
        *bottom = c->bottom;
}

/* One slice, from the highest strip that is left; false when none is. */
static bool cut_slice(struct cut_cell *cell, size_t cells, struct cut_row *row, int32_t *from)
{
    int32_t top = INT32_MAX;
    for (size_t i = 0; i < cells; i++) {
        cell[i].lines = 0;
        if (cell[i].next < cell[i].cell->strips && next_top(&cell[i]) < top)
            top = next_top(&cell[i]);
    }
    if (top == INT32_MAX)
        return false;
    int32_t bottom = top;
    bool is_full = false;
    for (bool more = true; more && !is_full;) {
        more = false;
        for (size_t i = 0; i < cells && !is_full; i++) {
            struct cut_cell *c = &cell[i];
            if (c->next == c->cell->strips || next_top(c) > bottom ||
                (next_top(c) == bottom && bottom > top))
                continue;
            take_strip(c, row->slices, top, &bottom);
            is_full = c->lines == SLICE_LINES;
            more = true;
        }
    }
    for (size_t i = 0; i < cells; i++) /* line up what would run over the slice's end */
        if (cell[i].next < cell[i].cell->strips && next_top(&cell[i]) < bottom)
            cell[i].bottom = bottom - cell[i].cell->strip[cell[i].next].size.gap;
    row->gap[row->slices] = top - *from;
    row->height[row->slices++] = bottom - top;
    *from = bottom;
    return true;
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

static struct cut_row cut_row(struct flow_maker *maker, const struct flow_table *table, size_t at)
{
    const struct flow_row *row = &table->row[at];
    struct cut_cell *cell = ARENA_NEW(maker->arena, struct cut_cell, row->cells);
    size_t cells = 0, most = 1;
    for (size_t i = row->first_cell; i < row->first_cell + row->cells; i++)
        if (!table->cell[i].whole) {
            cell[cells++].cell = &table->cell[i];
            most += table->cell[i].strips;
        }
    struct cut_row cut = {ARENA_NEW(maker->arena, int32_t, most),
                          ARENA_NEW(maker->arena, int32_t, most), 0, 0, 0};
    int32_t bottom = 0;
    while (cut_slice(cell, cells, &cut, &bottom))
        ;
    if (cut.slices == 0)
        bottom = cut.height[cut.slices++] = empty_height(table, row);
    cut.total = bottom;
    return cut;
}

/* Rules and pads of a row that is not split. */
static int32_t frame_height(const struct flow_table *table)
{
    return table->rule + 2 * table->pad_y;
}

static void grow_rows(const struct flow_table *table, struct cut_row *cut,
                      const struct flow_cell *cell)
{
    int32_t height = -frame_height(table);
    for (size_t row = cell->row; row < cell->row + cell->rows; row++)
        height += cut[row].total + cut[row].extra + frame_height(table);
    int32_t missing = cell->height - height;
    for (size_t i = 0; i < cell->rows && missing > 0; i++) {
        int32_t share = missing / (int32_t)(cell->rows - i);
        cut[cell->row + i].extra += share;
        missing -= share;
    }
}

/* Rows grow for the cells that span them, those of fewer rows first. */
static void grow_all(const struct flow_table *table, struct cut_row *cut)
{
    size_t span = 1;
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
                grow_rows(table, cut, &table->cell[i]);
    }
}

static void add_slice(struct flow_list *list, const struct flow_table *table,
                      const struct cut_row *cut, size_t row, size_t slice)
{
    bool is_first = slice == 0, is_last = slice + 1 == cut->slices;
    bool ends_table = is_last && row + 1 == table->rows;
    struct slab *slab =
        flow_add(list, SLAB_SLICE, table->row[row].node, is_first ? 0 : cut->gap[slice]);
    slab->table = table;
    slab->row = row;
    slab->slice = slice;
    slab->size.height = cut->height[slice];
    if (is_first)
        slab->size.height += table->rule + table->pad_y;
    else
        slab->size.head = table->rule + table->pad_y;
    if (is_last)
        slab->size.height += table->pad_y + cut->extra + (ends_table ? table->rule : 0);
    if (!ends_table)
        slab->size.foot = table->rule + (is_last ? 0 : table->pad_y);
    if (row >= table->header_rows)
        slab->size.head += table->header_height;
}

/* Text of a spanning cell that is not too high to be held together. */
static void mark_whole(struct flow_table *table, bool header, int32_t most)
{
    for (size_t i = 0; i < table->cells; i++) {
        struct flow_cell *cell = &table->cell[i];
        if ((cell->row < table->header_rows) == header)
            cell->whole = cell->rows > 1 && cell->height <= most;
    }
}

/* Cuts the header's rows first: how much of a page they leave says which merged cells can be held
 * together in the rows below. */
static struct cut_row *cut_rows(struct flow_maker *maker, struct flow_table *table)
{
    struct cut_row *cut = ARENA_NEW(maker->arena, struct cut_row, table->rows);
    int32_t header = 0;
    mark_whole(table, true, maker->body / 2);
    for (size_t row = 0; row < table->header_rows; row++)
        cut[row] = cut_row(maker, table, row);
    grow_all(table, cut);
    for (size_t row = 0; row < table->header_rows; row++)
        header += cut[row].total + cut[row].extra + frame_height(table);
    if (table->header_rows < table->rows && header <= maker->body / MOST_HEADER)
        table->header_height = header;
    mark_whole(table, false, (maker->body - table->header_height) / 2);
    for (size_t row = table->header_rows; row < table->rows; row++)
        cut[row] = cut_row(maker, table, row);
    grow_all(table, cut);
    return cut;
}

void flow_slices(struct flow_maker *maker, struct flow_list *list, struct flow_table *table)
{
    const struct cut_row *cut = cut_rows(maker, table);
    for (size_t row = 0; row < table->rows; row++) {
        table->row[row].first_slab = list->count;
        table->row[row].slices = cut[row].slices;
        for (size_t slice = 0; slice < cut[row].slices; slice++)
            add_slice(list, table, &cut[row], row, slice);
    }
    flow_table_penalties(list, table);
}
