/* Annotations stand on their page in the order of the job, which is the order of reading. */
#include "pdf/links.h"

#include <string.h>

#include "pdf/tree.h"

enum { FLAG_PRINT = 4 };

static void write_link(struct pass *pass, size_t index)
{
    const struct tag_link *link = &pass->job->link[index];
    const int32_t box[4] = {link->x, link->y, link->width, link->height};
    struct buffer *out = writer_open(pass->writer, pass->annotation + (int)index);
    buffer_add_string(out, "<</Type/Annot/Subtype/Link/Rect");
    pass_box(pass, out, link->page, box);
    buffer_printf(out, "/Border[0 0 0]/F %d/P %d 0 R", FLAG_PRINT, pass->page + link->page);
    if (link->contents != NULL) {
        buffer_add_string(out, "/Contents");
        writer_text(out, link->contents);
    }
    if (link->element != TAG_NONE)
        buffer_printf(out, "/StructParent %zu", tree_link_key(pass, index));
    if (link->uri != NULL) {
        buffer_add_string(out, "/A<</Type/Action/S/URI/URI");
        writer_string(out, link->uri, strlen(link->uri));
        buffer_add_string(out, ">>");
    } else {
        pass_destination(pass, out, link->target_page, link->target_y);
    }
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
}

void links_write(struct pass *pass)
{
    for (size_t i = 0; i < pass->job->links; i++)
        write_link(pass, i);
}

void links_list(struct pass *pass, struct buffer *out, size_t page)
{
    size_t found = 0;
    for (size_t i = 0; i < pass->job->links; i++) {
        if ((size_t)pass->job->link[i].page != page)
            continue;
        buffer_add_string(out, found++ == 0 ? "/Annots[" : " ");
        buffer_printf(out, "%d 0 R", pass->annotation + (int)i);
    }
    if (found > 0)
        buffer_add_char(out, ']');
}
