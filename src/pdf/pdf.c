/* Numbers first, then every object in turn. */
#include "pdf/pdf.h"

#include "pdf/info.h"
#include "pdf/links.h"
#include "pdf/outline.h"
#include "pdf/pages.h"
#include "pdf/pass.h"
#include "pdf/tree.h"

void pdf_write(const struct pdf_job *job, struct buffer *out)
{
    struct pass pass = {.writer = writer_new(), .job = job, .arena = arena_new()};
    pass.page = writer_reserve(pass.writer, job->pages);
    pass.element = writer_reserve(pass.writer, job->elements);
    pass.annotation = writer_reserve(pass.writer, job->links);
    pass.tree = writer_reserve(pass.writer, 1);
    int pages = pages_write(&pass);
    links_write(&pass);
    tree_write(&pass);
    outline_write(&pass);
    int catalog = info_write_catalog(&pass, pages);
    int info = info_write(&pass);
    writer_end(pass.writer, catalog, info, out);
    writer_free(pass.writer);
    arena_free(pass.arena);
}
