/*
 * xmp.h - the document's information as XMP, equal to Info, and which standards it keeps.
 *
 * Purpose: the text of the catalog's metadata stream of an archival file.
 * Units:   dates in Thailand's time (UTC+7), as in info.h.
 * Memory:  adds to a buffer of the caller's.
 * Source:  ISO 19005-3, 6.6; ISO 14289-1, clause 5 (pdfuaid); ISO 16684-1 (XMP).
 */
#ifndef ITAREPORT_PDF_XMP_H
#define ITAREPORT_PDF_XMP_H

#include "pdf/pdf_file.h"

void xmp_write(const struct pdf_file *file, struct buffer *out);

#endif
