/*
 * attached.h - the files that a PDF carries.
 *
 * Purpose: takes the attachments out of a file (libqpdf reads it).
 * Units:   bytes.
 * Memory:  names and bytes belong to the arena.
 * Errors:  a file that is no PDF is reported; false.
 * Source:  ISO 32000-1, 7.9.6 (name trees), 7.11.4 (embedded files).
 */
#ifndef ITAREPORT_PDF_ATTACHED_H
#define ITAREPORT_PDF_ATTACHED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"

struct attached_file {
    const char *name;
    const char *bytes; /* NUL after the last */
    size_t length;
};

struct attached {
    struct attached_file *file;
    size_t count;
    size_t pages;
};

struct attached_pdf {
    const char *path; /* for messages */
    const void *bytes;
    size_t length;
};

bool attached_read(struct arena *arena, const struct attached_pdf *pdf, struct attached *out,
                   struct diag *diag);

/* The file of that name, or NULL. */
const struct attached_file *attached_find(const struct attached *attached, const char *name);

#endif
