/* An element has attributes of one owner at most: a cell of a table, a list, or a figure. */
#include "pdf/attributes.h"

#include <assert.h>
#include <string.h>

static void write_cell(struct buffer *out, const struct tag_element *element)
{
    buffer_add_string(out, "/A<</O/Table");
    if (element->row_span > 1)
        buffer_printf(out, "/RowSpan %zu", element->row_span);
    if (element->column_span > 1)
        buffer_printf(out, "/ColSpan %zu", element->column_span);
    if (element->scope != NULL)
        buffer_printf(out, "/Scope/%s", element->scope);
    if (element->headers > 0) {
        buffer_add_string(out, "/Headers[");
        for (size_t i = 0; i < element->headers; i++)
            writer_string(out, element->header[i], strlen(element->header[i]));
        buffer_add_char(out, ']');
    }
    buffer_add_string(out, ">>");
}

static void write_figure(struct objects *objects, struct buffer *out,
                         const struct tag_element *element)
{
    buffer_add_string(out, "/A<</O/Layout/Placement/Block/BBox");
    const int32_t box[4] = {element->box_x, element->box_y, element->box_width,
                            element->box_height};
    objects_box(objects, out, element->box_page, box);
    buffer_add_string(out, ">>");
}

void attributes_write(struct objects *objects, struct buffer *out,
                      const struct tag_element *element)
{
    bool cell = element->row_span > 1 || element->column_span > 1 || element->scope != NULL ||
                element->headers > 0;
    bool list = element->list_numbering != NULL;
    assert(cell + list + element->has_box <= 1);
    if (cell)
        write_cell(out, element);
    else if (list)
        buffer_printf(out, "/A<</O/List/ListNumbering/%s>>", element->list_numbering);
    else if (element->has_box)
        write_figure(objects, out, element);
}
