/*
 * prove.h - that an archival PDF can be made again from itself, before it is kept.
 *
 * Memory:  the caller frees what was made again with archival_done, however it went: its messages may be printed.
 * Errors:  reported to the job of what was made; false.
 */
#ifndef ITAREPORT_ARCHIVE_PROVE_H
#define ITAREPORT_ARCHIVE_PROVE_H

#include "archive/archival.h"

/* Makes it again, in memory, from what would be archived: true when it is the same, byte for byte. */
bool archival_prove(struct archival *made, const char *data, struct archival *again);

#endif
