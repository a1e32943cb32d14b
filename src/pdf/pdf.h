/*
 * pdf.h - pages as a tagged PDF.
 *
 * Purpose: paints the pages as contents of PDF pages and makes a file of them, with fonts, images,
 *          the structure tree, links and outline.
 * Memory:  the file is added to a buffer of the caller's.
 * Errors:  a picture that cannot be decoded and a font that cannot be embedded are reported; false.
 */
#ifndef ITAREPORT_PDF_PDF_H
#define ITAREPORT_PDF_PDF_H

#include "paint/paint.h"

struct pdf_options {
    int64_t seconds;                   /* the document's date, since 1970 UTC */
    struct paint_range range;          /* pages wanted, see paint_range; 0, 0: all */
    const struct pdf_archive *archive; /* see archive.h; NULL: a plain file */
};

bool pdf_make(const struct text_engine *engine, const struct pages *pages,
              const struct pdf_options *options, struct buffer *out, struct diag *diag);

#endif
