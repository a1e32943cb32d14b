/*
 * canvas_cairo.h - drawing on a Cairo context, for PNG and SVG.
 *
 * Purpose: glyphs as they are, without their characters; marked content means nothing here.
 * Units:   1/1024 pt in; points, as floating point, only here.
 * Memory:  the context is borrowed.
 * Errors:  Cairo's stay with its context; a drawing that cannot be drawn is reported.
 */
#ifndef ITAREPORT_RASTER_CANVAS_CAIRO_H
#define ITAREPORT_RASTER_CANVAS_CAIRO_H

#include <cairo.h>

#include "paint/canvas.h"

struct canvas_cairo {
    struct canvas canvas;
    cairo_t *cr;
    struct diag *diag;
};

struct canvas_cairo canvas_cairo_on(cairo_t *cr, struct diag *diag);

double canvas_cairo_points(int32_t units);

#endif
