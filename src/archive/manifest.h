/*
 * manifest.h - what an archived report was made from, and with.
 *
 * Purpose: a YAML file among the attachments, for people and for `itareport verify`.
 * Units:   checksums are SHA-256 in hexadecimal; dates seconds since 1970 UTC.
 * Memory:  texts belong to an arena of the caller's.
 * Errors:  manifest_read reports what is missing or malformed.
 */
#ifndef ITAREPORT_ARCHIVE_MANIFEST_H
#define ITAREPORT_ARCHIVE_MANIFEST_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/checksum.h"
#include "base/diag.h"

#define MANIFEST_NAME "manifest.yaml"

/* A name and its value: a file and its checksum, a library and its version. */
struct manifest_entry {
    const char *name;
    const char *value;
};

struct manifest_list {
    struct manifest_entry *item;
    size_t count;
};

struct manifest {
    const char *version; /* of the program … */
    const char *code;    /* … and the start of the checksum of its own text */
    const char *agency;
    const char *year;
    const char *level; /* as printed */
    const char *score;
    const char *edition; /* the folder among the attachments */
    const char *layout;
    int64_t seconds;
    struct manifest_list files;
    struct manifest_list fonts;
    struct manifest_list others; /* dictionary and profile */
    struct manifest_list libraries;
    struct manifest_list pages; /* number; start of the checksum of its text */
};

/* Adds to a list made with room for it. */
void manifest_add(struct manifest_list *list, const char *name, const char *value);
struct manifest_list manifest_list_new(struct arena *arena, size_t room);

/* The value of a name, or NULL. */
const char *manifest_find(const struct manifest_list *list, const char *name);

void manifest_write(const struct manifest *manifest, struct buffer *out);

bool manifest_read(struct arena *arena, const struct source *source, struct manifest *manifest,
                   struct diag *diag);

#endif
