/* Annotations are gathered per page in the order of the job, which is the order of reading. */
#include "finish/links.h"

#include "finish/tree.h"

enum { FLAG_PRINT = 4 };

static qpdf_oh uri_action(struct pass *pass, const char *uri)
{
    qpdf_oh action = qpdf_oh_new_dictionary(pass->pdf);
    pdf_set_name(pass, action, "/Type", "/Action");
    pdf_set_name(pass, action, "/S", "/URI");
    pdf_set_ascii(pass, action, "/URI", uri);
    return action;
}

static qpdf_oh annotation_new(struct pass *pass, size_t index)
{
    const struct finish_link *link = &pass->job->link[index];
    const int32_t box[4] = {link->x, link->y, link->width, link->height};
    qpdf_oh object = pdf_indirect_dictionary(pass);
    pdf_set_name(pass, object, "/Type", "/Annot");
    pdf_set_name(pass, object, "/Subtype", "/Link");
    pdf_set(pass, object, "/Rect", pdf_box(pass, link->page, box));
    pdf_set(pass, object, "/Border", pdf_parsed(pass, "[0 0 0]"));
    pdf_set_integer(pass, object, "/F", FLAG_PRINT);
    pdf_refer(pass, object, "/P", pass->page[link->page]);
    if (link->contents != NULL)
        pdf_set_text(pass, object, "/Contents", link->contents);
    if (link->element != FINISH_NONE)
        pdf_set_integer(pass, object, "/StructParent", tree_link_key(pass, index));
    if (link->uri != NULL)
        pdf_set(pass, object, "/A", uri_action(pass, link->uri));
    else
        pdf_set(pass, object, "/Dest", pdf_destination(pass, link->target_page, link->target_y));
    return object;
}

qpdf_oh *links_write(struct pass *pass)
{
    const struct finish_job *job = pass->job;
    qpdf_oh *annotation = ARENA_NEW(pass->arena, qpdf_oh, job->links);
    qpdf_oh *list = ARENA_NEW(pass->arena, qpdf_oh, job->pages);
    for (size_t i = 0; i < job->links; i++) {
        size_t page = (size_t)job->link[i].page;
        annotation[i] = annotation_new(pass, i);
        if (list[page] == 0)
            list[page] = qpdf_oh_new_array(pass->pdf);
        pdf_add_refer(pass, list[page], annotation[i]);
    }
    for (size_t i = 0; i < job->pages; i++)
        if (list[i] != 0)
            pdf_set(pass, pass->page[i], "/Annots", list[i]);
    return annotation;
}
