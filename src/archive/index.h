/*
 * index.h - the list of all reports in an archive's folder.
 *
 * Purpose: index.yaml for programs and index.html for people. What is new is added; what is in the list already is
 *          compared with its file, so that a kept report that was changed, cut or lost is told. Whoever meant it takes
 *          the report's lines out of index.yaml. A file that was moved inside the folder is found again.
 * Time:    linear in the number of reports. Files that are as they were seen last (by device, number, size and times,
 *          kept in .itareport-seen beside the list) are not read; deleting that file only costs time.
 * Memory:  the arena's; no report is held.
 * Errors:  reported; see each function.
 */
#ifndef ITAREPORT_ARCHIVE_INDEX_H
#define ITAREPORT_ARCHIVE_INDEX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"

/* The files of the folder. */
#define INDEX_YAML "index.yaml"
#define INDEX_HTML "index.html"

/* A report; texts are never NULL. */
struct index_report {
    const char *path; /* from the archive's folder */
    const char *year, *agency, *level, *score;
    size_t pages, bytes;
    const char *sha256;
};

struct index_list {
    struct index_report *report;
    size_t count, room;
};

void index_add_report(struct arena *arena, struct index_list *list,
                      const struct index_report *report);

/* Latest year first, then by path. */
void index_sort(struct index_list *list);

void index_yaml(const struct index_list *list, struct buffer *out);
void index_html(const struct index_list *list, enum diag_language language, struct buffer *out);

/* A list as index_yaml writes it; false after reporting where it cannot be read. */
bool index_read(struct arena *arena, const struct source *source, struct index_list *list,
                struct diag *diag);

/* Whether what is at a path is an index made here, or nothing: another file of that name is its owner's. */
bool index_may_replace(const char *path);

/* One process at a time may add to an archive: waits for that, and gives a descriptor to close; -1 and errno. */
int index_lock(struct arena *arena, const char *folder);

enum index_end {
    INDEX_FINE,
    INDEX_FLAWED, /* reported: files are not what the list says (which is kept), or the list cannot be read */
    INDEX_UNWRITTEN /* see errno */
};

/*
 * Brings both files up to date: `added` has just been written by this process; of further .pdf files in the folders the
 * manifests tell. A file that is no archived report is reported and left out. The page is in Thai whoever writes it, so
 * it comes out the same. The caller has the lock.
 */
enum index_end index_update(struct arena *arena, const char *folder, const struct index_list *added,
                            struct diag *diag);

#endif
