/*
 * zip.h - reads and writes ZIP archives, which spreadsheets and text documents of offices are.
 *
 * Purpose: the reader takes a stranger's file: it is looked through as a whole before anything is unpacked, nothing is
 *          ever written to disk, and an entry is unpacked to exactly the size that was announced. The writer gives
 *          the same bytes for the same contents (dates are fixed).
 * Source:  PKWARE's APPNOTE 6.3; stored and deflated entries only, no ZIP64, no encryption, one volume.
 * Memory:  an archive points into the bytes that it was opened from; lists and names belong to the arena.
 * Errors:  reported with the file's name; what is damaged, hidden or ambiguous is refused as a whole.
 */
#ifndef ITAREPORT_ZIP_ZIP_H
#define ITAREPORT_ZIP_ZIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"

enum {
    ZIP_ENTRIES = 4096,         /* of an archive */
    ZIP_ENTRY_MEGABYTES = 64,   /* of an entry, unpacked */
    ZIP_ARCHIVE_MEGABYTES = 256 /* of all entries together, unpacked */
};

struct zip_entry {
    const char *name;    /* a relative path with "/" */
    uint32_t size;       /* unpacked */
    uint32_t packed;     /* as it is in the archive */
    uint32_t checksum;   /* CRC-32 of what is unpacked */
    bool is_deflated;    /* else stored */
    uint32_t start, end; /* of the entry with its header, in the archive */
    uint32_t data;       /* where its bytes begin */
};

struct zip {
    const char *file; /* its name, for messages */
    const char *bytes;
    size_t length;
    struct zip_entry *entry; /* in the order of their bytes */
    size_t entries;
};

/* Whether bytes begin as an archive does. */
bool zip_is(const char *bytes, size_t length);

/* Looks an archive through; false after reporting. */
bool zip_open(struct arena *arena, const char *file, const char *bytes, size_t length,
              struct diag *diag, struct zip *out);

/* The entry of a name, or NULL. */
const struct zip_entry *zip_find(const struct zip *zip, const char *name);

/* Adds an entry's bytes; false after reporting that it is damaged. */
bool zip_unpack(const struct zip *zip, const struct zip_entry *entry, struct diag *diag,
                struct buffer *out);

/* ---- writing ---- */

struct zip_writer {
    struct buffer out;     /* the archive so far */
    struct buffer central; /* its directory */
    unsigned entries;
};

enum zip_packing { ZIP_STORED, ZIP_DEFLATED };

/* Names are relative paths with "/"; bytes are at most ZIP_ENTRY_MEGABYTES. */
void zip_add(struct zip_writer *writer, const char *name, const void *bytes, size_t length,
             enum zip_packing packing);

/* Ends the archive, which is then in writer.out. */
void zip_end(struct zip_writer *writer);
void zip_writer_free(struct zip_writer *writer);

#endif
