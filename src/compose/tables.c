/*
 * Builds a table: its rows are first collected as bare lists of cells, so that a merge can put its
 * leading cells in front of the first of the rows made inside it and span them all; then they are
 * checked against the grid and become nodes.
 */
#include <stdlib.h>
#include <string.h>

#include "compose/build.h"

struct row_cells {
    struct place place;
    bool group;
    struct doc_node **cell;
    size_t cells;
    size_t room;
};

struct table_build {
    struct builder *builder;
    const struct layout_table *table;
    const struct layout_style *style; /* of cells that name none */
    struct row_cells *row;
    size_t rows, room;
    size_t merged; /* columns taken by the merges that the row is in */
};

/* What the cells of a row have in common. */
struct row_defaults {
    const struct layout_style *style;
    bool header;
    bool has_fill;
    uint32_t fill;
    size_t column; /* of the row's first cell, for the columns' alignment */
};

/* ---- cells ---- */

static const struct layout_style *
style_that_holds(struct builder *builder, const struct layout_cell *cell, const struct scope *scope)
{
    for (size_t i = 0; i < cell->conditionals; i++)
        if (build_holds(builder, cell->conditional[i].condition, scope))
            return cell->conditional[i].style;
    return NULL;
}

static struct doc_node *make_cell(struct table_build *build, const struct layout_cell *cell,
                                  const struct row_defaults *defaults, size_t column,
                                  const struct scope *scope)
{
    struct builder *builder = build->builder;
    const struct layout_table *table = build->table;
    struct doc_node *node = build_node(builder, NULL, DOC_CELL, cell->place);
    node->cell = (struct doc_cell){
        .row_span = cell->row_span,
        .column_span = cell->column_span,
        .header = defaults->header || cell->header,
        .valign = cell->valign >= 0 ? (enum doc_valign)cell->valign : table->valign,
        .has_fill = cell->has_fill || defaults->has_fill,
        .fill = cell->has_fill ? cell->fill : defaults->fill,
    };
    struct sink sink = {.parent = node};
    struct context context = {.scope = scope, .align = cell->align, .in_cell = true, .sink = &sink};
    context.style = cell->style != NULL ? cell->style : defaults->style;
    if (context.align < 0 && !defaults->header && cell->style == NULL &&
        column < table->shape.columns)
        context.align = table->align[column];
    const struct layout_style *held = style_that_holds(builder, cell, scope);
    if (held != NULL)
        context.style = held;
    node->style = build_style(builder, context.style, context.align);
    if (build_holds(builder, cell->condition, scope))
        build_blocks(builder, &cell->content, &context);
    return node;
}

static void row_push(struct row_cells *row, struct doc_node *cell)
{
    row->cell = memory_room(row->cell, row->cells, &row->room, sizeof *row->cell);
    row->cell[row->cells++] = cell;
}

/* A new row, by its index: the rows move as they grow. */
static size_t row_new(struct table_build *build, struct place place)
{
    build->row = memory_room(build->row, build->rows, &build->room, sizeof *build->row);
    build->row[build->rows] = (struct row_cells){.place = place};
    return build->rows++;
}

/* ---- rows ---- */

static void make_rows(struct table_build *build, const struct layout_rows *rows,
                      const struct scope *scope);

static struct row_defaults body_defaults(const struct table_build *build)
{
    return (struct row_defaults){.style = build->style, .column = build->merged};
}

static void make_cells_row(struct table_build *build, const struct layout_row *row,
                           const struct row_defaults *defaults, const struct scope *scope)
{
    size_t at = row_new(build, row->place);
    size_t column = defaults->column;
    for (size_t i = 0; i < row->cells; i++) {
        struct doc_node *cell = make_cell(build, &row->cell[i], defaults, column, scope);
        row_push(&build->row[at], cell);
        column += row->cell[i].column_span;
    }
}

static void make_group_row(struct table_build *build, const struct layout_row *row,
                           const struct scope *scope)
{
    const struct layout_table *table = build->table;
    struct row_defaults defaults = {
        .style = table->group_style != NULL ? table->group_style : build->style,
        .has_fill = table->has_group_fill,
        .fill = table->group_fill,
        .column = table->shape.columns, /* no column's alignment */
    };
    size_t at = row_new(build, row->place);
    struct doc_node *cell = make_cell(build, row->cell, &defaults, defaults.column, scope);
    cell->cell.column_span = table->shape.columns - build->merged;
    cell->cell.header = true;
    build->row[at].group = true;
    row_push(&build->row[at], cell);
}

static size_t merged_columns(const struct layout_row *row)
{
    size_t columns = 0;
    for (size_t i = 0; i < row->cells; i++)
        columns += row->cell[i].column_span;
    return columns;
}

/* Puts the captions made last before those made inside: a merged cell is read before its rows. */
static void captions_first(struct builder *builder, size_t inside, size_t last)
{
    struct build_captioned *captioned = builder->captioned;
    size_t inner = last - inside, moved = builder->captions - last;
    if (inner == 0 || moved == 0)
        return;
    struct build_captioned *copy = memory_zeroed(inner, sizeof *copy);
    memcpy(copy, captioned + inside, inner * sizeof *copy);
    memmove(captioned + inside, captioned + last, moved * sizeof *copy);
    memcpy(captioned + inside + moved, copy, inner * sizeof *copy);
    free(copy);
}

/* The rows inside, and in front of the first one the merged cells, over all of them. */
static void make_nest(struct table_build *build, const struct layout_row *row,
                      const struct scope *scope)
{
    struct builder *builder = build->builder;
    size_t first = build->rows, inside = builder->captions;
    struct row_defaults defaults = body_defaults(build);
    size_t columns = merged_columns(row);
    build->merged += columns;
    make_rows(build, &row->rows, scope);
    build->merged -= columns;
    if (build->rows == first || row->cells == 0)
        return;
    size_t last = builder->captions;
    struct row_cells front = {.place = build->row[first].place, .group = build->row[first].group};
    size_t column = defaults.column;
    for (size_t i = 0; i < row->cells; i++) {
        struct doc_node *cell = make_cell(build, &row->cell[i], &defaults, column, scope);
        cell->cell.row_span = build->rows - first;
        column += row->cell[i].column_span;
        row_push(&front, cell);
    }
    for (size_t i = 0; i < build->row[first].cells; i++)
        row_push(&front, build->row[first].cell[i]);
    free(build->row[first].cell);
    build->row[first] = front;
    captions_first(builder, inside, last);
}

static void make_row(struct table_build *build, const struct layout_row *row,
                     const struct scope *scope)
{
    if (!build_holds(build->builder, row->condition, scope))
        return;
    struct row_defaults defaults = body_defaults(build);
    switch (row->kind) {
    case ROW_CELLS:
        make_cells_row(build, row, &defaults, scope);
        return;
    case ROW_GROUP:
        make_group_row(build, row, scope);
        return;
    case ROW_NEST:
        make_nest(build, row, scope);
        return;
    }
}

static void make_rows(struct table_build *build, const struct layout_rows *rows,
                      const struct scope *scope)
{
    for (size_t i = 0; i < rows->count && !build_stopped(build->builder); i++) {
        const struct layout_row *row = &rows->item[i];
        if (row->loop.name == NULL) {
            make_row(build, row, scope);
            continue;
        }
        const struct value *list = build_loop_list(build->builder, &row->loop, scope);
        size_t turns = list != NULL ? list->list.count : 0;
        for (size_t turn = 0; turn < turns && !build_stopped(build->builder); turn++)
            make_row(build, row, build_turn(build->builder, &row->loop, list, turn, scope));
    }
}

static void make_header(struct table_build *build, const struct scope *scope)
{
    const struct layout_table *table = build->table;
    struct row_defaults defaults = {
        .style = table->header_style != NULL ? table->header_style : build->style,
        .header = true,
        .has_fill = table->has_header_fill,
        .fill = table->header_fill,
    };
    for (size_t i = 0; i < table->header.count; i++)
        make_cells_row(build, &table->header.item[i], &defaults, scope);
}

/* ---- the grid ---- */

/* Each row's cells, with those that reach down from above, must fill the columns exactly. */
static void check_grid(struct table_build *build)
{
    size_t columns = build->table->shape.columns;
    size_t *taken = memory_zeroed(columns, sizeof *taken); /* rows a column is still taken */
    for (size_t r = 0; r < build->rows; r++) {
        const struct row_cells *row = &build->row[r];
        size_t filled = 0;
        for (size_t c = 0; c < columns; c++)
            filled += taken[c] > 0;
        size_t at = 0;
        for (size_t i = 0; i < row->cells; i++) {
            const struct doc_cell *cell = &row->cell[i]->cell;
            filled += cell->column_span;
            for (size_t left = cell->column_span; left > 0 && at < columns; at++) {
                if (taken[at] > 0)
                    continue;
                taken[at] = cell->row_span;
                left--;
            }
        }
        for (size_t c = 0; c < columns; c++)
            taken[c] -= taken[c] > 0;
        if (filled != columns) {
            struct arena *arena = build->builder->evaluation.arena;
            diag_say(build->builder->diag, MESSAGE_LAYOUT_TABLE_GRID, row->place,
                     arena_printf(arena, "%zu", filled), arena_printf(arena, "%zu", columns));
        }
    }
    free(taken);
}

static void link_rows(struct table_build *build, struct sink *sink)
{
    for (size_t r = 0; r < build->rows; r++) {
        const struct row_cells *row = &build->row[r];
        struct doc_node *node = build_node(build->builder, sink, DOC_ROW, row->place);
        node->row.group = row->group;
        for (size_t i = 0; i < row->cells; i++) {
            row->cell[i]->parent = node;
            if (i > 0)
                row->cell[i - 1]->next = row->cell[i];
            else
                node->first = row->cell[i];
        }
        free(row->cell);
    }
    free(build->row);
}

void build_table(struct builder *builder, const struct block *block, const struct context *context)
{
    const struct layout_table *table = block->table;
    if (table == NULL || table->shape.columns == 0)
        return;
    const struct scope *scope = build_bind(builder, &block->with, context->scope);
    struct table_build build = {.builder = builder, .table = table};
    build.style = block->style != NULL ? block->style : table->style;
    if (build.style == NULL)
        build.style = context->style;
    make_header(&build, scope);
    make_rows(&build, &table->rows, scope);
    if (build.rows == 0) {
        diag_say(builder->diag, MESSAGE_LAYOUT_TABLE_EMPTY, block->place);
        return;
    }
    struct doc_node *node = build_node(builder, context->sink, DOC_TABLE, block->place);
    node->style = build_style(builder, build.style, -1);
    node->table = table->shape;
    struct doc_column *columns = ARENA_NEW(builder->arena, struct doc_column, table->shape.columns);
    memcpy(columns, table->shape.column, table->shape.columns * sizeof *columns);
    node->table.column = columns;
    if (table->shape.continued != NULL)
        node->table.continued = arena_string(builder->arena, table->shape.continued);
    struct sink sink = {.parent = node};
    build_caption(builder, block, context, &sink);
    check_grid(&build);
    link_rows(&build, &sink);
}
