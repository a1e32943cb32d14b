/*
 * svg.h - the only door to librsvg: an SVG as a recording of what it draws.
 *
 * Purpose: reads and draws a file once; whatever shows it later replays the recording, so that a
 *          drawing stays made of lines and areas.
 * Units:   the longer side of a recording is SVG_LONGER units. What cannot be had as areas (filters,
 *          masks) is made of pixels of one unit.
 * Memory:  the recording is the caller's.
 * Errors:  NULL after reporting at the figure's place.
 */
#ifndef ITAREPORT_PAINT_SVG_H
#define ITAREPORT_PAINT_SVG_H

#include <cairo.h>

#include "base/diag.h"
#include "base/image.h"
#include "text/drawn.h"

struct doc_node;

enum { SVG_LONGER = 2000 };

/* The fonts are those of `drawn`. */
cairo_surface_t *svg_record(const struct doc_node *figure, struct text_drawn *drawn,
                            struct diag *diag);

/* The size of its recording, in 1/1024 units. */
struct svg_extents {
    int32_t width, height;
};

struct svg_extents svg_extents(const struct image *image);

#endif
