/* Pages become operators first; then it is known which glyphs and which tags the file has. */
#include "pdf/pdf.h"

#include "pdf/contents.h"
#include "pdf/pdf_file.h"
#include "pdf/samples.h"
#include "pdf/typefaces.h"

static struct pdf_page paint_contents(const struct painting *painting, size_t number,
                                      struct contents *contents, struct arena *arena)
{
    const struct doc_page *paper = painting->pages->page[number - 1].paper;
    paint_page(painting, number, contents_start(contents, paper->height));
    const struct buffer *content = contents_page(contents);
    return (struct pdf_page){arena_copy(arena, content->bytes, content->length), content->length,
                             paper->width, paper->height};
}

static void take_pages(struct pdf_file *file, const struct painting *painting,
                       struct typefaces *typefaces, struct arena *arena)
{
    struct contents *contents = contents_new(typefaces);
    size_t first = painting->range.first, count = painting->range.last - first + 1;
    struct pdf_page *page = ARENA_NEW(arena, struct pdf_page, count);
    for (size_t i = 0; i < count; i++)
        page[i] = paint_contents(painting, first + i, contents, arena);
    file->page = page;
    file->pages = count;
    file->first_number = first;
    contents_free(contents);
}

static bool write_file(const struct painting *painting, const struct pdf_options *options,
                       struct buffer *out, struct diag *diag)
{
    const struct doc *doc = painting->pages->doc;
    struct arena *arena = arena_new();
    struct typefaces *typefaces = typefaces_new();
    struct pdf_file file = {.title = doc->title,
                            .author = doc->author,
                            .subject = doc->subject,
                            .language = doc->language,
                            .producer = "itareport",
                            .seconds = options->seconds,
                            .archive = options->archive};
    take_pages(&file, painting, typefaces, arena);
    struct tags tags = structure_tags(painting->structure);
    file.tags = &tags;
    file.image = samples_take;
    file.pictures = painting->pictures;
    file.images = pictures_count(painting->pictures);
    bool good = typefaces_embed(typefaces, &file, diag);
    if (good)
        pdf_file_write(&file, out);
    typefaces_free(typefaces);
    arena_free(arena);
    return good;
}

bool pdf_make(const struct text_engine *engine, const struct pages *pages,
              const struct pdf_options *options, struct buffer *out, struct diag *diag)
{
    struct paint_range range = paint_range(pages, options->range);
    struct painting painting;
    if (!paint_open(&painting, engine, pages, range, diag))
        return false;
    painting.structure = structure_new(pages, range.first, range.last);
    bool good = write_file(&painting, options, out, diag);
    structure_free(painting.structure);
    paint_close(&painting);
    return good;
}
