/*
 * keep.h - the index of an archive that a batch has written to.
 *
 * Errors:  reported; see archive/index.h.
 */
#ifndef ITAREPORT_BATCH_KEEP_H
#define ITAREPORT_BATCH_KEEP_H

#include "archive/index.h"
#include "batch/table.h"

/* False after reporting a stranger's file that has the name of one of the index's. */
bool batch_may_keep(const char *folder, struct diag *diag);

/* Brings it up to date with the reports of a table, once for all of them; waits until nobody else writes to it. */
enum index_end batch_keep(const struct batch_table *table, const char *folder, struct diag *diag);

#endif
