/* A form has no colour of its own: it is filled in the colour of the place where it is stamped. */
#include "finish/shapes.h"

#include <string.h>

#include "finish/content.h"

static qpdf_oh form_new(struct pass *pass, const struct finish_shape *shape)
{
    qpdf_oh form = qpdf_oh_new_stream(pass->pdf);
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->pdf, form);
    pdf_set_name(pass, dictionary, "/Type", "/XObject");
    pdf_set_name(pass, dictionary, "/Subtype", "/Form");
    pdf_set(pass, dictionary, "/Resources", qpdf_oh_new_dictionary(pass->pdf));
    qpdf_oh box = qpdf_oh_new_array(pass->pdf);
    pdf_add(pass, box, pdf_points(pass, shape->x));
    pdf_add(pass, box, pdf_points(pass, shape->y));
    pdf_add(pass, box, pdf_points(pass, shape->x + shape->width));
    pdf_add(pass, box, pdf_points(pass, shape->y + shape->height));
    pdf_set(pass, dictionary, "/BBox", box);
    qpdf_oh_release(pass->pdf, dictionary);
    const char *content = arena_printf(pass->arena, "%sf\n", shape->path);
    qpdf_oh none = qpdf_oh_new_null(pass->pdf);
    qpdf_oh_replace_stream_data(pass->pdf, form, (const unsigned char *)content, strlen(content),
                                none, none);
    qpdf_oh_release(pass->pdf, none);
    return form;
}

/* Whether a page stamps a shape. */
static bool is_used(const struct finish_page *page, int shape)
{
    for (size_t i = 0; i < page->brackets; i++)
        for (size_t j = 0; j < page->bracket[i].stamps; j++)
            if (page->bracket[i].stamp[j].shape == shape)
                return true;
    return false;
}

static void name_on_page(struct pass *pass, size_t page, const char *name, qpdf_oh form)
{
    qpdf_oh resources = qpdf_oh_get_key(pass->pdf, pass->page[page], "/Resources");
    if (!qpdf_oh_has_key(pass->pdf, resources, "/XObject"))
        pdf_set(pass, resources, "/XObject", qpdf_oh_new_dictionary(pass->pdf));
    qpdf_oh named = qpdf_oh_get_key(pass->pdf, resources, "/XObject");
    pdf_refer(pass, named, name, form);
    qpdf_oh_release(pass->pdf, named);
    qpdf_oh_release(pass->pdf, resources);
}

void shapes_write(struct pass *pass)
{
    for (size_t i = 0; i < pass->job->shapes; i++) {
        qpdf_oh form = form_new(pass, &pass->job->shape[i]);
        const char *name = arena_printf(pass->arena, "/" CONTENT_SHAPE_NAME "%zu", i);
        for (size_t p = 0; p < pass->job->pages; p++)
            if (is_used(&pass->job->page[p], (int)i))
                name_on_page(pass, p, name, form);
        qpdf_oh_release(pass->pdf, form);
    }
}
