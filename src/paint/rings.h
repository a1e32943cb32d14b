/*
 * rings.h - the rings of SARA AM, which are no text.
 *
 * Purpose: fills the rings of a piece of text: in a PDF as stamps of one shape, which is a tenth of
 *          the size of drawing each; elsewhere, and in turned text, as paths.
 * Units:   see glyphs.h.
 * Memory:  shapes belong to the structure.
 * Errors:  Cairo's stay with its context.
 */
#ifndef ITAREPORT_PAINT_RINGS_H
#define ITAREPORT_PAINT_RINGS_H

#include "paint/glyphs.h"

void rings_draw(struct painter *painter, const struct glyphs_piece *piece);

#endif
