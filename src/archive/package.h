/*
 * package.h - an archived report taken apart: its manifest and its files, checked.
 *
 * Purpose: what `verify`, `extract` and the index share.
 * Memory:  everything belongs to the arena.
 * Errors:  reported; false.
 */
#ifndef ITAREPORT_ARCHIVE_PACKAGE_H
#define ITAREPORT_ARCHIVE_PACKAGE_H

#include "archive/manifest.h"
#include "pdf/attached.h"

struct package {
    const struct source *pdf; /* the whole file */
    struct checksum checksum; /* of the PDF */
    struct attached attached;
    struct manifest manifest;
};

/* Reads a file and its manifest, without checking the files against it. */
bool package_read(struct arena *arena, const char *path, struct package *package,
                  struct diag *diag);

/* Every file that the manifest names is attached and is what it says, and no other is attached. */
bool package_check(const struct package *package, struct diag *diag);

/* Writes the attachments below a folder that are not there yet; false and errno when that fails. */
bool package_write(struct arena *arena, const struct package *package, const char *folder);

#endif
