/*
 * line.h - a frame that is a line of text.
 *
 * Purpose: cuts the line into runs where a link or a Latin word begins or ends, draws each in its
 *          bracket with what it says, and records the links.
 * Units:   see page.h.
 */
#ifndef ITAREPORT_PAINT_LINE_H
#define ITAREPORT_PAINT_LINE_H

#include "paint/painter.h"

void line_draw(struct painter *painter, const struct frame *frame);

/* The dots before a page number: said by nobody, whatever the frame belongs to. */
void line_draw_leader(struct painter *painter, const struct frame *frame);

#endif
