/*
 * outputs.h - the files that one build writes: their names, whether they may be written, and what is noted of them.
 *
 * Purpose: a file that the command names itself is written over only where it was made from the same edition, or that is
 *          asked for; one that -o names is written over as asked. No input ever is.
 * Memory:  the job's arena.
 */
#ifndef ITAREPORT_APP_OUTPUTS_H
#define ITAREPORT_APP_OUTPUTS_H

#include "app/made.h"
#include "app/output.h"
#include "job/job.h"

struct outputs {
    /* Set by the caller: */
    const struct job *job;
    const char *named;  /* what -o says: a file or a folder; or NULL */
    const char *ending; /* of pictures, of which each page is one; NULL: one PDF */
    struct output_kind kind;
    size_t first, last; /* pages that are pictures; 0, 0 for a PDF */
    bool replace;
    /* Set by outputs_open: */
    const char *folder;
    struct made made; /* what is known of that folder */
    bool noted;       /* and there is more to know of it */
};

void outputs_open(struct outputs *outputs);

/* Looks at all files that are to be written before the first one is; false after reporting. */
bool outputs_may_write(struct outputs *outputs);

/* Of a page, or of the PDF (page 0). */
const char *outputs_path(const struct outputs *outputs, size_t page);

/* Both false and errno when that fails. */
bool outputs_write(struct outputs *outputs, const struct buffer *file, size_t page);
bool outputs_close(struct outputs *outputs);

#endif
