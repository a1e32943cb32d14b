/* Every call sets what it needs: Cairo notices what was set before. */
#include "raster/canvas_cairo.h"

#include <math.h>

#include "base/decimal.h"
#include "picture/pictures.h"
#include "picture/svg.h"
#include "text/fonts.h"

enum { GLYPHS = 64 }; /* shown at once */

/* Hundredths, as in a PDF. */
double canvas_cairo_points(int32_t units)
{
    return (double)decimal_hundredths(units) / 100;
}

static cairo_t *context(struct canvas *canvas)
{
    return ((struct canvas_cairo *)canvas)->cr;
}

static void set_colour(cairo_t *cr, uint32_t colour)
{
    cairo_set_source_rgb(cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
}

static void no_open(struct canvas *canvas, const struct tag_bracket *bracket)
{
    (void)canvas, (void)bracket;
}

static void no_close(struct canvas *canvas)
{
    (void)canvas;
}

static bool same_look(const struct text_glyph *a, const struct text_glyph *b)
{
    return a->face == b->face && a->colour == b->colour && a->wider == b->wider;
}

static void show_text(struct canvas *canvas, const struct canvas_text *text)
{
    cairo_t *cr = context(canvas);
    cairo_glyph_t shown[GLYPHS];
    for (size_t i = 0; i < text->count;) {
        const struct text_glyph *first = &text->glyph[i];
        int count = 0;
        double across = (1000 + first->wider) / 1000.0;
        for (; i < text->count && count < GLYPHS && same_look(first, &text->glyph[i]); i++)
            shown[count++] = (cairo_glyph_t){
                text->glyph[i].index, canvas_cairo_points(text->x + text->glyph[i].x) / across,
                canvas_cairo_points(text->y + text->glyph[i].y)};
        set_colour(cr, first->colour);
        cairo_set_scaled_font(cr, fonts_scaled(first->face));
        cairo_save(cr);
        cairo_scale(cr, across, 1);
        cairo_show_glyphs(cr, shown, count);
        cairo_restore(cr);
    }
}

static void fill_box(struct canvas *canvas, const struct canvas_box *box, uint32_t colour)
{
    cairo_t *cr = context(canvas);
    set_colour(cr, colour);
    cairo_rectangle(cr, canvas_cairo_points(box->x), canvas_cairo_points(box->y),
                    canvas_cairo_points(box->width), canvas_cairo_points(box->height));
    cairo_fill(cr);
}

static void draw_stroke(struct canvas *canvas, const struct canvas_stroke *stroke)
{
    cairo_t *cr = context(canvas);
    double dash = canvas_cairo_points(stroke->dash);
    set_colour(cr, stroke->colour);
    cairo_set_line_width(cr, canvas_cairo_points(stroke->width));
    cairo_set_dash(cr, &dash, stroke->dash > 0, 0);
    for (size_t i = 0; i < stroke->segments; i++) {
        const struct canvas_segment *segment = &stroke->segment[i];
        cairo_move_to(cr, canvas_cairo_points(segment->x1), canvas_cairo_points(segment->y1));
        cairo_line_to(cr, canvas_cairo_points(segment->x2), canvas_cairo_points(segment->y2));
    }
    cairo_stroke(cr);
}

static void draw_drawing(struct canvas *canvas, struct svg *svg, const struct canvas_box *box)
{
    struct canvas_cairo *cairo = (struct canvas_cairo *)canvas;
    cairo_t *cr = cairo->cr;
    cairo_save(cr);
    cairo_translate(cr, canvas_cairo_points(box->x), canvas_cairo_points(box->y));
    svg_draw(svg, cr, canvas_cairo_points(box->width), canvas_cairo_points(box->height),
             cairo->diag);
    cairo_restore(cr);
}

static void draw_picture(struct canvas *canvas, const struct picture *picture,
                         const struct canvas_box *box)
{
    cairo_t *cr = context(canvas);
    if (picture->svg != NULL) {
        draw_drawing(canvas, picture->svg, box);
        return;
    }
    const struct image_turn *to = image_turn(picture->image);
    double across = canvas_cairo_points(box->width), down = canvas_cairo_points(box->height);
    double u = picture->image->width, v = picture->image->height;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, across * to->x_u / u, down * to->y_u / u, across * to->x_v / v,
                      down * to->y_v / v, canvas_cairo_points(box->x) + across * to->x_0,
                      canvas_cairo_points(box->y) + down * to->y_0);
    cairo_save(cr);
    cairo_transform(cr, &matrix);
    cairo_surface_t *surface = picture_surface(picture);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_surface_destroy(surface); /* which the context holds */
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, u, v);
    cairo_fill(cr);
    cairo_restore(cr);
}

static void turn(struct canvas *canvas, const struct frame_turn *turn)
{
    cairo_t *cr = context(canvas);
    cairo_save(cr);
    cairo_translate(cr, canvas_cairo_points(turn->x), canvas_cairo_points(turn->y));
    cairo_rotate(cr, atan2(turn->dy, turn->dx));
}

static void turn_back(struct canvas *canvas)
{
    cairo_restore(context(canvas));
}

static const struct canvas_methods METHODS = {no_open,     no_close,     show_text, fill_box,
                                              draw_stroke, draw_picture, turn,      turn_back};

struct canvas_cairo canvas_cairo_on(cairo_t *cr, struct diag *diag)
{
    return (struct canvas_cairo){.canvas = {&METHODS}, .cr = cr, .diag = diag};
}
