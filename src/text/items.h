/*
 * items.h - a shaped paragraph as the items of the line breaker.
 *
 * Purpose: folds clusters up to a possible line end into one item; opens up items that are wider
 *          than their line (rule L17).
 * Units:   1/1024 pt.
 * Memory:  in the arena given.
 * Errors:  none.
 */
#ifndef ITAREPORT_TEXT_ITEMS_H
#define ITAREPORT_TEXT_ITEMS_H

#include "text/linebreak.h"
#include "text/shape.h"

enum {
    ITEMS_NO_LIMIT = INT32_MAX,
    ITEMS_EMERGENCY = 20000 /* penalties from here on break something that should stay whole */
};

struct items {
    struct linebreak_item *item;
    size_t *last; /* the cluster behind each item's last one */
    size_t count;
};

/* Items wider than limit are opened up. */
struct items items_make(struct arena *arena, const struct text_shaped *shaped, int32_t limit);

#endif
