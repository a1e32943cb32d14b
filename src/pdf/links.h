/*
 * links.h - link annotations.
 *
 * Purpose: one annotation per link of the job, on its page, with an explicit destination or a URI.
 * Units:   see finish.h.
 * Memory:  none kept.
 * Errors:  none.
 * Source:  ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.
 */
#ifndef ITAREPORT_PDF_LINKS_H
#define ITAREPORT_PDF_LINKS_H

#include "pdf/pass.h"

void links_write(struct pass *pass);

/* /Annots of a page, when it has any. */
void links_list(struct pass *pass, struct buffer *out, size_t page);

#endif
