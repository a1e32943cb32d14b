/*
 * links.h - link annotations.
 *
 * Purpose: one annotation per link, on its page, with an explicit destination or a URI.
 * Units:   see pdf_file.h.
 * Source:  ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.
 */
#ifndef ITAREPORT_PDF_LINKS_H
#define ITAREPORT_PDF_LINKS_H

#include "pdf/objects.h"

void links_write(struct objects *objects);

/* /Annots of a page, when it has any. */
void links_list(struct objects *objects, struct buffer *out, size_t page);

#endif
