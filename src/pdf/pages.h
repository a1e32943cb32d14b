/*
 * pages.h - the pages, their contents, and the fonts that contents name.
 *
 * Purpose: all pages share one dictionary of resources, so a page is little more than its stream.
 * Units:   see pdf_file.h.
 * Source:  ISO 32000-1, 7.7.3 (pages).
 */
#ifndef ITAREPORT_PDF_PAGES_H
#define ITAREPORT_PDF_PAGES_H

#include "pdf/objects.h"

/* The number of the root of the pages. */
int pages_write(struct objects *objects);

#endif
