/*
 * source.h - one text of the input, whole.
 *
 * Memory:  a source belongs to the arena given and must outlive every product and message with a
 *          place in it.
 */
#ifndef ITAREPORT_SOURCE_SOURCE_H
#define ITAREPORT_SOURCE_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"

/* A source from memory; path and text are copied. */
const struct source *source_new(struct arena *arena, const char *path, const char *text,
                                size_t length);

/*
 * A file that is no part of what a report is made from (what is part is read by sources_read). NULL
 * after reporting, at the reference that named the file or a zero place, why it cannot be read.
 */
const struct source *source_load(struct arena *arena, const char *path, struct place from,
                                 struct diag *diag);

#endif
