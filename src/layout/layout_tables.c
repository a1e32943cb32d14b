/*
 * Reads table shapes: columns, header rows, and the rows of the body, which may be loops, groups
 * and merges inside each other.
 */
#include <string.h>

#include "base/limits.h"
#include "layout/layout_read.h"
#include "layout/layout_rows.h"

struct column_input {
    int32_t width;
    struct whole share;
    int align;
};

struct table_input {
    struct column_input *column;
    size_t columns;
    struct text style, header_style, group_style;
    struct text continued;
    int32_t width, rule, pad_x, pad_y;
    uint32_t rule_colour;
    uint32_t header_fill, group_fill;
    int valign;
    bool keep;
    const struct node *header, *rows;
};

struct row_input {
    struct text loop, condition;
    const struct node *cells, *group, *merge, *rows;
};

struct cell_style_input {
    struct text condition, style;
};

struct cell_input {
    struct text text, prose, style, condition;
    const struct node *blocks;
    struct cell_style_input *conditional;
    size_t conditionals;
    int align, valign;
    struct whole rows, columns;
    bool header;
    uint32_t fill;
};

static const char *const aligns[] = {"left", "centre", "right", "justify", NULL};
static const char *const column_aligns[] = {"own",     "left",    "centre", "right",
                                            "justify", "decimal", NULL};
enum { DECIMAL = 5 }; /* in column_aligns */
static const char *const valigns[] = {"top", "middle", "bottom", NULL};

static const struct field column_fields[] = {
    LAYOUT_LENGTH(column_input, "width", width, "fixed width"),
    LAYOUT_CHOICE(column_input, "align", align, column_aligns,
                  "of its cells, unless they say otherwise"),
    {.key = "share",
     .kind = FIELD_WHOLE,
     RECORD_AT(column_input, share),
     .low = 1,
     .high = 1000,
     .about = "weight in what is left of the measure"},
};
static const struct record column_record =
    LAYOUT_RECORD(column_input, "column", "คอลัมน์", column_fields);

static const struct field table_fields[] = {
    {.key = "columns",
     .kind = FIELD_RECORDS,
     .required = true,
     RECORD_LIST(table_input, column, columns),
     .record = &column_record,
     .about = "the columns from left to right"},
    LAYOUT_ROW(table_input, "header", FIELD_NODE, header,
               "rows repeated on every page: lists of cells"),
    LAYOUT_MUST(table_input, "rows", FIELD_NODE, rows, "the rows"),
    LAYOUT_ROW(table_input, "style", FIELD_LITERAL, style, "style of the cells"),
    LAYOUT_ROW(table_input, "header_style", FIELD_LITERAL, header_style,
               "style of the header's cells"),
    LAYOUT_ROW(table_input, "group_style", FIELD_LITERAL, group_style, "style of group rows"),
    LAYOUT_LENGTH(table_input, "width", width, "of the table; 0: the whole measure"),
    LAYOUT_BETWEEN(table_input, "rule", FIELD_LENGTH, rule, 0, 20 * PT,
                   "thickness of the rules; 0: none"),
    LAYOUT_ROW(table_input, "rule_colour", FIELD_COLOUR, rule_colour, "colour of the rules"),
    LAYOUT_BETWEEN(table_input, "pad_x", FIELD_LENGTH, pad_x, 0, 100 * PT,
                   "between a rule and the text beside it"),
    LAYOUT_BETWEEN(table_input, "pad_y", FIELD_LENGTH, pad_y, 0, 100 * PT,
                   "between a rule and the text below it"),
    LAYOUT_ROW(table_input, "header_fill", FIELD_COLOUR, header_fill,
               "ground of the header's cells"),
    LAYOUT_ROW(table_input, "group_fill", FIELD_COLOUR, group_fill, "ground of group rows"),
    LAYOUT_CHOICE(table_input, "valign", valign, valigns, "top, middle or bottom"),
    LAYOUT_ROW(table_input, "continued", FIELD_WORDING, continued,
               "printed under a merged cell's text shown again on a new page"),
    LAYOUT_ROW(table_input, "keep", FIELD_BOOL, keep, "true: not broken when it fits a page"),
};
static const struct record table_record =
    LAYOUT_RECORD(table_input, "table", "ตาราง", table_fields);

/* How tables in prose look, which have columns and rows of their own: the keys after these. */
static const char prose_table[] = "prose-table";
enum { TABLE_PARTS = 3 }; /* columns, header, rows */
static const struct record prose_table_record = {
    .name = "table",
    .thai = "ตาราง",
    .size = sizeof(struct table_input),
    .fields = table_fields + TABLE_PARTS,
    .count = sizeof table_fields / sizeof table_fields[0] - TABLE_PARTS,
    .place_offset = SIZE_MAX,
};

static const struct field row_fields[] = {
    LAYOUT_ROW(row_input, "for", FIELD_EXPRESSION, loop,
               "a row, or rows, for each of a list: name in list"),
    LAYOUT_ROW(row_input, "if", FIELD_EXPRESSION, condition,
               "leaves the row out when it does not hold"),
    LAYOUT_ROW(row_input, "cells", FIELD_NODE, cells, "the cells from left to right"),
    LAYOUT_ROW(row_input, "group", FIELD_NODE, group,
               "one cell over all columns, kept with the next row"),
    LAYOUT_ROW(row_input, "merge", FIELD_NODE, merge, "leading cells over all the rows inside"),
    LAYOUT_ROW(row_input, "rows", FIELD_NODE, rows, "the rows inside"),
};
static const struct record row_record = LAYOUT_RECORD(row_input, "row", "แถว", row_fields);

static const struct field cell_style_fields[] = {
    LAYOUT_MUST(cell_style_input, "if", FIELD_EXPRESSION, condition, "what must hold"),
    LAYOUT_MUST(cell_style_input, "style", FIELD_LITERAL, style, "the style then"),
};
static const struct record cell_style_record =
    LAYOUT_RECORD(cell_style_input, "style", "รูปแบบตามเงื่อนไข", cell_style_fields);

static const struct field cell_fields[] = {
    LAYOUT_ROW(cell_input, "text", FIELD_TEMPLATE, text, "a text with placeholders"),
    LAYOUT_ROW(cell_input, "prose", FIELD_PROSE, prose, "the name of a text, or Markdown"),
    LAYOUT_ROW(cell_input, "blocks", FIELD_NODE, blocks, "blocks"),
    LAYOUT_ROW(cell_input, "if", FIELD_EXPRESSION, condition,
               "leaves the cell empty when it does not hold"),
    LAYOUT_ROW(cell_input, "style", FIELD_LITERAL, style, "style of the cell's blocks"),
    {.key = "styles",
     .kind = FIELD_RECORDS,
     RECORD_LIST(cell_input, conditional, conditionals),
     .record = &cell_style_record,
     .about = "styles by condition; the first that holds"},
    LAYOUT_CHOICE(cell_input, "align", align, aligns, "left, centre, right or justify"),
    LAYOUT_CHOICE(cell_input, "valign", valign, valigns, "top, middle or bottom"),
    {.key = "rows",
     .kind = FIELD_WHOLE,
     RECORD_AT(cell_input, rows),
     .low = 1,
     .high = 1000,
     .about = "how many rows the cell covers"},
    {.key = "columns",
     .kind = FIELD_WHOLE,
     RECORD_AT(cell_input, columns),
     .low = 1,
     .high = LIMIT_COLUMNS,
     .about = "how many columns the cell covers"},
    LAYOUT_ROW(cell_input, "header", FIELD_BOOL, header, "true: heads its row"),
    LAYOUT_ROW(cell_input, "fill", FIELD_COLOUR, fill, "ground"),
};
static const struct record cell_record = LAYOUT_RECORD(cell_input, "cell", "ช่องตาราง", cell_fields);

static void read_cell_content(const struct layout_reader *reader, const struct node *node,
                              const struct cell_input *input, struct layout_cell *cell)
{
    int kinds = (input->text.bytes != NULL) + (input->prose.bytes != NULL) +
                (input->blocks != NULL && input->blocks->kind != NODE_NULL);
    if (kinds > 1)
        diag_say(reader->records.diag, MESSAGE_LAYOUT_CELL_KIND, node->place);
    if (input->text.bytes != NULL)
        cell->content = blocks_paragraph(reader, &input->text);
    else if (input->prose.bytes != NULL)
        cell->content = blocks_prose(reader, &input->prose);
    else
        cell->content = blocks_read(reader, input->blocks);
}

/* A cell is a map, or a text alone. */
static void read_cell(const struct layout_reader *reader, const struct node *node,
                      struct layout_cell *cell)
{
    struct cell_input input = {.align = -1, .valign = -1};
    *cell = (struct layout_cell){
        .place = node->place, .align = -1, .valign = -1, .row_span = 1, .column_span = 1};
    if (node->kind == NODE_NULL)
        return;
    if (node->kind == NODE_SCALAR) {
        if (record_text(&reader->records, node, TEXT_TEMPLATE, &input.text))
            cell->content = blocks_paragraph(reader, &input.text);
        return;
    }
    if (!record_expect(&reader->records, node, NODE_MAP, "cell"))
        return;
    record_read(&reader->records, &cell_record, node, &input);
    read_cell_content(reader, node, &input, cell);
    cell->condition = layout_expr(reader, &input.condition);
    cell->style = styles_find(reader, &input.style);
    cell->conditional =
        ARENA_NEW(reader->layout->arena, struct layout_cell_style, input.conditionals);
    cell->conditionals = input.conditionals;
    for (size_t i = 0; i < input.conditionals; i++)
        cell->conditional[i] =
            (struct layout_cell_style){layout_expr(reader, &input.conditional[i].condition),
                                       styles_find(reader, &input.conditional[i].style)};
    cell->align = input.align;
    cell->valign = input.valign;
    if (input.rows.present)
        cell->row_span = (size_t)input.rows.value;
    if (input.columns.present)
        cell->column_span = (size_t)input.columns.value;
    cell->header = input.header;
    cell->has_fill = node_find(node, "fill") != NULL;
    cell->fill = input.fill;
}

static void read_cells(const struct layout_reader *reader, const struct node *list,
                       struct layout_row *row)
{
    if (!record_expect(&reader->records, list, NODE_LIST, "cells"))
        return;
    row->cell = ARENA_NEW(reader->layout->arena, struct layout_cell, list->count);
    row->cells = list->count;
    for (size_t i = 0; i < list->count; i++)
        read_cell(reader, list->item[i], &row->cell[i]);
}

static struct layout_rows read_rows(const struct layout_reader *reader, const struct node *list);

static void read_row(const struct layout_reader *reader, const struct node *node,
                     struct layout_row *row)
{
    struct row_input input = {0};
    row->place = node->place;
    row->kind = ROW_NEST;
    if (!record_expect(&reader->records, node, NODE_MAP, "row"))
        return;
    record_read(&reader->records, &row_record, node, &input);
    row->loop = layout_loop_read(reader, &input.loop);
    row->condition = layout_expr(reader, &input.condition);
    if ((input.cells != NULL) + (input.group != NULL) + (input.rows != NULL) != 1 ||
        (input.merge != NULL && input.rows == NULL)) {
        diag_say(reader->records.diag, MESSAGE_LAYOUT_ROW_KIND, node->place);
    } else if (input.cells != NULL) {
        row->kind = ROW_CELLS;
        read_cells(reader, input.cells, row);
    } else if (input.group != NULL) {
        row->kind = ROW_GROUP;
        row->cell = ARENA_NEW(reader->layout->arena, struct layout_cell, 1);
        row->cells = 1;
        read_cell(reader, input.group, row->cell);
    } else {
        if (input.merge != NULL)
            read_cells(reader, input.merge, row);
        row->rows = read_rows(reader, input.rows);
    }
}

static struct layout_rows read_rows(const struct layout_reader *reader, const struct node *list)
{
    struct layout_rows rows = {0};
    if (!record_expect(&reader->records, list, NODE_LIST, "rows"))
        return rows;
    rows.item = ARENA_NEW(reader->layout->arena, struct layout_row, list->count);
    rows.count = list->count;
    for (size_t i = 0; i < list->count; i++)
        read_row(reader, list->item[i], &rows.item[i]);
    return rows;
}

/* A header row is a list of cells. */
static struct layout_rows read_header(const struct layout_reader *reader, const struct node *list)
{
    struct layout_rows rows = {0};
    if (list == NULL || list->kind == NODE_NULL ||
        !record_expect(&reader->records, list, NODE_LIST, "header"))
        return rows;
    rows.item = ARENA_NEW(reader->layout->arena, struct layout_row, list->count);
    rows.count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        rows.item[i].kind = ROW_CELLS;
        rows.item[i].place = list->item[i]->place;
        read_cells(reader, list->item[i], &rows.item[i]);
    }
    return rows;
}

static void read_shape(const struct layout_reader *reader, const struct table_input *input,
                       struct layout_table *table)
{
    struct doc_column *column = ARENA_NEW(reader->layout->arena, struct doc_column, input->columns);
    int *align = ARENA_NEW(reader->layout->arena, int, input->columns);
    table->align = align;
    for (size_t i = 0; i < input->columns; i++) {
        align[i] = input->column[i].align - 1; /* "own" is the first choice: none */
        if (input->column[i].align == DECIMAL) {
            align[i] = STYLE_CENTRE; /* of what is no number */
            column[i].decimal = true;
        }
        column[i].width = input->column[i].width;
        if (input->column[i].share.present)
            column[i].share = (int32_t)input->column[i].share.value;
    }
    table->shape = (struct doc_table){
        .column = column,
        .columns = input->columns,
        .header_rows = table->header.count,
        .width = input->width,
        .rule = input->rule,
        .rule_colour = input->rule_colour,
        .pad_x = input->pad_x,
        .pad_y = input->pad_y,
        .keep_whole = input->keep,
        .continued = input->continued.bytes,
    };
}

bool tables_is_prose(const struct layout_table *table)
{
    return strcmp(table->name, prose_table) == 0;
}

void tables_read(const struct layout_reader *reader, struct layout_table *table)
{
    struct table_input input = {0};
    if (!record_expect(&reader->records, table->node, NODE_MAP, "table"))
        return;
    record_read(&reader->records, tables_is_prose(table) ? &prose_table_record : &table_record,
                table->node, &input);
    table->header = read_header(reader, input.header);
    if (input.rows != NULL)
        table->rows = read_rows(reader, input.rows);
    read_shape(reader, &input, table);
    table->style = styles_find(reader, &input.style);
    table->header_style = styles_find(reader, &input.header_style);
    table->group_style = styles_find(reader, &input.group_style);
    table->valign = (enum doc_valign)input.valign;
    table->has_header_fill = node_find(table->node, "header_fill") != NULL;
    table->has_group_fill = node_find(table->node, "group_fill") != NULL;
    table->header_fill = input.header_fill;
    table->group_fill = input.group_fill;
}
