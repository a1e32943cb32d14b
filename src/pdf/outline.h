/*
 * outline.h - the bookmarks of a viewer's side panel.
 *
 * Purpose: a flat list of titles with levels becomes a linked tree; only the first level is open.
 * Units:   see pdf_file.h.
 * Source:  ISO 32000-1, 12.3.3.
 */
#ifndef ITAREPORT_PDF_OUTLINE_H
#define ITAREPORT_PDF_OUTLINE_H

#include "pdf/objects.h"

/* Sets objects->outline when there are entries. */
void outline_write(struct objects *objects);

#endif
