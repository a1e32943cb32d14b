/* Fonts and images come first, then the pages, then their root. */
#include "pdf/pages.h"

#include "pdf/fonts.h"
#include "pdf/images.h"
#include "pdf/links.h"

static int write_resources(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    int number = writer_reserve(pass->writer, 1);
    struct buffer text = {0};
    buffer_add_string(&text, "<</Font<<");
    for (size_t i = 0; i < job->fonts; i++)
        buffer_printf(&text, "/F%zu %d 0 R", i, fonts_write(pass, &job->font[i]));
    buffer_add_string(&text, ">>");
    if (job->images > 0) {
        buffer_add_string(&text, "/XObject<<");
        for (size_t i = 0; i < job->images; i++)
            buffer_printf(&text, "/I%zu %d 0 R", i, images_write(pass, &job->image[i]));
        buffer_add_string(&text, ">>");
    }
    buffer_add_string(&text, ">>");
    buffer_add(writer_open(pass->writer, number), text.bytes, text.length);
    writer_close(pass->writer);
    buffer_free(&text);
    return number;
}

/* Pages of another size than the first say so. */
static void write_size(struct pass *pass, struct buffer *out, size_t index)
{
    const struct pdf_page *page = &pass->job->page[index];
    const int32_t box[4] = {0, 0, page->width, page->height};
    buffer_add_string(out, "/MediaBox");
    pass_box(pass, out, (int)index, box);
}

static bool has_own_size(const struct pdf_job *job, size_t index)
{
    return job->page[index].width != job->page[0].width ||
           job->page[index].height != job->page[0].height;
}

static void write_page(struct pass *pass, size_t index, int parent, int resources)
{
    const struct pdf_page *page = &pass->job->page[index];
    int content = writer_reserve(pass->writer, 1);
    writer_stream(pass->writer, content, "", page->content, page->length);
    struct buffer *out = writer_open(pass->writer, pass->page + (int)index);
    buffer_printf(out, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %zu/Tabs/S",
                  parent, content, index);
    /* PDF/A does not let a page inherit them. */
    buffer_printf(out, "/Resources %d 0 R", resources);
    if (has_own_size(pass->job, index))
        write_size(pass, out, index);
    links_list(pass, out, index);
    buffer_add_string(out, ">>");
    writer_close(pass->writer);
}

int pages_write(struct pass *pass)
{
    const struct pdf_job *job = pass->job;
    int resources = write_resources(pass);
    int number = writer_reserve(pass->writer, 1);
    for (size_t i = 0; i < job->pages; i++)
        write_page(pass, i, number, resources);
    struct buffer *out = writer_open(pass->writer, number);
    buffer_printf(out, "<</Type/Pages/Count %zu", job->pages);
    write_size(pass, out, 0);
    buffer_add_string(out, "/Kids[");
    for (size_t i = 0; i < job->pages; i++)
        buffer_printf(out, "%d 0 R ", pass->page + (int)i);
    buffer_add_string(out, "]>>");
    writer_close(pass->writer);
    return number;
}
