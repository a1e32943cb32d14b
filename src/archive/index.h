/*
 * index.h - the list of all reports in an archive's folder.
 *
 * Purpose: index.yaml for programs and index.html for people; both are made from the reports
 *          themselves, so they can be made again at any time and hold nothing of their own.
 * Memory:  the arena's.
 * Errors:  a report that cannot be read is reported and left out; writing fails with errno.
 */
#ifndef ITAREPORT_ARCHIVE_INDEX_H
#define ITAREPORT_ARCHIVE_INDEX_H

#include "archive/package.h"

/* The files of the folder. */
#define INDEX_YAML "index.yaml"
#define INDEX_HTML "index.html"

struct index_entry {
    const char *path; /* from the archive's folder */
    struct package package;
};

struct index {
    struct index_entry *entry; /* latest year first, then by path */
    size_t count;
};

/* Reads FOLDER/NAME/NAME.pdf, whatever the names. */
struct index index_gather(struct arena *arena, const char *folder, struct diag *diag);

void index_yaml(const struct index *index, struct buffer *out);
void index_html(const struct index *index, enum diag_language language, struct buffer *out);

/* Whether what is at a path is an index made here, or nothing: another file of that name is its owner's. */
bool index_may_replace(const char *path);

/* Both files into the folder; the page is in Thai whoever writes it, so it comes out the same. */
bool index_write(struct arena *arena, const struct index *index, const char *folder);

#endif
