/*
 * paint.h - from frames to files: PDF, PNG and SVG by the same painter.
 *
 * Purpose: draws what page/ decided; records the structure, links and outline while drawing.
 * Units:   1/1024 pt.
 * Memory:  results are added to buffers of the caller's.
 * Errors:  what Cairo cannot draw and a font that cannot be embedded are reported; false.
 */
#ifndef ITAREPORT_PAINT_PAINT_H
#define ITAREPORT_PAINT_PAINT_H

#include "page/page.h"

struct paint_options {
    int64_t seconds;                   /* the document's date, since 1970 UTC */
    size_t first, last;                /* pages wanted, from 1; 0, 0: all */
    int dpi;                           /* PNG */
    const struct pdf_archive *archive; /* PDF: see pdf/archive.h; NULL: a plain one */
};

/* The PDF. */
bool paint_pdf(struct text_engine *engine, const struct pages *pages,
               const struct paint_options *options, struct buffer *out, struct diag *diag);

/* One page. */
bool paint_png(struct text_engine *engine, const struct pages *pages, size_t number,
               const struct paint_options *options, struct buffer *out, struct diag *diag);
bool paint_svg(struct text_engine *engine, const struct pages *pages, size_t number,
               const struct paint_options *options, struct buffer *out, struct diag *diag);

#endif
