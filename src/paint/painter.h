/*
 * painter.h - the state of painting one page after another on one Cairo context.
 *
 * Purpose: shared by the files of paint/. Brackets are Cairo's tags used as numbers only: a Span
 *          that is opened and closed on one page, recorded in the structure at the same moment.
 * Units:   1/1024 pt in, points out.
 * Memory:  borrows everything; scratch is emptied by the caller after each page.
 * Errors:  Cairo's stay with its context.
 */
#ifndef ITAREPORT_PAINT_PAINTER_H
#define ITAREPORT_PAINT_PAINTER_H

#include <cairo.h>

#include "paint/structure.h"

struct painter {
    cairo_t *cr;
    struct structure *structure; /* NULL: pictures, nothing is recorded */
    struct arena *scratch;
    size_t page; /* among the painted ones, from 0 */
    bool is_open;
    struct finish_bracket bracket; /* the open one */
    bool is_turned;                /* what is drawn now is rotated */
    bool has_colour;
    uint32_t colour;
    cairo_scaled_font_t *font;
};

double painter_points(int32_t units);

/* Opens a bracket of its own. */
void painter_open(struct painter *painter, const struct finish_bracket *bracket);

/* Stays in the open bracket when it is alike and without text; else opens one. */
void painter_join(struct painter *painter, const struct finish_bracket *bracket);

void painter_close(struct painter *painter);

/* Apply to what is painted next. */
void painter_colour(struct painter *painter, uint32_t colour);
void painter_font(struct painter *painter, cairo_scaled_font_t *font);

void painter_box(struct painter *painter, const struct structure_box *box);

#endif
