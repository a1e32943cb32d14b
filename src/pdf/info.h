/*
 * info.h - what the file says about itself: Info, language, page labels, viewer's preferences.
 *
 * Purpose: writes the document's information and the catalog's entries; nothing from the clock.
 * Units:   dates in Thailand's time (UTC+7).
 * Source:  ISO 32000-1, 7.9.4 (dates), 12.2, 12.4.2, 14.3.3.
 */
#ifndef ITAREPORT_PDF_INFO_H
#define ITAREPORT_PDF_INFO_H

#include "pdf/objects.h"

/* Both return the number of their object. */
int info_write(struct objects *objects);
int info_write_catalog(struct objects *objects, int pages);

/* A date as PDF writes it; the text belongs to the objects. */
const char *info_date(struct objects *objects, int64_t seconds);

#endif
