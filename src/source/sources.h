/*
 * sources.h - the texts that a report is made from.
 *
 * Purpose: all of a run's input is read through one object. So it is known afterwards what was
 *          read, in which order and how new it is; and a text from memory (an editor's buffer, an
 *          archive's attachment) can take the place of a file.
 * Memory:  the object owns the texts; it outlives every product and message with a place in them.
 */
#ifndef ITAREPORT_SOURCE_SOURCES_H
#define ITAREPORT_SOURCE_SOURCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

struct file_stamp;
struct sources;

struct sources *sources_new(void);
void sources_free(struct sources *sources);

/* A text in place of a file, which need not exist. */
struct sources_given {
    const char *path; /* any path that leads to the file */
    const char *text;
    size_t length;
    int64_t changed; /* when the text was last changed: seconds since 1970 UTC, 0 if unknown */
};

/* From now on whoever reads this file gets this text; of two for one file the later one holds. The
 * text is copied. */
void sources_give(struct sources *sources, const struct sources_given *given);

/*
 * Reads and records a whole file. NULL after reporting, at the reference that named the file or a
 * zero place, why it cannot be read.
 */
const struct source *sources_read(struct sources *sources, const char *path, struct place from,
                                  struct diag *diag);

/* What was read under this path already, or NULL. */
const struct source *sources_find(const struct sources *sources, const char *path);

/* Whether there is such a file, or a text in its place. */
bool sources_exists(const struct sources *sources, const char *path);

/*
 * A file or folder that something is made from though it is not read through here: a font, or a folder
 * that is listed. It is no text of the report; sources_adopt heeds its size and the time of its last
 * change.
 */
void sources_watch(struct sources *sources, const char *path);

/* Whether a file was read or is watched, by whatever path. */
bool sources_has(const struct sources *sources, const struct file_stamp *file);

/* Another object, which has read nothing yet and has the same texts in place of files. */
struct sources *sources_new_beside(const struct sources *sources);

/* What was read through `others` counts as read through `sources` too, which must be freed first. */
void sources_include(struct sources *sources, const struct sources *others);

/*
 * The same, but only if all of it would read the same through `sources` now; the times are then those
 * of now. False, and nothing is included, when a byte is different or a file is not there any more.
 */
bool sources_adopt(struct sources *sources, const struct sources *others);

/* What was read, in that order; a file that was read twice is there twice. */
struct sources_file {
    const char *path; /* as it was opened */
    const struct source *source;
    int64_t changed; /* as in sources_given */
};
const struct sources_file *sources_files(const struct sources *sources, size_t *count);

/* When the newest of them was last changed: seconds since 1970 UTC, 0 when nothing was read. */
int64_t sources_newest(const struct sources *sources);

#endif
