/*
 * program.h - which program this is: its version, its own text, and its libraries.
 *
 * Purpose: the manifest says what a report was made with.
 * Units:   the code is the start of the SHA-256 of the program's source text.
 * Memory:  literals, or the arena's.
 */
#ifndef ITAREPORT_ARCHIVE_PROGRAM_H
#define ITAREPORT_ARCHIVE_PROGRAM_H

#include "archive/manifest.h"

const char *program_version(void);
const char *program_code(void);
struct manifest_list program_libraries(struct arena *arena);

#endif
