/* Both formats are the same painting on another surface. */
#include "raster/raster.h"

#include <assert.h>
#include <cairo-svg.h>
#include <stdio.h>

#include "paint/paint.h"
#include "picture/pictures.h"
#include "picture/surface.h"
#include "picture/svg.h"
#include "raster/canvas_cairo.h"

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static const struct doc_page *paper_of(const struct painting *painting)
{
    return painting->pages->page[painting->range.first - 1].paper;
}

static cairo_status_t draw_page(const struct painting *painting, cairo_surface_t *surface,
                                double scale, struct diag *diag)
{
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    struct canvas_cairo cairo = canvas_cairo_on(cr, diag);
    paint_page(painting, painting->range.first, &cairo.canvas);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
}

static cairo_status_t draw_png(const struct painting *painting, int dpi, struct buffer *out,
                               struct diag *diag)
{
    double scale = dpi / 72.0;
    const struct doc_page *paper = paper_of(painting);
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(canvas_cairo_points(paper->width) * scale + 0.5),
        (int)(canvas_cairo_points(paper->height) * scale + 0.5));
    cairo_status_t status = draw_page(painting, surface, scale, diag);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, collect, out);
    cairo_surface_destroy(surface);
    return status;
}

static cairo_status_t draw_svg(const struct painting *painting, struct buffer *out,
                               struct diag *diag)
{
    const struct doc_page *paper = paper_of(painting);
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        collect, out, canvas_cairo_points(paper->width), canvas_cairo_points(paper->height));
    return surface_end(surface, draw_page(painting, surface, 1, diag));
}

/* False after reporting what Cairo could not do. */
static bool check(cairo_status_t status, size_t number, struct diag *diag)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    char page[32];
    snprintf(page, sizeof page, "%zu", number);
    diag_say(diag, MESSAGE_DRAWING_FAILED, (struct place){0}, page, cairo_status_to_string(status));
    return false;
}

bool raster_png(const struct text_engine *engine, const struct pages *pages,
                const struct raster_options *options, struct buffer *out, struct diag *diag)
{
    struct paint_range range = {options->page, options->page};
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct painting painting;
    assert(options->dpi > 0);
    if (!paint_open(&painting, engine, pages, range, diag))
        return false;
    cairo_status_t status = draw_png(&painting, options->dpi, out, diag);
    paint_close(&painting);
    return check(status, options->page, diag) && diag_count(diag, DIAG_ERROR) == errors;
}

bool raster_svg(const struct text_engine *engine, const struct pages *pages,
                const struct raster_options *options, struct buffer *out, struct diag *diag)
{
    struct paint_range range = {options->page, options->page};
    size_t errors = diag_count(diag, DIAG_ERROR);
    struct painting painting;
    if (!paint_open(&painting, engine, pages, range, diag))
        return false;
    cairo_status_t status = draw_svg(&painting, out, diag);
    paint_close(&painting);
    return check(status, options->page, diag) && diag_count(diag, DIAG_ERROR) == errors;
}

bool raster_drawing(const struct picture *picture, struct buffer *out, struct diag *diag)
{
    double width = picture->image->width / 100.0, height = picture->image->height / 100.0;
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(collect, out, width, height);
    cairo_t *cr = cairo_create(surface);
    bool good = svg_draw(picture->svg, cr, width, height, diag);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    status = surface_end(surface, status);
    return good && check(status, 1, diag);
}
