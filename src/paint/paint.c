/*
 * Two canvases, one painter. A page is its decoration, then its other frames in order. A PDF's pages
 * become text first, then a file.
 */
#include "paint/paint.h"

#include <assert.h>
#include <cairo-svg.h>

#include "paint/draft.h"
#include "paint/line.h"
#include "paint/painter.h"
#include "paint/shapes.h"
#include "pdf/contents.h"
#include "pdf/typefaces.h"
#include "picture/pictures.h"
#include "raster/canvas_cairo.h"

/* What all formats need for a run. */
struct job {
    struct text_engine *engine;
    const struct pages *pages;
    const struct paint_options *options;
    struct diag *diag;
    struct arena *arena;
    struct draft draft;
    struct pictures *pictures;
};

static struct job job_start(struct text_engine *engine, const struct pages *pages,
                            const struct paint_options *options, struct diag *diag)
{
    struct job job = {engine, pages, options, diag, arena_new(), {0}, pictures_new(engine)};
    job.draft = draft_make(engine, job.arena, pages->doc, diag);
    return job;
}

static void job_end(struct job *job)
{
    pictures_free(job->pictures);
    arena_free(job->arena);
}

/* Every picture of these pages is decoded once; false after reporting. */
static bool load_pictures(const struct job *job, size_t first, size_t last)
{
    size_t before = diag_count(job->diag, DIAG_ERROR);
    for (size_t number = first; number <= last; number++) {
        const struct page *page = &job->pages->page[number - 1];
        for (size_t i = 0; i < page->frames; i++)
            if (page->frame[i].kind == FRAME_IMAGE)
                pictures_add(job->pictures, page->frame[i].node, job->diag);
    }
    return diag_count(job->diag, DIAG_ERROR) == before;
}

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static const struct doc_page *paper_of(const struct job *job, size_t number)
{
    return job->pages->page[number - 1].paper;
}

/* False after reporting what Cairo could not do. */
static bool check(const struct job *job, cairo_status_t status, size_t number)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    diag_say(job->diag, MESSAGE_DRAWING_FAILED, (struct place){0},
             arena_printf(job->arena, "%zu", number), cairo_status_to_string(status));
    return false;
}

static void draw_leader(struct painter *painter, const struct frame *frame)
{
    line_draw_artifact(painter, &frame->line, frame->x, frame->y, NULL);
}

static void draw_frame(struct painter *painter, const struct frame *frame)
{
    if (frame->kind == FRAME_LINE)
        line_draw(painter, frame);
    else if (frame->kind == FRAME_LEADER)
        draw_leader(painter, frame);
    else
        shapes_draw(painter, frame);
}

/* Rules and grounds lie under everything else, and so they stand together. */
static void draw_frames(struct painter *painter, const struct page *page)
{
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].role == FRAME_DECORATION)
            draw_frame(painter, &page->frame[i]);
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].role != FRAME_DECORATION)
            draw_frame(painter, &page->frame[i]);
}

static void draw_page(struct painter *painter, const struct job *job, const struct page *page)
{
    painter->scratch = arena_new();
    draft_draw_under(painter, &job->draft, page->paper);
    draw_frames(painter, page);
    painter_close(painter);
    draft_draw_over(painter, &job->draft, page->paper);
    arena_free(painter->scratch);
    painter->scratch = NULL;
}

/* ---- PDF ---- */

static void page_range(const struct job *job, size_t *first, size_t *last)
{
    *first = job->options->first > 0 ? job->options->first : 1;
    *last = job->options->last > 0 ? job->options->last : job->pages->count;
    if (*last > job->pages->count)
        *last = job->pages->count;
    assert(*first <= *last);
}

/* What a PDF is made with. */
struct pdf {
    size_t first, last;
    struct structure *structure;
    struct typefaces *typefaces;
    struct contents *contents;
};

static struct pdf_page *draw_pdf(const struct job *job, const struct pdf *pdf)
{
    struct painter painter = {.structure = pdf->structure, .pictures = job->pictures};
    struct pdf_page *list = ARENA_NEW(job->arena, struct pdf_page, pdf->last - pdf->first + 1);
    for (size_t number = pdf->first; number <= pdf->last; number++) {
        const struct doc_page *paper = paper_of(job, number);
        painter.canvas = contents_start(pdf->contents, paper->height);
        painter.page = number - pdf->first;
        draw_page(&painter, job, &job->pages->page[number - 1]);
        const struct buffer *content = contents_page(pdf->contents);
        list[painter.page] =
            (struct pdf_page){arena_copy(job->arena, content->bytes, content->length),
                              content->length, paper->width, paper->height};
    }
    return list;
}

static bool write_pdf(const struct job *job, const struct pdf *pdf, struct buffer *out)
{
    const struct doc *doc = job->pages->doc;
    struct pdf_file file = {.title = doc->title,
                            .author = doc->author,
                            .subject = doc->subject,
                            .language = doc->language,
                            .producer = "itareport",
                            .seconds = job->options->seconds,
                            .archive = job->options->archive};
    file.page = draw_pdf(job, pdf);
    file.pages = pdf->last - pdf->first + 1;
    file.first_number = pdf->first;
    struct tags tags = structure_tags(pdf->structure);
    file.tags = &tags;
    pictures_finish(job->pictures, job->arena, &file);
    if (!typefaces_embed(pdf->typefaces, &file, job->diag))
        return false;
    pdf_file_write(&file, out);
    return true;
}

bool paint_pdf(struct text_engine *engine, const struct pages *pages,
               const struct paint_options *options, struct buffer *out, struct diag *diag)
{
    struct job job = job_start(engine, pages, options, diag);
    struct pdf pdf = {0};
    page_range(&job, &pdf.first, &pdf.last);
    if (!load_pictures(&job, pdf.first, pdf.last)) {
        job_end(&job);
        return false;
    }
    pdf.typefaces = typefaces_new();
    pdf.structure = structure_new(pages, pdf.first, pdf.last);
    pdf.contents = contents_new(pdf.typefaces);
    bool good = write_pdf(&job, &pdf, out);
    contents_free(pdf.contents);
    structure_free(pdf.structure);
    typefaces_free(pdf.typefaces);
    job_end(&job);
    return good;
}

/* ---- Pictures of one page ---- */

static cairo_status_t draw_picture(const struct job *job, cairo_surface_t *surface, size_t number,
                                   double scale)
{
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    struct canvas_cairo cairo = canvas_cairo_on(cr);
    struct painter painter = {.canvas = &cairo.canvas, .pictures = job->pictures};
    draw_page(&painter, job, &job->pages->page[number - 1]);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
}

static bool draw_png(const struct job *job, size_t number, struct buffer *out)
{
    int dpi = job->options->dpi > 0 ? job->options->dpi : 72;
    double scale = dpi / 72.0;
    const struct doc_page *paper = paper_of(job, number);
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(canvas_cairo_points(paper->width) * scale + 0.5),
        (int)(canvas_cairo_points(paper->height) * scale + 0.5));
    cairo_status_t status = draw_picture(job, surface, number, scale);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, collect, out);
    cairo_surface_destroy(surface);
    return check(job, status, number);
}

static bool draw_svg(const struct job *job, size_t number, struct buffer *out)
{
    const struct doc_page *paper = paper_of(job, number);
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        collect, out, canvas_cairo_points(paper->width), canvas_cairo_points(paper->height));
    cairo_status_t status = draw_picture(job, surface, number, 1);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return check(job, status, number);
}

bool paint_png(struct text_engine *engine, const struct pages *pages, size_t number,
               const struct paint_options *options, struct buffer *out, struct diag *diag)
{
    assert(number >= 1 && number <= pages->count);
    struct job job = job_start(engine, pages, options, diag);
    bool good = load_pictures(&job, number, number) && draw_png(&job, number, out);
    job_end(&job);
    return good;
}

bool paint_svg(struct text_engine *engine, const struct pages *pages, size_t number,
               const struct paint_options *options, struct buffer *out, struct diag *diag)
{
    assert(number >= 1 && number <= pages->count);
    struct job job = job_start(engine, pages, options, diag);
    bool good = load_pictures(&job, number, number) && draw_svg(&job, number, out);
    job_end(&job);
    return good;
}
