/* An element has attributes of one owner at most: a cell of a table, a list, or a figure. */
#include "finish/attributes.h"

#include <assert.h>

static void write_headers(struct pass *pass, qpdf_oh attributes,
                          const struct finish_element *element)
{
    qpdf_oh array = qpdf_oh_new_array(pass->pdf);
    for (size_t i = 0; i < element->headers; i++)
        pdf_add(pass, array, qpdf_oh_new_string(pass->pdf, element->header[i]));
    pdf_set(pass, attributes, "/Headers", array);
}

static void write_cell(struct pass *pass, qpdf_oh attributes, const struct finish_element *element)
{
    pdf_set_name(pass, attributes, "/O", "/Table");
    if (element->row_span > 1)
        pdf_set_integer(pass, attributes, "/RowSpan", (long long)element->row_span);
    if (element->column_span > 1)
        pdf_set_integer(pass, attributes, "/ColSpan", (long long)element->column_span);
    if (element->scope != NULL)
        pdf_set_name(pass, attributes, "/Scope", arena_printf(pass->arena, "/%s", element->scope));
    if (element->headers > 0)
        write_headers(pass, attributes, element);
}

static void write_list(struct pass *pass, qpdf_oh attributes, const struct finish_element *element)
{
    pdf_set_name(pass, attributes, "/O", "/List");
    pdf_set_name(pass, attributes, "/ListNumbering",
                 arena_printf(pass->arena, "/%s", element->list_numbering));
}

static void write_figure(struct pass *pass, qpdf_oh attributes,
                         const struct finish_element *element)
{
    pdf_set_name(pass, attributes, "/O", "/Layout");
    pdf_set_name(pass, attributes, "/Placement", "/Block");
    const int32_t box[4] = {element->box_x, element->box_y, element->box_width,
                            element->box_height};
    pdf_set(pass, attributes, "/BBox", pdf_box(pass, element->box_page, box));
}

void attributes_write(struct pass *pass, qpdf_oh object, const struct finish_element *element)
{
    bool cell = element->row_span > 1 || element->column_span > 1 || element->scope != NULL ||
                element->headers > 0;
    bool list = element->list_numbering != NULL;
    assert(cell + list + element->has_box <= 1);
    if (!cell && !list && !element->has_box)
        return;
    qpdf_oh attributes = qpdf_oh_new_dictionary(pass->pdf);
    if (cell)
        write_cell(pass, attributes, element);
    else if (list)
        write_list(pass, attributes, element);
    else
        write_figure(pass, attributes, element);
    pdf_set(pass, object, "/A", attributes);
}
