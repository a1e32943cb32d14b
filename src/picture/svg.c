/*
 * The library gets bytes without an address, so it can look up nothing else; what it would then leave
 * out in silence image/svg.c has refused before. The library draws again on every context:
 * Cairo replays a recording at a slightly wrong scale when the scale is small.
 */
#include "picture/svg.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/length.h"
#include "doc/doc.h"
#include "image/svg.h"
#include "picture/svg_letters.h"

struct svg {
    RsvgHandle *handle;
    cairo_surface_t *recording;
    double width, height; /* the recording's */
};

/* Of what messages tell. */
struct drawing {
    const struct doc_node *figure;
    struct arena *arena;
    struct diag *diag;
};

/*
 * Pango wants the measures of a font at its size scaled twice, and FreeType has none above a size.
 * So the square of the scale is kept below what lets a drawing have text of its own height.
 */
enum { FINEST = 2000, LARGEST_FONT = 65535 };

struct svg_extents svg_extents(const struct image *image)
{
    int64_t longer = image->width > image->height ? image->width : image->height;
    int64_t units = (int64_t)sqrt((double)image->longer / SVG_PIXEL * LARGEST_FONT);
    units = units < 1 ? 1 : units > FINEST ? FINEST : units;
    int64_t width = (int64_t)image->width * units * PT / longer;
    int64_t height = (int64_t)image->height * units * PT / longer;
    return (struct svg_extents){(int32_t)(width > 0 ? width : 1),
                                (int32_t)(height > 0 ? height : 1)};
}

/* Reports what the library says; it tells the line in front of the sentence, where it knows it. */
static void say_error(const struct drawing *drawing, GError *error)
{
    const char *name = drawing->figure->image->name;
    char *text = arena_string(drawing->arena, error->message);
    g_error_free(error);
    text[strcspn(text, "\n")] = '\0';
    const char *line = strstr(text, " on line "), *sentence = strstr(text, " of data: ");
    unsigned number = 0;
    if (line != NULL && sentence != NULL && sscanf(line, " on line %u", &number) == 1)
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_BROKEN_LINE, drawing->figure->place, name,
                 arena_printf(drawing->arena, "%u", number), sentence + strlen(" of data: "));
    else
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_BROKEN, drawing->figure->place, name, text);
}

/* Draws it into its recording; false after reporting. */
static bool record(const struct drawing *drawing, const struct svg *svg)
{
    cairo_t *cr = cairo_create(svg->recording);
    RsvgRectangle viewport = {0, 0, svg->width, svg->height};
    GError *error = NULL;
    bool good = rsvg_handle_render_document(svg->handle, cr, &viewport, &error);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (!good)
        say_error(drawing, error);
    else if (status != CAIRO_STATUS_SUCCESS)
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_BROKEN, drawing->figure->place,
                 drawing->figure->image->name, cairo_status_to_string(status));
    return good && status == CAIRO_STATUS_SUCCESS;
}

static struct svg *open_drawing(const struct drawing *drawing)
{
    const struct image *file = &drawing->figure->image->file;
    struct svg_extents extents = svg_extents(file);
    struct svg *svg = memory_zeroed(1, sizeof *svg);
    svg->width = extents.width / (double)PT;
    svg->height = extents.height / (double)PT;
    GError *error = NULL;
    svg->handle = rsvg_handle_new_from_data(file->bytes, file->length, &error);
    if (svg->handle == NULL) {
        say_error(drawing, error);
        svg_free(svg);
        return NULL;
    }
    cairo_rectangle_t paper = {0, 0, svg->width, svg->height};
    svg->recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &paper);
    if (record(drawing, svg))
        return svg;
    svg_free(svg);
    return NULL;
}

struct svg *svg_open(const struct doc_node *figure, const struct text_drawing_fonts *fonts,
                     struct diag *diag)
{
    if (!svg_letters_check(figure, fonts, diag))
        return NULL;
    struct drawing drawing = {figure, arena_new(), diag};
    struct svg *svg = open_drawing(&drawing);
    arena_free(drawing.arena);
    return svg;
}

void svg_free(struct svg *svg)
{
    if (svg == NULL)
        return;
    if (svg->handle != NULL)
        g_object_unref(svg->handle);
    cairo_surface_destroy(svg->recording);
    free(svg);
}

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

void svg_write_pdf(const struct svg *svg, struct buffer *out)
{
    cairo_surface_t *page =
        cairo_pdf_surface_create_for_stream(collect, out, svg->width, svg->height);
    cairo_surface_set_fallback_resolution(page, 72, 72); /* a pixel a unit */
    cairo_t *cr = cairo_create(page);
    cairo_set_source_surface(cr, svg->recording, 0, 0);
    cairo_paint(cr);
    assert(cairo_status(cr) == CAIRO_STATUS_SUCCESS); /* or the recording would have failed */
    cairo_destroy(cr);
    cairo_surface_destroy(page);
}

void svg_draw(const struct svg *svg, cairo_t *cr, double width, double height)
{
    RsvgRectangle viewport = {0, 0, width, height};
    bool good = rsvg_handle_render_document(svg->handle, cr, &viewport, NULL);
    assert(good); /* as it was for the recording */
    (void)good;
}
