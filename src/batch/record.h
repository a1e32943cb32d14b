/*
 * record.h - what is known of a report that a batch has made: the file .itareport-made.json beside it.
 *
 * Purpose: a run that begins again, or that is the next one, passes over what is there already. The record is written
 *          before the report, and names the report's checksum and that of the one before it; so whenever the run is
 *          ended, the report is known as one of ours, and is passed over only when it is the one that the record is
 *          about.
 * Memory:  the arena's.
 * Errors:  a record that cannot be read is none.
 */
#ifndef ITAREPORT_BATCH_RECORD_H
#define ITAREPORT_BATCH_RECORD_H

#include "batch/row.h"
#include "batch/sums.h"

struct batch_record {
    struct checksum made_from;  /* all together: sums.h */
    struct batch_inputs inputs; /* without their sums */
    const char *before;         /* the checksum of the report before this one, or "" */
    struct batch_row row;
};

bool batch_record_read(struct arena *arena, const char *folder, struct batch_record *record);

/* False and errno. */
bool batch_record_write(const struct batch_record *record, const char *folder);

extern const char BATCH_RECORD_NAME[];

#endif
