/*
 * make.h - one edition of a batch: made, archived or checked, in a session that goes on to the next one.
 *
 * Purpose: what `build`, `archive` and `check` do with one edition, without a word on the terminal: what there is to say
 *          is in the row. The report has the same bytes as that of a fresh `build` or `archive`.
 * Memory:  a row belongs to the arena given.
 * Errors:  in the row.
 */
#ifndef ITAREPORT_BATCH_MAKE_H
#define ITAREPORT_BATCH_MAKE_H

#include "batch/editions.h"
#include "batch/row.h"
#include "batch/sums.h"
#include "job/job.h"

#define BATCH_REPORT "report.pdf"

/* The same for all editions of a run; the session of the setup is each worker's own. */
struct batch_how {
    const char *data; /* the program's folder */
    const char *out;  /* where the reports go */
    const char *layout;
    bool has_epoch;
    int64_t epoch;
    enum diag_language language;
    bool checks;       /* only: nothing is written */
    const char *rules; /* of a check, or NULL for all */
    bool draft;        /* of a check */
    bool archives;     /* reports that carry their sources */
    bool forces;       /* what is there already is made again */
    bool replaces;     /* what is there and is not as a batch has written it, too */
    struct checksum program;
};

struct batch_maker;

struct batch_maker *batch_maker_new(const struct batch_how *how);
void batch_maker_free(struct batch_maker *maker);

struct batch_row batch_make(struct batch_maker *maker, struct arena *arena,
                            const struct batch_edition *edition);

/*
 * As `check` looks at an edition: as a build does it, up to the pages with every picture decoded, so that whatever would
 * refuse a build or warn in it is known; then the rules. With names of rules ("a,b") the findings are of
 * these alone, but for errors that let the job come no further; pages are made only if the audit does not have all of
 * them. The job's messages are the findings.
 */
void batch_check_job(struct job *job, const struct job_setup *setup, const char *rules);

#endif
