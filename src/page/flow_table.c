/*
 * A table becomes slices: its cells are placed (table_grid.c), its columns get their widths
 * (table_width.c), every cell's text is cut to its width, and table_slice.c makes the slabs.  Here
 * is what ties them together, and the keep rules of a table as a whole.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "page/flow_make.h"
#include "page/table_grid.h"
#include "page/table_width.h"

enum {
    SHORT_ROWS = 10, /* a table of so many rows … */
    SHORT_LINES = 2  /* … of so many lines stays in one piece */
};

/* Number of children of a kind. */
static size_t children(const struct doc_node *parent, enum doc_kind kind)
{
    size_t count = 0;
    for (const struct doc_node *node = parent->first; node != NULL; node = node->next)
        count += node->kind == kind;
    return count;
}

static struct flow_table *table_new(struct flow_maker *maker, const struct doc_node *node)
{
    const struct doc_table *shape = &node->table;
    struct flow_table *table = ARENA_NEW(maker->arena, struct flow_table, 1);
    table->node = node;
    table->columns = shape->columns;
    table->rows = children(node, DOC_ROW);
    table->header_rows = shape->header_rows < table->rows ? shape->header_rows : table->rows;
    table->pad_x = shape->pad_x;
    table->pad_y = shape->pad_y;
    table->rule = shape->rule;
    table->row = ARENA_NEW(maker->arena, struct flow_row, table->rows);
    size_t row = 0;
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW)
            continue;
        table->row[row].node = n;
        table->row[row].first_cell = table->cells;
        table->row[row].cells = children(n, DOC_CELL);
        table->cells += table->row[row++].cells;
    }
    return table;
}

static void report_fault(struct flow_maker *maker, const struct doc_node *node,
                         enum grid_fault fault)
{
    switch (fault) {
    case GRID_FITS:
        break;
    case GRID_NO_COLUMN:
    case GRID_TOO_WIDE:
        diag_say(maker->diag, MESSAGE_PAGE_TABLE_COLUMNS, node->place);
        break;
    case GRID_OVERLAP:
        diag_say(maker->diag, MESSAGE_PAGE_TABLE_OVERLAP, node->place);
        break;
    case GRID_TOO_TALL:
        diag_say(maker->diag, MESSAGE_PAGE_TABLE_ROWS, node->place);
        break;
    }
}

/* The cells of all rows, in order, with their spans. */
static struct grid_cell *list_cells(struct flow_maker *maker, struct flow_table *table)
{
    struct grid_cell *spot = ARENA_NEW(maker->arena, struct grid_cell, table->cells);
    size_t at = 0;
    for (size_t row = 0; row < table->rows; row++)
        for (const struct doc_node *n = table->row[row].node->first; n != NULL; n = n->next) {
            if (n->kind != DOC_CELL)
                continue;
            spot[at] = (struct grid_cell){
                .row = row, .rows = n->cell.row_span, .columns = n->cell.column_span};
            table->cell[at++].node = n;
        }
    return spot;
}

static void place_cells(struct flow_maker *maker, struct flow_table *table)
{
    table->cell = ARENA_NEW(maker->arena, struct flow_cell, table->cells);
    struct grid_cell *spot = list_cells(maker, table);
    table->grid = grid_place(maker->arena, spot, table->cells, table->rows, table->columns,
                             table->header_rows);
    for (size_t i = 0; i < table->cells; i++) {
        struct flow_cell *cell = &table->cell[i];
        report_fault(maker, cell->node, spot[i].fault);
        cell->row = spot[i].row;
        cell->rows = spot[i].rows;
        cell->column = spot[i].column;
        cell->columns = spot[i].columns;
    }
}

/* Room a cell's text gives up to pads and rules. */
static int32_t insets(const struct flow_table *table)
{
    return 2 * table->pad_x + table->rule;
}

static void solve_widths(struct flow_maker *maker, struct flow_table *table, int32_t *width,
                         int32_t total)
{
    const struct doc_table *shape = &table->node->table;
    struct width_column *column = ARENA_NEW(maker->arena, struct width_column, table->columns);
    for (size_t i = 0; i < table->columns; i++)
        column[i] = (struct width_column){shape->column[i].width, shape->column[i].share};
    struct width_cell *cell =
        ARENA_NEW(maker->arena, struct width_cell, table->cells + table->columns);
    size_t cells = 0;
    for (size_t i = 0; i < table->columns; i++) /* a column without text keeps its pads */
        cell[cells++] = (struct width_cell){i, 1, insets(table), 0, insets(table)};
    for (size_t i = 0; i < table->cells; i++) {
        const struct flow_cell *c = &table->cell[i];
        if (c->columns == 0)
            continue;
        struct text_widths widths = flow_widths(maker, c->node);
        cell[cells++] =
            (struct width_cell){c->column, c->columns, widths.min + insets(table),
                                widths.whole + insets(table), widths.max + insets(table)};
    }
    struct width_table problem = {column, table->columns, cell, cells, total};
    if (!width_solve(&problem, width))
        diag_say(maker->diag, MESSAGE_PAGE_TABLE_NARROW, table->node->place);
}

/* A table narrower than the measure is where its style puts it. */
static void place_columns(struct flow_maker *maker, struct flow_table *table, struct flow_area area)
{
    const struct style *style = table->node->style;
    if (style != NULL) {
        area.x += style->indent_left;
        area.width -= style->indent_left + style->indent_right;
    }
    int32_t total = table->node->table.width > 0 ? table->node->table.width : area.width;
    int32_t *width = ARENA_NEW(maker->arena, int32_t, table->columns);
    solve_widths(maker, table, width, total);
    table->edge = ARENA_NEW(maker->arena, int32_t, table->columns + 1);
    int32_t room = area.width - total;
    table->edge[0] = area.x;
    if (style != NULL && room > 0 && style->align == STYLE_CENTRE)
        table->edge[0] += room / 2;
    else if (style != NULL && room > 0 && style->align == STYLE_RIGHT)
        table->edge[0] += room;
    for (size_t i = 0; i < table->columns; i++)
        table->edge[i + 1] = table->edge[i] + width[i];
}

/* The line under a merged cell's text shown again ("(continued)"), in the look of its text. */
static struct slab *continued(struct flow_maker *maker, const struct flow_table *table,
                              const struct flow_cell *cell)
{
    const char *words = table->node->table.continued;
    size_t last = cell->strips;
    while (last > 0 && cell->strip[last - 1].kind != SLAB_LINE)
        last--;
    if (words == NULL || last == 0)
        return NULL;
    const struct slab *like = &cell->strip[last - 1];
    const struct frame *text = &like->frame[like->frames - 1];
    const struct style *style = text->node->style;
    struct text_shaped *shaped = flow_shape_string(maker, words, style, text->node->text.place);
    struct text_line line = flow_one_line(maker, shaped);
    struct slab *slab = ARENA_NEW(maker->arena, struct slab, 1);
    *slab = *like;
    slab->size.gap = 0;
    slab->frame = ARENA_NEW(maker->arena, struct frame, 1);
    slab->frames = 1;
    slab->frame[0] = *text;
    slab->frame[0].line = line;
    slab->frame[0].text = NULL;
    int32_t room = text->width - line.natural;
    if (style->align == STYLE_CENTRE && room > 0)
        slab->frame[0].x += room / 2;
    else if (style->align == STYLE_RIGHT && room > 0)
        slab->frame[0].x += room;
    return slab;
}

/* The text of a cell as strips, stacked from its top. */
static void fill_cell(struct flow_maker *maker, const struct flow_table *table,
                      struct flow_cell *cell)
{
    if (cell->columns == 0)
        return;
    int32_t inset = insets(table);
    int32_t left = table->edge[cell->column];
    int32_t right = table->edge[cell->column + cell->columns];
    struct flow_list list = {.in_cell = true};
    struct flow_area area = {left + inset / 2, right - left - inset};
    flow_blocks(maker, &list, cell->node, area);
    cell->strip = flow_list_close(&list, maker->arena, &cell->strips);
    cell->slice = ARENA_NEW(maker->arena, size_t, cell->strips);
    cell->drop = ARENA_NEW(maker->arena, int32_t, cell->strips);
    for (size_t i = 0; i < cell->strips; i++) {
        struct break_slab *size = &cell->strip[i].size;
        if (i == 0)
            size->gap = 0;
        cell->drop[i] = cell->height + size->gap;
        cell->height += size->gap + size->height;
    }
    bool is_row_head = cell->column == 0 && cell->columns < table->columns;
    if (cell->rows > 1 || is_row_head)
        cell->more = continued(maker, table, cell);
}

/* True if no cell of a row has more than a few lines. */
static bool has_short_rows(const struct flow_table *table)
{
    for (size_t i = 0; i < table->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        if (cell->rows == 1 && flow_lines_of(cell, 0, cell->strips) > SHORT_LINES)
            return false;
    }
    return table->rows - table->header_rows <= SHORT_ROWS;
}

static void keep_table(const struct flow_maker *maker, struct flow_list *list,
                       const struct flow_table *table, size_t first)
{
    if (table->node->table.keep_whole)
        flow_keep(maker, list->slab, first, list->count, COST_KEEP_WHOLE,
                  MESSAGE_REASON_TABLE_WHOLE);
    else if (has_short_rows(table))
        flow_keep(maker, list->slab, first, list->count, COST_SHORT_TABLE,
                  MESSAGE_REASON_TABLE_SHORT);
}

/* Its caption is above it, whole and never alone. */
static void add_caption(struct flow_maker *maker, struct flow_list *list,
                        const struct doc_node *node, struct flow_area area)
{
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind != DOC_CAPTION)
            continue;
        size_t first = list->count;
        flow_paragraph(maker, list, n, area);
        for (size_t i = first; i < list->count; i++)
            flow_penalty(&list->slab[i], BREAK_NEVER, MESSAGE_REASON_TABLE_CAPTION);
    }
}

void flow_table(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area)
{
    if (list->label != NULL)
        flow_label(maker, list);
    struct flow_table *table = table_new(maker, node);
    assert(table->rows > 0 && table->columns > 0);
    if (node->style != NULL)
        list->gap += node->style->space_before;
    add_caption(maker, list, node, area);
    place_cells(maker, table);
    place_columns(maker, table, area);
    for (size_t i = 0; i < table->cells; i++)
        fill_cell(maker, table, &table->cell[i]);
    flow_decimals(maker, table);
    size_t first = list->count;
    flow_slices(maker, list, table);
    flow_table_notes(
        maker, list, node,
        (struct flow_area){table->edge[0], table->edge[table->columns] - table->edge[0]});
    keep_table(maker, list, table, first);
    if (node->style != NULL)
        list->gap += node->style->space_after;
}
