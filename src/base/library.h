/*
 * library.h - which version of a library is in use.
 *
 * Purpose: each door to a library tells its version; the archive keeps them with the report.
 * Units:   none.
 * Memory:  names and versions are literals or belong to the list's arena.
 * Errors:  none.
 */
#ifndef ITAREPORT_BASE_LIBRARY_H
#define ITAREPORT_BASE_LIBRARY_H

#include <stddef.h>

struct arena;

enum { LIBRARIES_MOST = 32 };

struct library {
    const char *name;
    const char *version;
};

struct libraries {
    struct arena *arena;
    struct library item[LIBRARIES_MOST];
    size_t count;
};

/* Copies the version. */
void library_add(struct libraries *list, const char *name, const char *version);

#endif
