/* made.h - the files of a new edition while they are made; internal to src/start. */
#ifndef ITAREPORT_START_MADE_H
#define ITAREPORT_START_MADE_H

#include "start/start.h"
#include "start/template.h"

/* The bytes are kept, not copied. What is to be written in them is counted. */
void start_add_bytes(struct arena *arena, struct start_made *made, const char *name,
                     const char *bytes, size_t length);

/* A file as it is; false after reporting that it cannot be read. */
bool start_add_copy(struct arena *arena, struct start_made *made, const char *name,
                    const char *path, struct diag *diag);

#endif
