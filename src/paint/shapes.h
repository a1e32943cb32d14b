/*
 * shapes.h - frames that are not text: filled boxes, hatched boxes, dashed lines.
 *
 * Purpose: draws one frame in the bracket it belongs to: of a figure, or an artifact.
 * Units:   see page.h.
 */
#ifndef ITAREPORT_PAINT_SHAPES_H
#define ITAREPORT_PAINT_SHAPES_H

#include "paint/painter.h"

void shapes_draw(struct painter *painter, const struct frame *frame);

#endif
