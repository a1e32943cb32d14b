/*
 * contents.h - the contents of PDF pages, as a canvas.
 *
 * Purpose: writes the operators of one page after another: marked content, text with exact places,
 *          boxes (joined where they touch), strokes. Only integers: a hundredth of a point is the unit
 *          of a page's space, and glyphs are less than a thousandth of an em off their places.
 * Units:   see canvas.h.
 * Memory:  owned by the contents; borrows the typefaces.
 * Source:  ISO 32000-1, 8.2 (operators), 9.4.3 (showing text), 14.6 (marked content).
 */
#ifndef ITAREPORT_PDF_CONTENTS_H
#define ITAREPORT_PDF_CONTENTS_H

#include "paint/canvas.h"
#include "pdf/typefaces.h"

struct contents;

struct contents *contents_new(struct typefaces *typefaces);
void contents_free(struct contents *contents);

/* Starts a page of a height. */
struct canvas *contents_start(struct contents *contents, int32_t height);

/* Ends the page; returns its operators, which are there until the next page is started. */
const struct buffer *contents_page(struct contents *contents);

#endif
