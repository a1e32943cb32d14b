/* The annotations of a page are in the order of the links, which is the order of reading. */
#include "pdf/links.h"

#include <string.h>

#include "pdf/tree.h"

enum { FLAG_PRINT = 4 };

static void write_link(struct objects *objects, size_t index)
{
    const struct tag_link *link = &objects->file->tags->link[index];
    const int32_t box[4] = {link->x, link->y, link->width, link->height};
    struct buffer *out = writer_open(objects->writer, objects->annotation + (int)index);
    buffer_add_string(out, "<</Type/Annot/Subtype/Link/Rect");
    objects_box(objects, out, link->page, box);
    buffer_printf(out, "/Border[0 0 0]/F %d/P %d 0 R", FLAG_PRINT, objects->page + link->page);
    if (link->contents != NULL) {
        buffer_add_string(out, "/Contents");
        writer_text(out, link->contents);
    }
    if (link->element != TAG_NONE)
        buffer_printf(out, "/StructParent %zu", tree_link_key(objects, index));
    if (link->uri != NULL) {
        buffer_add_string(out, "/A<</Type/Action/S/URI/URI");
        writer_string(out, link->uri, strlen(link->uri));
        buffer_add_string(out, ">>");
    } else {
        objects_destination(objects, out, link->target_page, link->target_y);
    }
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}

void links_write(struct objects *objects)
{
    for (size_t i = 0; i < objects->file->tags->links; i++)
        write_link(objects, i);
}

void links_list(struct objects *objects, struct buffer *out, size_t page)
{
    size_t found = 0;
    for (size_t i = 0; i < objects->file->tags->links; i++) {
        if ((size_t)objects->file->tags->link[i].page != page)
            continue;
        buffer_add_string(out, found++ == 0 ? "/Annots[" : " ");
        buffer_printf(out, "%d 0 R", objects->annotation + (int)i);
    }
    if (found > 0)
        buffer_add_char(out, ']');
}
