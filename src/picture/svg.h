/*
 * svg.h - the only door to librsvg: drawings.
 *
 * Purpose: reads and draws a file once, which proves it; then draws it on a context, or hands out the
 *          recording of it as a PDF. A recording, and a context that makes no PDF, get text as areas.
 * Units:   a recording's own, see svg_extents. What cannot be had as areas (filters, masks) is made
 *          of pixels of one unit.
 * Memory:  the drawing is the caller's and owns its recording; borrows the file.
 * Errors:  NULL after reporting at the figure's place.
 */
#ifndef ITAREPORT_PICTURE_SVG_H
#define ITAREPORT_PICTURE_SVG_H

#include <cairo.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "image/image.h"
#include "text/drawing_fonts.h"

struct doc_node;

struct svg;

/* What the drawings of a document have in common; lives as long as they do. */
struct svg_common {
    struct text_drawing_fonts *fonts;
    int64_t spent; /* milliseconds */
    bool is_over;  /* it was too much, and reported: nothing more is drawn */
};

struct svg *svg_open(const struct doc_node *figure, struct svg_common *common, struct diag *diag);
void svg_free(struct svg *svg);

/* Fills a box from (0, 0) on; false after reporting. */
bool svg_draw(struct svg *svg, cairo_t *cr, double width, double height, struct diag *diag);

/* The size of a drawing's recording, in 1/1024 units: 2,000 units in its longer side, or fewer. */
struct svg_extents {
    int32_t width, height;
};

struct svg_extents svg_extents(const struct image *image);

/* The recording as a PDF of one page, of its size; the drawing's own bytes. */
const char *svg_pdf(const struct svg *svg, size_t *length);

#endif
