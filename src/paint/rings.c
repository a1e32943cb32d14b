/* A shape is the glyph's outline as Cairo gives it, written as PDF operators around its origin. */
#include "paint/rings.h"

#include <math.h>

#include "text/fonts.h"

/* Thousandths, written without the locale's decimal point. */
static void write_number(struct buffer *out, double number)
{
    long thousandths = lround(number * 1000);
    long size = thousandths < 0 ? -thousandths : thousandths;
    buffer_printf(out, "%s%ld.%03ld ", thousandths < 0 ? "-" : "", size / 1000, size % 1000);
}

static void write_points(struct buffer *out, const cairo_path_data_t *data, int points,
                         const char *operation)
{
    for (int i = 1; i <= points; i++) {
        write_number(out, data[i].point.x);
        write_number(out, data[i].point.y);
    }
    buffer_printf(out, "%s\n", operation);
}

static void write_path(struct buffer *out, const cairo_path_t *path)
{
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            write_points(out, data, 1, "m");
            break;
        case CAIRO_PATH_LINE_TO:
            write_points(out, data, 1, "l");
            break;
        case CAIRO_PATH_CURVE_TO:
            write_points(out, data, 3, "c");
            break;
        case CAIRO_PATH_CLOSE_PATH:
            buffer_add_string(out, "h\n");
            break;
        }
    }
}

static int make_shape(struct painter *painter, const struct text_glyph *ring)
{
    cairo_glyph_t at_origin = {.index = ring->index};
    double left, top, right, bottom;
    painter_font(painter, fonts_scaled(ring->face));
    cairo_new_path(painter->cr);
    cairo_glyph_path(painter->cr, &at_origin, 1);
    cairo_path_extents(painter->cr, &left, &top, &right, &bottom);
    cairo_path_t *path = cairo_copy_path(painter->cr);
    cairo_new_path(painter->cr);
    struct buffer text = {0};
    write_path(&text, path);
    cairo_path_destroy(path);
    struct finish_shape shape = {.x = (int32_t)(floor(left) - 1) * PT,
                                 .y = (int32_t)(floor(top) - 1) * PT};
    shape.width = (int32_t)(ceil(right) + 1) * PT - shape.x;
    shape.height = (int32_t)(ceil(bottom) + 1) * PT - shape.y;
    shape.path = arena_copy(structure_arena(painter->structure), text.bytes, text.length);
    buffer_free(&text);
    return structure_add_shape(painter->structure, ring->face, ring->index, &shape);
}

static void stamp_ring(struct painter *painter, const struct glyphs_piece *piece,
                       const struct text_glyph *ring)
{
    int shape = structure_shape(painter->structure, ring->face, ring->index);
    if (shape == FINISH_NONE)
        shape = make_shape(painter, ring);
    struct finish_stamp stamp = {shape, piece->x + ring->x, piece->y + ring->y};
    structure_stamp(painter->structure, painter->page, &stamp);
}

static void fill_ring(struct painter *painter, const struct glyphs_piece *piece,
                      const struct text_glyph *ring)
{
    cairo_glyph_t glyph = {ring->index, painter_points(piece->x + ring->x),
                           painter_points(piece->y + ring->y)};
    painter_colour(painter, ring->colour);
    painter_font(painter, fonts_scaled(ring->face));
    cairo_glyph_path(painter->cr, &glyph, 1);
    cairo_fill(painter->cr);
}

/* Stamps take the colour of what was drawn last. */
void rings_draw(struct painter *painter, const struct glyphs_piece *piece)
{
    for (size_t i = 0; i < piece->count; i++) {
        const struct text_glyph *glyph = &piece->glyph[i];
        if (glyph->role != TEXT_GLYPH_NIKHAHIT)
            continue;
        if (painter->structure != NULL && !painter->is_turned && painter->colour == glyph->colour)
            stamp_ring(painter, piece, glyph);
        else
            fill_ring(painter, piece, glyph);
    }
}
