/*
 * line.h - a frame that is a line of text.
 *
 * Purpose: cuts the line into pieces where a link begins or ends, draws each in its bracket with
 *          what it says, and records the links.
 * Units:   see page.h.
 * Memory:  none kept but in the structure.
 * Errors:  none.
 */
#ifndef ITAREPORT_PAINT_LINE_H
#define ITAREPORT_PAINT_LINE_H

#include "paint/painter.h"

void line_draw(struct painter *painter, const struct frame *frame);

/* A line that no frame holds (a watermark), as an artifact. */
void line_draw_artifact(struct painter *painter, const struct text_line *line, int32_t x, int32_t y,
                        const char *subtype);

#endif
