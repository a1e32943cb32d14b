/*
 * change.h - one change of a YAML file, and nothing else of it.
 *
 * Purpose: a value, an item of a list or a key is written as a replacement of the bytes that it covers (node_span);
 *          comments, order, quoting and everything else stay byte for byte. How a text is typed (plain, in quotes, as a
 *          block) stays too where the new text allows it. A change is made only if the file, read again, is the
 *          same tree with just that changed: what YAML would take for something else is typed otherwise or refused.
 * Units:   bytes of the file as it was read.
 * Memory:  changes belong to the arena given and point into the source.
 * Errors:  false after reporting why it cannot be.
 */
#ifndef ITAREPORT_EDIT_CHANGE_H
#define ITAREPORT_EDIT_CHANGE_H

#include "base/diag.h"
#include "yaml/node.h"

struct edit_change {
    const struct source *source; /* as it was */
    size_t start, end;           /* what is replaced */
    const char *bytes;           /* … by this */
    size_t length;
};

/* The file with the change; NUL-terminated. */
char *edit_changed(struct arena *arena, const struct edit_change *change, size_t *length);

/*
 * Another text in the place of a scalar's, or of no value. Line ends at the text's end do not count: a block has one, and
 * everything else none. tree: the root that the node is in.
 */
bool edit_value(struct arena *arena, const struct node *tree, const struct node *node,
                const char *text, struct diag *diag, struct edit_change *out);

/* ---- lines ---- */

/* Where a line is, without its end; lines count from 1. False when there is none. */
bool edit_find_line(const struct source *source, size_t line, size_t *start, size_t *end);

/* Lines as they are typed, from the first to the last: for what cannot be read and so has no values. */
struct edit_lines {
    size_t first, last;
};
bool edit_lines(struct arena *arena, const struct source *source, struct edit_lines lines,
                const char *text, struct diag *diag, struct edit_change *out);

/* ---- lists ---- */

/* A text as an item that is in no file; and an entry with the keys of another and these first words. */
const struct node *edit_text(struct arena *arena, const char *text);
const struct node *edit_like(struct arena *arena, const struct node *like, const char *text);

/* A new item of a list before item `at`, or at its end: a text, or a tree that is in no file (edit/lists.h). What has no value
 * becomes a list of it; one text in place of a list becomes its first item. */
bool edit_item_add(struct arena *arena, const struct node *tree, const struct node *list, size_t at,
                   const struct node *entry, struct diag *diag, struct edit_change *out);

/* The same as item `of` once more, right after it. */
bool edit_item_copy(struct arena *arena, const struct node *tree, const struct node *list,
                    size_t of, struct diag *diag, struct edit_change *out);

bool edit_item_delete(struct arena *arena, const struct node *tree, const struct node *list,
                      size_t of, struct diag *diag, struct edit_change *out);

/* Item `of` becomes item `to`. */
bool edit_item_move(struct arena *arena, const struct node *tree, const struct node *list,
                    size_t of, size_t to, struct diag *diag, struct edit_change *out);

/* ---- maps ---- */

/* A key with a text, after all others of a map. */
bool edit_key_add(struct arena *arena, const struct node *tree, const struct node *map,
                  const char *key, const char *text, struct diag *diag, struct edit_change *out);

/* A known discrepancy, after all others under `acknowledge` of edition.yaml. */
struct edit_acknowledgement {
    const char *rule, *place;
    const char *content; /* which of several findings there; or NULL */
    const char *reason;
};
bool edit_acknowledge(struct arena *arena, const struct node *tree,
                      const struct edit_acknowledgement *what, struct diag *diag,
                      struct edit_change *out);

#endif
