/* Numbers first, then every object in turn. */
#include "pdf/pdf_file.h"

#include "pdf/info.h"
#include "pdf/links.h"
#include "pdf/objects.h"
#include "pdf/outline.h"
#include "pdf/pages.h"
#include "pdf/tree.h"

void pdf_file_write(const struct pdf_file *file, struct buffer *out)
{
    struct objects objects = {.writer = writer_new(), .file = file, .arena = arena_new()};
    objects.page = writer_reserve(objects.writer, file->pages);
    objects.element = writer_reserve(objects.writer, file->tags->elements);
    objects.annotation = writer_reserve(objects.writer, file->tags->links);
    objects.tree = writer_reserve(objects.writer, 1);
    int pages = pages_write(&objects);
    links_write(&objects);
    tree_write(&objects);
    outline_write(&objects);
    int catalog = info_write_catalog(&objects, pages);
    int info = info_write(&objects);
    writer_end(objects.writer, catalog, info, out);
    writer_free(objects.writer);
    arena_free(objects.arena);
}
