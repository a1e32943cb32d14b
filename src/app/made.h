/*
 * made.h - what the files of an output folder were made from.
 *
 * Purpose: a file is written over in silence only where this program made it from the same edition.
 *          A report does not say from which folder it was made, and must not: the same edition gives the
 *          same bytes anywhere. So the folder of the outputs has a list, .itareport.yaml: of each file
 *          its checksum as it was written, and the edition by its path from there. Folders that are
 *          moved or copied together still agree.
 * Memory:  everything belongs to the arena given.
 * Errors:  a list that is not there or cannot be read says nothing.
 */
#ifndef ITAREPORT_APP_MADE_H
#define ITAREPORT_APP_MADE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/checksum.h"
#include "base/diag.h"

struct made_file {
    const char *name;
    struct checksum sum;
    const char *edition; /* from the folder of the outputs */
};

struct made {
    struct arena *arena;
    const char *folder;
    struct made_file *file;
    size_t files, room;
};

/* A list that cannot be read says nothing of any file; what diag is told about it is taken back. */
struct made made_read(struct arena *arena, const char *folder, struct diag *diag);

/* Whether the list names a file. */
bool made_knows(const struct made *made, const char *name);

/* What is at a name of the folder, for whoever would write a file there from an edition. */
enum made_standing {
    MADE_FREE,    /* nothing */
    MADE_SAME,    /* what was made from this edition */
    MADE_OTHER,   /* what was made from another one, *edition */
    MADE_CHANGED, /* what was made here, and changed since */
    MADE_UNKNOWN  /* something else */
};
enum made_standing made_look(const struct made *made, const char *name, const char *edition,
                             const char **other);

/* Notes a file that was written, then writes the list; false and errno when that fails. */
void made_note(struct made *made, const char *name, const struct checksum *sum,
               const char *edition);
bool made_write(const struct made *made);

#endif
