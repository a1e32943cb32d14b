/*
 * nearest.h - "did you mean …?": the known name that an unknown one was meant to be.
 */
#ifndef ITAREPORT_BASE_NEAREST_H
#define ITAREPORT_BASE_NEAREST_H

#include <stddef.h>

#include "base/diag.h"

/* The known name nearest to a name (edit distance up to a third of its length), or NULL. */
const char *nearest_name(const char *name, const char *const *known, size_t count);

/* What to say of an unknown name, {1}. */
struct nearest_messages {
    enum diag_code near; /* {2}: the nearest known name */
    enum diag_code none; /* there is none; {2}: all the known names, with commas */
};

/* Returns the nearest, or NULL. */
const char *nearest_say(struct diag *diag, struct place place, const char *name,
                        struct nearest_messages messages, const char *const *known, size_t count);

#endif
