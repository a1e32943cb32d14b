/*
 * pass.h - what the parts of the finishing pass share: the file being written and its numbers.
 *
 * Purpose: objects that are named from several places get their numbers first.
 * Units:   lengths in 1/1024 pt, from the page's top left corner; written as points from below.
 * Memory:  a pass borrows its job; arrays belong to its arena.
 * Errors:  none.
 */
#ifndef ITAREPORT_PDF_PASS_H
#define ITAREPORT_PDF_PASS_H

#include "base/arena.h"
#include "pdf/pdf.h"
#include "pdf/writer.h"

struct pass {
    struct writer *writer;
    const struct pdf_job *job;
    struct arena *arena;
    int page;       /* the first page's object; the others follow, as they do below */
    int element;    /* the first element's */
    int annotation; /* the first link's */
    int outline;    /* 0: none */
    int tree;
};

/* [left bottom right top] of a box on a page: x, y, width, height. */
void pass_box(struct pass *pass, struct buffer *out, int page, const int32_t box[4]);

/* /Dest[page /XYZ null top null] */
void pass_destination(struct pass *pass, struct buffer *out, int page, int32_t y);

#endif
