/*
 * raster.h - one page as a picture: PNG, or SVG.
 *
 * Purpose: paints a page on Cairo's surfaces. Pictures have no tags, so nothing is recorded.
 * Memory:  the file is added to a buffer of the caller's.
 * Errors:  a picture that cannot be decoded and what Cairo cannot draw are reported; false.
 */
#ifndef ITAREPORT_RASTER_RASTER_H
#define ITAREPORT_RASTER_RASTER_H

#include "base/buffer.h"
#include "base/diag.h"
#include "page/page.h"

struct raster_options {
    size_t page; /* from 1 */
    int dpi;     /* PNG */
};

bool raster_png(const struct text_engine *engine, const struct pages *pages,
                const struct raster_options *options, struct buffer *out, struct diag *diag);
bool raster_svg(const struct text_engine *engine, const struct pages *pages,
                const struct raster_options *options, struct buffer *out, struct diag *diag);

struct picture;

/* A drawing of the document alone, as an SVG in which text is areas. False after reporting. */
bool raster_drawing(const struct picture *picture, struct buffer *out, struct diag *diag);

#endif
