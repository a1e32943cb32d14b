/*
 * archival.h - an edition as an archival PDF, and such a PDF made again from itself.
 *
 * Purpose: what `archive` and `verify` share: the job, then the sources, the manifest and the
 *          file with both attached.
 * Memory:  struct archival owns everything; archival_done frees it.
 * Errors:  reported to archival.job.diag; false.
 */
#ifndef ITAREPORT_ARCHIVE_ARCHIVAL_H
#define ITAREPORT_ARCHIVE_ARCHIVAL_H

#include "archive/inventory.h"
#include "archive/manifest.h"
#include "archive/package.h"
#include "job/job.h"

struct archival {
    struct job job;
    struct inventory inventory;
    struct manifest manifest;
    struct buffer file;
    /* Of archival_rebuild: */
    struct arena *arena;
    struct session *session; /* on the folder of the package */
    struct sources *lists;   /* that its dictionary was made from */
    bool is_unwritten;       /* its folder could not be written: nothing is known of the package */
};

/* The pages only; then `archival_write` makes the file. */
bool archival_run(struct archival *archival, const struct job_setup *setup);
bool archival_write(struct archival *archival);

/*
 * Makes a report again from a package, by a session of its own in a folder of its own that is gone
 * afterwards; data is the folder of the fonts. What is missing is reported to diag, and that the folder
 * could not be written.
 */
bool archival_rebuild(struct archival *archival, const struct package *package, const char *data,
                      struct diag *diag);

void archival_done(struct archival *archival);

#endif
