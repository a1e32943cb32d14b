/*
 * program.h - which program this is.
 *
 * Purpose: the manifest says what a report was made with.
 * Memory:  literals.
 */
#ifndef ITAREPORT_ARCHIVE_PROGRAM_H
#define ITAREPORT_ARCHIVE_PROGRAM_H

const char *program_version(void);

/* The start of the SHA-256 of the program's source text. */
const char *program_code(void);

#endif
