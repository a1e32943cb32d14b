/*
 * attributes.h - the attribute objects of a structure element: Table, List and Layout.
 *
 * Purpose: writes /A of an element when it has any attribute.
 * Units:   see pdf_file.h.
 * Source:  ISO 32000-1, 14.8.5.
 */
#ifndef ITAREPORT_PDF_ATTRIBUTES_H
#define ITAREPORT_PDF_ATTRIBUTES_H

#include "pdf/objects.h"

void attributes_write(struct objects *objects, struct buffer *out,
                      const struct tag_element *element);

#endif
