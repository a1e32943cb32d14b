/*
 * Builds the tables of prose. They have columns and rows of their own; the rest of how they look is
 * the layout's `prose-table`.
 */
#include "base/length.h"
#include "compose/build.h"

enum { ROOM_BELOW = 3 }; /* a third of a line */

/* Where the layout does not say. */
static const struct layout_table plain_table = {
    .shape = {.rule = PT / 2, .pad_x = 4 * PT, .pad_y = 2 * PT}};

struct table_look {
    const struct layout_table *table;
    const struct layout_style *style, *header_style; /* or NULL */
    const int *align;
};

static struct doc_table make_shape(struct builder *builder, const struct prose_node *from,
                                   const struct layout_table *look)
{
    struct doc_table shape = look->shape;
    shape.columns = from->table->columns;
    shape.column = ARENA_NEW(builder->arena, struct doc_column, shape.columns);
    shape.header_rows = from->table->has_head ? 1 : 0;
    if (shape.continued != NULL)
        shape.continued = arena_string(builder->arena, shape.continued);
    return shape;
}

/* Without a style of their own, cells look as the text around, without its indents. */
static const struct style *cell_style(struct builder *builder, const struct layout_style *style,
                                      int align)
{
    return style != NULL ? build_style(builder, style, align)
                         : build_inner_style(builder, builder->layout->body_style, align);
}

static void build_cell(struct builder *builder, struct sink *row, const struct prose_node *from,
                       const struct doc_cell *like, const struct style *style,
                       const struct scope *scope)
{
    struct doc_node *cell = build_node(builder, row, DOC_CELL, from->place);
    cell->cell = *like;
    cell->style = style;
    struct sink sink = {.parent = cell};
    if (from->runs == 0)
        return;
    struct doc_text text = build_prose_text(builder, from, scope);
    struct doc_node *paragraph = build_node(builder, &sink, DOC_PARAGRAPH, text.place);
    paragraph->style = style;
    paragraph->text = text;
}

static void build_row(struct builder *builder, struct sink *table, const struct prose_node *from,
                      bool is_head, const struct table_look *look, const struct scope *scope)
{
    struct doc_node *row = build_node(builder, table, DOC_ROW, from->place);
    struct sink sink = {.parent = row};
    struct doc_cell cell = {.row_span = 1,
                            .column_span = 1,
                            .header = is_head,
                            .valign = look->table->valign,
                            .has_fill = is_head && look->table->has_header_fill,
                            .fill = look->table->header_fill};
    const struct layout_style *style =
        is_head && look->header_style != NULL ? look->header_style : look->style;
    size_t column = 0;
    for (const struct prose_node *from_cell = from->first; from_cell != NULL;
         from_cell = from_cell->next) {
        int align = is_head && look->header_style != NULL ? -1 : look->align[column];
        build_cell(builder, &sink, from_cell, &cell, cell_style(builder, style, align), scope);
        column++;
    }
}

void build_prose_table(struct builder *builder, const struct prose_node *node,
                       const struct context *context)
{
    if (context->in_cell) {
        diag_say(builder->diag, MESSAGE_PROSE_TABLE_IN_CELL, node->place);
        return;
    }
    const struct layout_table *table =
        builder->layout->prose_table != NULL ? builder->layout->prose_table : &plain_table;
    struct table_look look = {table, table->style, table->header_style, node->table->align};
    struct doc_node *made = build_node(builder, context->sink, DOC_TABLE, node->place);
    made->style = cell_style(builder, look.style, -1);
    made->table = make_shape(builder, node, table);
    struct sink sink = {.parent = made};
    if (node->table->caption != NULL)
        build_caption_text(builder, build_prose_text(builder, node->table->caption, context->scope),
                           true, context, &sink);
    bool is_head = node->table->has_head;
    for (const struct prose_node *row = node->first; row != NULL; row = row->next) {
        build_row(builder, &sink, row, is_head, &look, context->scope);
        is_head = false;
    }
    struct doc_node *space = build_node(builder, context->sink, DOC_SPACE, node->place);
    space->height = context->style->style.pitch / ROOM_BELOW;
}
