/*
 * set.h - many values of one file at once, those that are not there yet too.
 *
 * Purpose: for what comes from elsewhere, such as scores from a spreadsheet. A value is named by the keys that lead to it;
 *          keys that are missing are added, in the order that their kind has. All values are set or none is.
 * Memory:  everything belongs to the arena given.
 * Errors:  false after reporting why one of them cannot be set.
 */
#ifndef ITAREPORT_EDIT_SET_H
#define ITAREPORT_EDIT_SET_H

#include "edit/change.h"
#include "edit/mend.h"

enum { EDIT_SET_KEYS = 4 };

struct edit_setting {
    const char *key[EDIT_SET_KEYS]; /* ids in digits of either script lead to the same */
    size_t keys;
    const char *text;
    /* The last key is one of a map in braces, {public: 90.00}; where that map's own value is there instead, without
     * braces, it goes on under this key. NULL: no such map. */
    const char *braces;
    /* Keys beside the key that was added, in their order; NULL-terminated, or NULL: new ones come last. */
    const char *const *order;
};

/* The value that is there; NULL where there is none. */
const struct node *edit_set_find(const struct node *tree, const struct edit_setting *setting);

/* One after the other, into the text of the file; `out` is the whole file then. */
bool edit_set_all(struct arena *arena, const struct node *tree, const struct edit_setting *setting,
                  size_t count, struct diag *diag, struct edit_mended_file *out);

#endif
