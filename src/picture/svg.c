/*
 * The library gets bytes without an address, so it can look up nothing else; what it would then leave
 * out in silence image/svg.c has refused before. It panics on some drawings and takes hours for others, so a PDF
 * of a drawing is made by a copy of the process (base/apart.h). The library draws again on every other context, since
 * Cairo replays a recording at a slightly wrong scale when the scale is small; a copy does that before.
 */
#include "picture/svg.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/apart.h"
#include "base/arena.h"
#include "base/length.h"
#include "base/limits.h"
#include "doc/doc.h"
#include "image/svg.h"
#include "picture/surface.h"
#include "picture/svg_letters.h"

struct svg {
    const struct doc_node *figure;
    struct svg_common *common;
    struct buffer pdf;
    RsvgHandle *handle; /* NULL until it is drawn on a context */
};

/* Of what messages tell. */
struct drawing {
    const struct doc_node *figure;
    struct svg_common *common;
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

/* ---- in the copy of the process ---- */

/* What the copy hands back: a kind, and a PDF or a sentence of the library's. */
enum { KIND_PDF = 'P', KIND_SENTENCE = 'S' };

struct work {
    const struct image *file;
    const struct text_drawing_fonts *fonts;
    RsvgHandle *handle; /* to draw on: */
    cairo_t *cr;
    double width, height;
};

static void hand_back(struct buffer *out, char kind, const char *sentence)
{
    buffer_clear(out);
    buffer_add_char(out, kind);
    buffer_add_string(out, sentence);
}

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* The recording as a PDF of one page. */
static cairo_status_t write_pdf(cairo_surface_t *recording, double width, double height,
                                struct buffer *out)
{
    cairo_surface_t *page = cairo_pdf_surface_create_for_stream(collect, out, width, height);
    cairo_surface_set_fallback_resolution(page, 72, 72); /* a pixel a unit */
    cairo_t *cr = cairo_create(page);
    cairo_set_source_surface(cr, recording, 0, 0);
    cairo_paint(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return surface_end(page, status);
}

static void draw_pdf(RsvgHandle *handle, const struct image *file, struct buffer *out)
{
    struct svg_extents extents = svg_extents(file);
    RsvgRectangle box = {0, 0, extents.width / (double)PT, extents.height / (double)PT};
    cairo_rectangle_t paper = {0, 0, box.width, box.height};
    cairo_surface_t *recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &paper);
    cairo_t *cr = cairo_create(recording);
    GError *error = NULL;
    bool good = rsvg_handle_render_document(handle, cr, &box, &error);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (good && status == CAIRO_STATUS_SUCCESS)
        status = write_pdf(recording, box.width, box.height, out);
    cairo_surface_destroy(recording);
    if (!good)
        hand_back(out, KIND_SENTENCE, error->message);
    else if (status != CAIRO_STATUS_SUCCESS)
        hand_back(out, KIND_SENTENCE, cairo_status_to_string(status));
}

static void make_pdf(void *closure, struct buffer *out)
{
    const struct work *work = closure;
    text_drawing_fonts_renew(work->fonts);
    GError *error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data(work->file->bytes, work->file->length, &error);
    hand_back(out, KIND_PDF, "");
    if (handle != NULL)
        draw_pdf(handle, work->file, out);
    else
        hand_back(out, KIND_SENTENCE, error->message);
}

/* Draws as this process will. */
static void rehearse(void *closure, struct buffer *out)
{
    const struct work *work = closure;
    text_drawing_fonts_renew(work->fonts);
    RsvgRectangle box = {0, 0, work->width, work->height};
    bool good = rsvg_handle_render_document(work->handle, work->cr, &box, NULL);
    buffer_add_char(out, good ? KIND_PDF : KIND_SENTENCE);
}

/* ---- in this process ---- */

/* Says what the library said; it tells the line in front of the sentence, where it knows it. */
static void say_sentence(const struct drawing *drawing, char *text)
{
    const char *name = drawing->figure->image->name;
    text[strcspn(text, "\n")] = '\0';
    const char *line = strstr(text, " on line "), *sentence = strstr(text, " of data: ");
    unsigned number = 0;
    if (line != NULL && sentence != NULL && sscanf(line, " on line %u", &number) == 1)
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_BROKEN_LINE, drawing->figure->place, name,
                 arena_printf(drawing->arena, "%u", number), sentence + strlen(" of data: "));
    else
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_BROKEN, drawing->figure->place, name, text);
}

static void say_end(const struct drawing *drawing, enum apart_end end)
{
    static const enum diag_code CODE[] = {[APART_FAILED] = MESSAGE_IMAGE_SVG_FAILED,
                                          [APART_SLOW] = MESSAGE_IMAGE_SVG_SLOW,
                                          [APART_LARGE] = MESSAGE_IMAGE_SVG_LARGE,
                                          [APART_NO_PROCESS] = MESSAGE_IMAGE_SVG_NO_PROCESS};
    int most = end == APART_SLOW ? LIMIT_DRAWING_SECONDS : LIMIT_DRAWING_MEGABYTES;
    diag_say(drawing->diag, CODE[end], drawing->figure->place, drawing->figure->image->name,
             arena_printf(drawing->arena, "%d", most));
}

/* Whether there is time left; reports it the first time that there is none. */
static bool has_time(const struct drawing *drawing)
{
    struct svg_common *common = drawing->common;
    if (common->spent <= LIMIT_DRAWINGS_SECONDS * 1000)
        return true;
    if (!common->is_over)
        diag_say(drawing->diag, MESSAGE_IMAGE_SVG_ALL_SLOW, drawing->figure->place,
                 drawing->figure->image->name,
                 arena_printf(drawing->arena, "%d", LIMIT_DRAWINGS_SECONDS));
    common->is_over = true;
    return false;
}

/* Has the work done apart; false after reporting. */
static bool run_apart(const struct drawing *drawing, void (*work)(void *, struct buffer *),
                      struct work *closure, struct buffer *out)
{
    static const struct apart_limits limits = {LIMIT_DRAWING_SECONDS,
                                               (size_t)LIMIT_DRAWING_MEGABYTES * 1000 * 1000};
    if (!has_time(drawing))
        return false;
    enum apart_end end = apart_run(work, closure, &limits, out, &drawing->common->spent);
    if (end != APART_FINE || out->length == 0) {
        say_end(drawing, end != APART_FINE ? end : APART_FAILED);
        return false;
    }
    if (out->bytes[0] == KIND_PDF)
        return true;
    say_sentence(drawing, out->bytes + 1);
    return false;
}

struct svg *svg_open(const struct doc_node *figure, struct svg_common *common, struct diag *diag)
{
    if (!svg_letters_check(figure, common->fonts, diag))
        return NULL;
    struct svg *svg = memory_zeroed(1, sizeof *svg);
    svg->figure = figure;
    svg->common = common;
    struct drawing drawing = {figure, common, arena_new(), diag};
    struct work work = {.file = &figure->image->file, .fonts = common->fonts};
    bool good = run_apart(&drawing, make_pdf, &work, &svg->pdf);
    arena_free(drawing.arena);
    if (good)
        return svg;
    svg_free(svg);
    return NULL;
}

void svg_free(struct svg *svg)
{
    if (svg == NULL)
        return;
    if (svg->handle != NULL)
        g_object_unref(svg->handle);
    buffer_free(&svg->pdf);
    free(svg);
}

const char *svg_pdf(const struct svg *svg, size_t *length)
{
    *length = svg->pdf.length - 1;
    return svg->pdf.bytes + 1;
}

bool svg_draw(struct svg *svg, cairo_t *cr, double width, double height, struct diag *diag)
{
    const struct image *file = &svg->figure->image->file;
    if (svg->handle == NULL) /* which a copy has read before */
        svg->handle = rsvg_handle_new_from_data(file->bytes, file->length, NULL);
    struct drawing drawing = {svg->figure, svg->common, arena_new(), diag};
    struct work work = {.fonts = svg->common->fonts,
                        .handle = svg->handle,
                        .cr = cr,
                        .width = width,
                        .height = height};
    struct buffer out = {0};
    bool good = run_apart(&drawing, rehearse, &work, &out);
    buffer_free(&out);
    arena_free(drawing.arena);
    RsvgRectangle box = {0, 0, width, height};
    return good && rsvg_handle_render_document(svg->handle, cr, &box, NULL);
}
