/*
 * merge.h - the tables of all shards, joined to the one that a run without shards would have written.
 *
 * Memory:  the arena's.
 * Errors:  a shard that is missing, that is there twice, or that is of another list is reported; false.
 */
#ifndef ITAREPORT_BATCH_MERGE_H
#define ITAREPORT_BATCH_MERGE_H

#include "batch/table.h"

/* paths: tables of shards (batch.2-of-4.json), or folders that have them. */
bool batch_merge(struct arena *arena, char *const *paths, size_t count, struct batch_table *joined,
                 struct diag *diag);

#endif
