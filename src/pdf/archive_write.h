/*
 * archive_write.h - the archive's objects: metadata, output intent, attachments.
 *
 * Purpose: writes them and says what the catalog has to name; nothing for a plain file.
 * Memory:  adds to a buffer of the caller's.
 * Source:  ISO 32000-1, 7.11.3 and 7.11.4 (files), 14.11.5 (intents); ISO 19005-3, 6.2.3, 6.6, 6.8.
 */
#ifndef ITAREPORT_PDF_ARCHIVE_WRITE_H
#define ITAREPORT_PDF_ARCHIVE_WRITE_H

#include "pdf/archive.h"
#include "pdf/objects.h"

void archive_write(struct objects *objects, struct buffer *entries);

#endif
