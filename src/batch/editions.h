/*
 * editions.h - which editions a batch is about, and what their reports are called.
 *
 * Purpose: an operand is an edition, or a folder in which editions are looked for, however deep they are; a list names
 *          either, one a line. Every edition is there once, in the order of naming and, in a folder, in the order of
 *          the names' bytes, so the same operands give the same list on any machine: a shard is a share of it.
 * Names:   an edition's report is OUT/PATH/report.pdf, where PATH is the edition's folder as it was named, without
 *          what leads to the root or upwards. So no name depends on what else is in the list.
 * Memory:  the arena's.
 * Errors:  what is no edition, and a second one of the same name, are in the list with their reason, so that they are
 *          in the table too and stop nothing. What is too much is reported; false.
 */
#ifndef ITAREPORT_BATCH_EDITIONS_H
#define ITAREPORT_BATCH_EDITIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct batch_edition {
    const char *folder; /* as named, or below what was named */
    const char *name;   /* PATH */
    const char *flaw;   /* why it cannot be made, or NULL */
};

struct batch_editions {
    struct batch_edition *edition;
    size_t count;
};

struct batch_gathering;

struct batch_gathering *batch_gather_start(struct arena *arena, enum diag_language language,
                                           struct diag *diag);

/* An edition's folder, the edition.yaml in it, or a folder of editions. */
bool batch_gather_folder(struct batch_gathering *gathering, const char *folder);

/* A list, a folder a line; blank lines and those that begin with # say nothing. */
bool batch_gather_list(struct batch_gathering *gathering, const char *text, size_t length);

struct batch_editions batch_gather_end(struct batch_gathering *gathering);

/* Whether there is an edition in a folder itself. */
bool batch_is_edition(const char *folder);

/* Every count-th edition from the number-th on, from 1: shares that differ by one edition at most. */
struct batch_editions batch_share(struct arena *arena, const struct batch_editions *all,
                                  size_t number, size_t count);

#endif
