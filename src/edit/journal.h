/*
 * journal.h - what an editor has written, kept in a file for the next one.
 *
 * Purpose: what was changed today can be taken back tomorrow. The journal names the files of its edition without their
 *          folder, so it says nothing about any other file; and it holds only as long as the files are as it left
 *          them, which their checksums tell.
 * Units:   bytes of a file.
 * Memory:  what is read belongs to the arena given.
 * Errors:  false and errno when it cannot be written. One that cannot be read, is damaged or is out of date is an empty one.
 */
#ifndef ITAREPORT_EDIT_JOURNAL_H
#define ITAREPORT_EDIT_JOURNAL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/checksum.h"

/* The latest changes that are kept: so many, with so many bytes. */
enum { JOURNAL_ENTRIES = 200, JOURNAL_BYTES = 4 << 20 };

/* What was written: the bytes at `start` were old_bytes, and are new_bytes. */
struct editor_entry {
    const char *path;
    size_t start;
    const char *old_bytes, *new_bytes;
    size_t old_length, new_length;
    struct checksum before, after; /* of the whole file */
};

/* Changes in the order of their making; `done` of them were not taken back. */
struct journal {
    const struct editor_entry *entry;
    size_t count, done;
};

bool journal_write(const char *path, const struct journal *journal);

/* That of an edition, whose folder it is asked for. */
struct journal journal_read(struct arena *arena, const char *path, const char *folder);

#endif
