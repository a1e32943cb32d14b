/* What a browser has as a default is not written: black. */
#include "web/canvas_web.h"

#include <inttypes.h>
#include <math.h>

#include "base/decimal.h"
#include "picture/pictures.h"
#include "web/web_page.h"

static struct canvas_web *web_of(struct canvas *canvas)
{
    return (struct canvas_web *)canvas;
}

void canvas_web_close(struct canvas_web *web)
{
    if (web->open == WEB_FILL)
        buffer_add_string(web->out, "\"/>\n");
    canvas_web_end_link(web);
    if (web->open == WEB_TEXT)
        buffer_add_string(web->out, "</text>\n");
    web->open = WEB_NOTHING;
}

void canvas_web_attribute(struct canvas_web *web, const char *name, int64_t number, int places)
{
    buffer_printf(web->out, " %s=\"", name);
    decimal_add(web->out, number, places);
    buffer_add_char(web->out, '"');
}

void canvas_web_colour(struct canvas_web *web, const char *name, uint32_t colour)
{
    buffer_printf(web->out, " %s=\"#%06" PRIx32 "\"", name, colour & 0xFFFFFF);
}

static void attribute(struct canvas_web *web, const char *name, int32_t units)
{
    canvas_web_attribute(web, name, decimal_hundredths(units), 2);
}

/* A number after a letter or another number of a path. */
static void number(struct buffer *out, int64_t hundredths)
{
    decimal_add(out, hundredths, 2);
    buffer_add_char(out, ' ');
}

/* Edges are rounded, not widths: boxes that touch touch still. */
static void fill(struct canvas *canvas, const struct canvas_box *box, uint32_t colour)
{
    struct canvas_web *web = web_of(canvas);
    if (web->open != WEB_FILL || web->fill != colour) {
        canvas_web_close(web);
        buffer_add_string(web->out, "<path");
        if ((colour & 0xFFFFFF) != 0)
            canvas_web_colour(web, "fill", colour);
        buffer_add_string(web->out, " d=\"");
        web->open = WEB_FILL;
        web->fill = colour;
    }
    int64_t left = decimal_hundredths(box->x), top = decimal_hundredths(box->y);
    int64_t right = decimal_hundredths(box->x + box->width);
    int64_t bottom = decimal_hundredths(box->y + box->height);
    buffer_add_char(web->out, 'M');
    number(web->out, left);
    decimal_add(web->out, top, 2);
    buffer_add_char(web->out, 'H');
    decimal_add(web->out, right, 2);
    buffer_add_char(web->out, 'V');
    decimal_add(web->out, bottom, 2);
    buffer_add_char(web->out, 'H');
    decimal_add(web->out, left, 2);
    buffer_add_char(web->out, 'Z');
}

static void stroke(struct canvas *canvas, const struct canvas_stroke *stroke)
{
    struct canvas_web *web = web_of(canvas);
    canvas_web_close(web);
    buffer_add_string(web->out, "<path");
    canvas_web_colour(web, "stroke", stroke->colour);
    attribute(web, "stroke-width", stroke->width);
    if (stroke->dash > 0)
        attribute(web, "stroke-dasharray", stroke->dash);
    buffer_add_string(web->out, " d=\"");
    for (size_t i = 0; i < stroke->segments; i++) {
        const struct canvas_segment *segment = &stroke->segment[i];
        buffer_add_char(web->out, 'M');
        number(web->out, decimal_hundredths(segment->x1));
        decimal_add(web->out, decimal_hundredths(segment->y1), 2);
        buffer_add_char(web->out, 'L');
        number(web->out, decimal_hundredths(segment->x2));
        decimal_add(web->out, decimal_hundredths(segment->y2), 2);
    }
    buffer_add_string(web->out, "\"/>\n");
}

/* A photograph that has to be turned: its pixels are the unit, and the turn is the matrix's. */
static void turned_size(struct canvas_web *web, const struct image *image,
                        const struct canvas_box *box)
{
    const struct image_turn *to = image_turn(image);
    double wide = (double)decimal_hundredths(box->width) / 100;
    double high = (double)decimal_hundredths(box->height) / 100;
    buffer_printf(
        web->out, " width=\"%d\" height=\"%d\" transform=\"matrix(%.6f %.6f %.6f %.6f %.2f %.2f)\"",
        (int)image->width, (int)image->height, wide * to->x_u / image->width,
        high * to->y_u / image->width, wide * to->x_v / image->height,
        high * to->y_v / image->height, (double)decimal_hundredths(box->x) / 100 + wide * to->x_0,
        (double)decimal_hundredths(box->y) / 100 + high * to->y_0);
}

static void picture(struct canvas *canvas, const struct picture *picture,
                    const struct canvas_box *box)
{
    struct canvas_web *web = web_of(canvas);
    canvas_web_close(web);
    buffer_printf(web->out, "<image preserveAspectRatio=\"none\" href=\"picture/%016" PRIx64 "\"",
                  web_picture_hash(picture));
    if (picture->svg == NULL && picture->image->orientation > 1) {
        turned_size(web, picture->image, box);
    } else {
        attribute(web, "x", box->x);
        attribute(web, "y", box->y);
        attribute(web, "width", box->width);
        attribute(web, "height", box->height);
    }
    buffer_add_string(web->out, "/>\n");
}

/* What is turned is the mark of a draft, which is not read. */
static void turn(struct canvas *canvas, const struct frame_turn *turn)
{
    struct canvas_web *web = web_of(canvas);
    canvas_web_close(web);
    double degrees = atan2(turn->dy, turn->dx) * 180 / acos(-1);
    buffer_add_string(web->out, "<g aria-hidden=\"true\" transform=\"translate(");
    number(web->out, decimal_hundredths(turn->x));
    decimal_add(web->out, decimal_hundredths(turn->y), 2);
    buffer_printf(web->out, ")rotate(%.3f)\">", degrees);
}

static void turn_back(struct canvas *canvas)
{
    struct canvas_web *web = web_of(canvas);
    canvas_web_close(web);
    buffer_add_string(web->out, "</g>\n");
}

static const struct canvas_methods METHODS = {
    canvas_web_open, canvas_web_end, canvas_web_text, fill, stroke, picture, turn, turn_back};

struct canvas_web canvas_web_new(struct buffer *out, struct web_fonts *fonts, struct arena *arena)
{
    return (struct canvas_web){
        .canvas = {&METHODS}, .out = out, .fonts = fonts, .arena = arena, .linked = TAG_NONE};
}
