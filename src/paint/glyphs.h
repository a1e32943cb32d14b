/*
 * glyphs.h - glyphs with the characters they stand for.
 *
 * Purpose: every glyph is drawn as a cluster of its own with its true characters, in their order,
 *          so that text comes out of a PDF as it went in, in every reader.
 * Units:   see text.h.
 * Memory:  works in the painter's scratch arena.
 * Errors:  Cairo's stay with its context.
 */
#ifndef ITAREPORT_PAINT_GLYPHS_H
#define ITAREPORT_PAINT_GLYPHS_H

#include "paint/painter.h"

struct glyphs_piece {
    const struct text_glyph *glyph;
    size_t count;
    const char *bytes;  /* of the line */
    size_t bytes_start; /* where the line starts in its paragraph */
    int32_t x, y;       /* of the frame's left edge and the baseline */
};

void glyphs_draw(struct painter *painter, const struct glyphs_piece *piece);

#endif
