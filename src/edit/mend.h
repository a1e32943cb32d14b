/*
 * mend.h - what the rules of the audit know how to mend, as changes of files.
 *
 * Purpose: a remedy (base/diag.h) becomes a change of its value; or all remedies of a run at once, those of one value
 *          together, so that each file is changed once.
 * Memory:  everything belongs to the arena given.
 */
#ifndef ITAREPORT_EDIT_MEND_H
#define ITAREPORT_EDIT_MEND_H

#include "edit/change.h"
#include "edition/edition.h"

struct diag_message;

/* One finding's remedy as a change; false when it has none, when its value is in no file of the edition, or
 * after reporting that it cannot be written. */
bool edit_mend(struct arena *arena, const struct edition *edition,
               const struct diag_message *finding, struct diag *diag, struct edit_change *out);

/* What a remedy changes, with some letters of its line on both sides. */
struct edit_mend_shown {
    const char *before, *was, *is, *after;
};

/* False when the finding has no remedy. */
bool edit_mend_show(struct arena *arena, const struct diag_message *finding,
                    struct edit_mend_shown *out);

/* What was said of a text, and how it reads then: some letters around what changes. */
struct edit_mended {
    const struct diag_message *finding;
    const char *was, *is;
};

struct edit_mended_file {
    const struct source *source;
    const char *text; /* the whole file as it would be */
    size_t length;
};

struct edit_mends {
    struct edit_mended *mend; /* by file and place */
    size_t count;
    struct edit_mended_file *file;
    size_t files;
};

/*
 * The remedies of all findings that are not acknowledged: those that are certain, and of the rules named ("a,b"; or NULL)
 * also those about which someone has to decide. Of two that meet the first is taken.
 */
struct edit_mends edit_mend_all(struct arena *arena, const struct edition *edition,
                                const struct diag *findings, const char *rules, struct diag *diag);

#endif
