/*
 * Three surfaces, one painter. A page is its frames in order; the PDF keeps its bytes in memory
 * and goes through finish/ before anybody sees it.
 */
#include "paint/paint.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "finish/finish.h"
#include "paint/draft.h"
#include "paint/line.h"
#include "paint/painter.h"
#include "paint/shapes.h"

/* What all formats need for a run. */
struct job {
    struct text_engine *engine;
    const struct pages *pages;
    const struct paint_options *options;
    struct diag *diag;
    struct arena *arena;
    struct draft draft;
};

static struct job job_start(struct text_engine *engine, const struct pages *pages,
                            const struct paint_options *options, struct diag *diag)
{
    struct job job = {engine, pages, options, diag, arena_new(), {0}};
    job.draft = draft_make(engine, job.arena, pages->doc, diag);
    return job;
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
    diag_say(job->diag, DIAG_DRAWING_FAILED, (struct place){0},
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

static void draw_page(struct painter *painter, const struct job *job, const struct page *page)
{
    painter->scratch = arena_new();
    draft_draw_under(painter, &job->draft, page->paper);
    for (size_t i = 0; i < page->frames; i++)
        draw_frame(painter, &page->frame[i]);
    draft_draw_over(painter, &job->draft, page->paper);
    painter_close(painter);
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

/* Draws the wanted pages; the raw PDF is complete when this returns true. */
static bool draw_pdf(const struct job *job, struct structure *structure, struct buffer *raw)
{
    size_t first, last;
    page_range(job, &first, &last);
    const struct doc_page *paper = paper_of(job, first);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        collect, raw, painter_points(paper->width), painter_points(paper->height));
    /* Any fixed date: the real one is written by finish/. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    struct painter painter = {.cr = cairo_create(surface), .structure = structure};
    cairo_tag_begin(painter.cr, "Document", NULL);
    bool good = true;
    for (size_t number = first; number <= last && good; number++) {
        painter.page = number - first;
        paper = paper_of(job, number);
        cairo_pdf_surface_set_size(surface, painter_points(paper->width),
                                   painter_points(paper->height));
        draw_page(&painter, job, &job->pages->page[number - 1]);
        cairo_show_page(painter.cr);
        good = check(job, cairo_status(painter.cr), number);
    }
    cairo_tag_end(painter.cr, "Document");
    good = good && check(job, cairo_status(painter.cr), last);
    cairo_destroy(painter.cr);
    cairo_surface_finish(surface);
    good = good && check(job, cairo_surface_status(surface), last);
    cairo_surface_destroy(surface);
    return good;
}

static bool finish(const struct job *job, struct structure *structure, const struct buffer *raw,
                   struct buffer *out)
{
    const struct doc *doc = job->pages->doc;
    struct finish_job finish_job = {.title = doc->title,
                                    .author = doc->author,
                                    .subject = doc->subject,
                                    .language = doc->language,
                                    .producer = "itareport",
                                    .seconds = job->options->seconds,
                                    .archive = job->options->archive};
    structure_job(structure, &finish_job);
    return finish_pdf(raw, &finish_job, out, job->diag);
}

bool paint_pdf(struct text_engine *engine, const struct pages *pages,
               const struct paint_options *options, struct buffer *out, struct diag *diag)
{
    struct job job = job_start(engine, pages, options, diag);
    size_t first, last;
    page_range(&job, &first, &last);
    struct structure *structure = structure_new(pages, first, last);
    struct buffer raw = {0};
    bool good = draw_pdf(&job, structure, &raw) && finish(&job, structure, &raw, out);
    buffer_free(&raw);
    structure_free(structure);
    arena_free(job.arena);
    return good;
}

/* ---- Pictures of one page ---- */

static cairo_status_t draw_picture(const struct job *job, cairo_surface_t *surface, size_t number,
                                   double scale)
{
    struct painter painter = {.cr = cairo_create(surface)};
    cairo_set_source_rgb(painter.cr, 1, 1, 1);
    cairo_paint(painter.cr);
    cairo_scale(painter.cr, scale, scale);
    draw_page(&painter, job, &job->pages->page[number - 1]);
    cairo_show_page(painter.cr);
    cairo_status_t status = cairo_status(painter.cr);
    cairo_destroy(painter.cr);
    return status;
}

static bool draw_png(const struct job *job, size_t number, struct buffer *out)
{
    int dpi = job->options->dpi > 0 ? job->options->dpi : 72;
    double scale = dpi / 72.0;
    const struct doc_page *paper = paper_of(job, number);
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(painter_points(paper->width) * scale + 0.5),
        (int)(painter_points(paper->height) * scale + 0.5));
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
        collect, out, painter_points(paper->width), painter_points(paper->height));
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
    bool good = draw_png(&job, number, out);
    arena_free(job.arena);
    return good;
}

bool paint_svg(struct text_engine *engine, const struct pages *pages, size_t number,
               const struct paint_options *options, struct buffer *out, struct diag *diag)
{
    assert(number >= 1 && number <= pages->count);
    struct job job = job_start(engine, pages, options, diag);
    bool good = draw_svg(&job, number, out);
    arena_free(job.arena);
    return good;
}
