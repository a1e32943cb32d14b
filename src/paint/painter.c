/* Everything that would write the same operator twice is remembered and left out. */
#include "paint/painter.h"

#include <string.h>

/* Hundredths are finer than any eye or printer, and short to write. */
double painter_points(int32_t units)
{
    int64_t hundredths = ((int64_t)units * 100 + (units >= 0 ? PT / 2 : -PT / 2)) / PT;
    return (double)hundredths / 100;
}

void painter_open(struct painter *painter, const struct finish_bracket *bracket)
{
    painter_close(painter);
    if (painter->structure == NULL)
        return;
    cairo_tag_begin(painter->cr, "Span", NULL);
    structure_bracket(painter->structure, painter->page, bracket);
    painter->bracket = *bracket;
    painter->is_open = true;
}

static bool same_name(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

void painter_join(struct painter *painter, const struct finish_bracket *bracket)
{
    const struct finish_bracket *open = &painter->bracket;
    bool alike = painter->is_open && open->actual_text == NULL && bracket->actual_text == NULL &&
                 open->kind == bracket->kind && open->element == bracket->element &&
                 same_name(open->artifact, bracket->artifact) &&
                 same_name(open->subtype, bracket->subtype);
    if (!alike)
        painter_open(painter, bracket);
}

void painter_close(struct painter *painter)
{
    if (painter->is_open)
        cairo_tag_end(painter->cr, "Span");
    painter->is_open = false;
}

void painter_colour(struct painter *painter, uint32_t colour)
{
    if (painter->has_colour && painter->colour == colour)
        return;
    cairo_set_source_rgb(painter->cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
    painter->has_colour = true;
    painter->colour = colour;
}

void painter_font(struct painter *painter, cairo_scaled_font_t *font)
{
    if (painter->font == font)
        return;
    cairo_set_scaled_font(painter->cr, font);
    painter->font = font;
}

void painter_box(struct painter *painter, const struct structure_box *box)
{
    cairo_rectangle(painter->cr, painter_points(box->x), painter_points(box->y),
                    painter_points(box->width), painter_points(box->height));
    cairo_fill(painter->cr);
}
