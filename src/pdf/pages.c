/* Fonts and images come first, then the pages, then their root. */
#include "pdf/pages.h"

#include "pdf/fonts.h"
#include "pdf/images.h"
#include "pdf/links.h"

static int write_image(struct objects *objects, size_t number)
{
    const struct pdf_file *file = objects->file;
    struct arena *arena = arena_new();
    struct pdf_image image = file->image(file->pictures, number, arena);
    int object = images_write(objects, &image);
    arena_free(arena);
    return object;
}

static int write_resources(struct objects *objects)
{
    const struct pdf_file *file = objects->file;
    int number = writer_reserve(objects->writer, 1);
    struct buffer text = {0};
    buffer_add_string(&text, "<</Font<<");
    for (size_t i = 0; i < file->fonts; i++)
        buffer_printf(&text, "/F%zu %d 0 R", i, fonts_write(objects, &file->font[i]));
    buffer_add_string(&text, ">>");
    if (file->images > 0) {
        buffer_add_string(&text, "/XObject<<");
        for (size_t i = 0; i < file->images; i++)
            buffer_printf(&text, "/I%zu %d 0 R", i, write_image(objects, i));
        buffer_add_string(&text, ">>");
    }
    buffer_add_string(&text, ">>");
    buffer_add(writer_open(objects->writer, number), text.bytes, text.length);
    writer_close(objects->writer);
    buffer_free(&text);
    return number;
}

/* Pages of another size than the first say so. */
static void write_size(struct objects *objects, struct buffer *out, size_t index)
{
    const struct pdf_page *page = &objects->file->page[index];
    const int32_t box[4] = {0, 0, page->width, page->height};
    buffer_add_string(out, "/MediaBox");
    objects_box(objects, out, (int)index, box);
}

static bool has_own_size(const struct pdf_file *file, size_t index)
{
    return file->page[index].width != file->page[0].width ||
           file->page[index].height != file->page[0].height;
}

static void write_page(struct objects *objects, size_t index, int parent, int resources)
{
    const struct pdf_page *page = &objects->file->page[index];
    int content = writer_reserve(objects->writer, 1);
    writer_stream(objects->writer, content, "", page->content, page->length);
    struct buffer *out = writer_open(objects->writer, objects->page + (int)index);
    buffer_printf(out, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %zu/Tabs/S",
                  parent, content, index);
    /* PDF/A does not let a page inherit them. */
    buffer_printf(out, "/Resources %d 0 R", resources);
    if (has_own_size(objects->file, index))
        write_size(objects, out, index);
    links_list(objects, out, index);
    buffer_add_string(out, ">>");
    writer_close(objects->writer);
}

int pages_write(struct objects *objects)
{
    const struct pdf_file *file = objects->file;
    int resources = write_resources(objects);
    int number = writer_reserve(objects->writer, 1);
    for (size_t i = 0; i < file->pages; i++)
        write_page(objects, i, number, resources);
    struct buffer *out = writer_open(objects->writer, number);
    buffer_printf(out, "<</Type/Pages/Count %zu", file->pages);
    write_size(objects, out, 0);
    buffer_add_string(out, "/Kids[");
    for (size_t i = 0; i < file->pages; i++)
        buffer_printf(out, "%d 0 R ", objects->page + (int)i);
    buffer_add_string(out, "]>>");
    writer_close(objects->writer);
    return number;
}
