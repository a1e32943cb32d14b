/* Numbers first, then every object in turn. */
#include "finish/finish.h"

#include "finish/info.h"
#include "finish/links.h"
#include "finish/outline.h"
#include "finish/pages.h"
#include "finish/pass.h"
#include "finish/tree.h"

void finish_pdf(const struct finish_job *job, struct buffer *out)
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
