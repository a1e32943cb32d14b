/*
 * patch.h - many changes of one YAML file at once; internal to src/start.
 *
 * Purpose: what stays, stays byte for byte. Each change is of the file as it was read; of two that meet the one
 *          that covers more is taken, so that what is in a value that goes need not be asked for.
 * Memory:  everything belongs to the arena given.
 */
#ifndef ITAREPORT_START_PATCH_H
#define ITAREPORT_START_PATCH_H

#include "edit/change.h"

struct patch {
    struct arena *arena;
    struct diag *diag;
    const struct node *tree;
    struct edit_change *change;
    size_t changes, room;
};

/* Other bytes in place of [start, end). */
void patch_bytes(struct patch *patch, size_t start, size_t end, const char *bytes);

/* Another text; typed as it is typed now where that can be. Nothing is changed where the texts are the same. */
bool patch_text(struct patch *patch, const struct node *node, const char *text);

/* No value; of a map or list, nothing of it. */
void patch_clear(struct patch *patch, const struct node *node);

/* ---- entries of maps ---- */

/* An entry with its line, and with the line above it where that is a comment with just these words (or NULL). */
void patch_drop(struct patch *patch, const struct node *map, size_t index, const char *comment);

/* A new entry after another one (SIZE_MAX: before the first): key and value as they are typed on one line; comment: a line
 * above it, or NULL. */
void patch_add(struct patch *patch, const struct node *map, size_t after, const char *entry,
               const char *comment);

/* The whole file. */
const char *patch_apply(struct patch *patch, size_t *length);

#endif
