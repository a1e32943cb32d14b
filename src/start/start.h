/*
 * start.h - a new edition: a folder of YAML files to be filled in.
 *
 * Purpose: `itareport new`. The files are written from templates of the program (layouts/new), the scheme's things in
 *          the place of names between @ signs; what is still to be written is marked (base/unwritten.h).
 * Memory:  everything belongs to the arena given.
 * Errors:  reported; nothing is written then, and what is in the folder already stays as it is.
 */
#ifndef ITAREPORT_START_START_H
#define ITAREPORT_START_START_H

#include "edition/edition.h"
#include "scheme/match.h"
#include "source/sources.h"

struct start_setup {
    const char *folder; /* to be made; may be there when it is empty */
    const char *data;   /* the program's folder */
    const char *from;   /* an edition to go on from; or NULL, and: */
    const char *agency; /* its name in full */
    const char *short_name, *kind, *default_guideline; /* or NULL */
    const char *scheme; /* a file, or NULL: the one of the year that is near, or the program's */
    int64_t year; /* assessed, Buddhist era; 0: the scheme's, or the one after that of `from` */
};

/* A file of the new edition. */
struct start_file {
    const char *name;
    const char *bytes;
    size_t length;
};

struct start_made {
    struct start_file *file;
    size_t files, room;
    int64_t year;
    size_t questions, marks;   /* scores to be typed; texts to be written */
    struct kept_loan *loan;    /* of the scheme: to be given back when all messages are printed, */
    struct scheme_match match; /* with the scheme of the edition before */
    struct edition *from;      /* that edition, or NULL; to be freed */
    struct edition *edition;   /* and this to be freed: as it was read after writing */
};

bool start_fresh(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                 struct sources *sources, struct diag *diag, struct start_made *out);

/* The next edition of an agency: years moved on, scores emptied, texts kept as drafts under their questions, as far as
 * the new scheme has them. Of the files that stay, all but what changes stays byte for byte. */
bool start_carry(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                 struct sources *sources, struct diag *diag, struct start_made *out);

/* What changed between the two schemes, an item a line. */
void start_tell_changes(const struct scheme_match *match, enum diag_language language,
                        struct buffer *out);

/* False after reporting that the folder is there and has something in it, or is a file. */
bool start_may_make(struct arena *arena, const char *folder, struct diag *diag);

/* Writes all files and reads them as an edition; takes back what it wrote when one cannot be written, or when there are
 * errors, such as an agency's name that no edition may have. */
bool start_write(struct arena *arena, const struct start_setup *setup, struct start_made *made,
                 struct kept *schemes, struct sources *sources, struct diag *diag);

#endif
