/*
 * running.h - the desks of this user that are open, and how another program tells them something.
 *
 * Purpose: `itareport desk --show FILE:LINE` finds the desk that shows the file. A desk's address has its token,
 *          so it is in a file that only this user can read, in the folder for such things (XDG_RUNTIME_DIR).
 * Memory:  everything belongs to the arena given.
 * Errors:  a desk that cannot be noted is not found, and works all the same.
 */
#ifndef ITAREPORT_DESK_RUNNING_H
#define ITAREPORT_DESK_RUNNING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Notes this process's desk; running_forget takes that back. */
void running_note(const char *edition, const char *address);
void running_forget(void);

struct running_desk {
    const char *address;
    const char *file; /* the path that was asked for, as it is on disk */
};

/* The desk whose edition has a file; name: a path, or one in the edition's folder. False when there is none. */
bool running_find(struct arena *arena, const char *name, struct running_desk *found);

/* Asks a desk to show a line; false when it does not answer. */
bool running_show(struct arena *arena, const struct running_desk *desk, unsigned line);

#endif
