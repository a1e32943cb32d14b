/*
 * kept.h - things read from files, kept for as long as the files are the same.
 *
 * Purpose: what many runs need (a scheme, a layout) is read once. A thing is found by the path it is
 *          read from, and it is read again when any of the files that it was made from, included ones
 *          too, has other bytes than before. A run that borrows a thing cannot tell whether it was
 *          read just now or kept: what was said while reading has to be said again, so only things
 *          about which there was nothing to say are kept.
 * Memory:  a thing and its sources live while somebody borrows it, and after that while it is the latest one of its
 *          path and one of the few that were borrowed last, or until its shelf is freed.
 */
#ifndef ITAREPORT_SOURCE_KEPT_H
#define ITAREPORT_SOURCE_KEPT_H

#include "source/sources.h"

struct kept;      /* a shelf: all things of a kind, one a path */
struct kept_loan; /* a thing that someone borrows */

struct kept_kind {
    /* NULL after reporting. */
    void *(*make)(const char *path, struct place from, struct sources *sources, struct diag *diag);
    void (*free)(void *thing);
};

struct kept *kept_new(const struct kept_kind *kind);
void kept_free(struct kept *kept);

/*
 * Borrows what is at a path until kept_return. from: the reference that named it. What the thing was
 * made from counts as read through `sources`, whose given texts hold, and which must be freed before
 * the thing is given back. Never NULL, but there may be no thing (after reporting).
 */
struct kept_loan *kept_borrow(struct kept *kept, const char *path, struct place from,
                              struct sources *sources, struct diag *diag);

/* What was borrowed; NULL when it could not be made. */
const void *kept_thing(const struct kept_loan *loan);

void kept_return(struct kept_loan *loan);

#endif
