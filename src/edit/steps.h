/*
 * steps.h - one change after the other of the same file; internal to what changes many things at once.
 *
 * Purpose: after each change the file is read again, so the next is made of a tree that is right. Nothing is written here.
 * Memory:  steps own the texts on the way; the result belongs to the arena given.
 * Errors:  the first change that cannot be made ends them all, and is reported at the top of the file as it was: places in texts
 *          on the way are in no file.
 */
#ifndef ITAREPORT_EDIT_STEPS_H
#define ITAREPORT_EDIT_STEPS_H

#include "edit/change.h"
#include "edit/mend.h"

struct edit_steps;

struct edit_steps *edit_steps_new(const struct node *tree);

/* The tree as it is now; valid until the next step. */
const struct node *edit_steps_tree(const struct edit_steps *steps);

/* For changes on the way: an arena and a collector, both gone with the step. */
struct arena *edit_steps_arena(const struct edit_steps *steps);
struct diag *edit_steps_diag(const struct edit_steps *steps);

/* Makes a change of the tree as it is now; NULL: it could not be made. */
bool edit_steps_take(struct edit_steps *steps, const struct edit_change *change);

/* The same by path (yaml/node_path.h): a value; an item of a list before `at`, or in place of nothing; an item less; a key
 * with a text. */
bool edit_steps_value(struct edit_steps *steps, const char *path, const char *text);
bool edit_steps_item_add(struct edit_steps *steps, const char *path, size_t at, const char *text);
bool edit_steps_item_delete(struct edit_steps *steps, const char *path, size_t of);
bool edit_steps_key_add(struct edit_steps *steps, const char *path, const char *key,
                        const char *text);

/* Ends them; the file then, unless a step failed. */
bool edit_steps_end(struct edit_steps *steps, struct arena *arena, struct diag *diag,
                    struct edit_mended_file *out);

#endif
