/*
 * inventory.h - the files a report was made from, under names that hold in any folder.
 *
 * Purpose: the program's own files are named layouts/… and words/…; the edition's folder is named
 *          input/YEAR and what is outside it as it is reached from there, so that the files can be
 *          written anywhere and still find each other.
 * Memory:  names belong to the arena; texts stay with the sources.
 */
#ifndef ITAREPORT_ARCHIVE_INVENTORY_H
#define ITAREPORT_ARCHIVE_INVENTORY_H

#include <stdbool.h>

#include "base/arena.h"
#include "source/sources.h"

struct inventory_setup {
    const char *data;      /* the folder of layouts/ and words/ */
    const char *edition;   /* the edition's folder */
    const char *layout;    /* the layout's file */
    const char *framework; /* the framework's file */
    int64_t year;
};

struct inventory_file {
    const char *name;
    const struct source *source;
    bool is_data; /* figures, not text or placement */
};

struct inventory {
    struct inventory_file *file; /* by name */
    size_t count;
    const char *edition; /* the folder's name */
    const char *layout;
};

/* Everything that was read, each file once. */
struct inventory inventory_gather(struct arena *arena, const struct sources *sources,
                                  const struct inventory_setup *setup);

#endif
