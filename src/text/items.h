/*
 * items.h - a shaped paragraph as the items of the line breaker.
 *
 * Purpose: folds clusters up to a possible line end into one item; opens up items that are wider
 *          than their line (rule L17).
 * Units:   1/1024 pt.
 * Memory:  items_free gives the arrays back.
 * Errors:  none; penalties from ITEMS_PARTED on tell what had to be broken.
 */
#ifndef ITAREPORT_TEXT_ITEMS_H
#define ITAREPORT_TEXT_ITEMS_H

#include "text/linebreak.h"
#include "text/shape.h"

enum {
    ITEMS_NO_LIMIT = INT32_MAX,
    ITEMS_RARELY = 2700,  /* at a place for paragraphs in distress */
    ITEMS_PARTED = 20000, /* between words that a rule keeps together */
    ITEMS_BROKEN = 60000  /* inside a word */
};

struct items {
    struct linebreak_item *item;
    size_t *last; /* the cluster after each item's last one */
    size_t count, item_room, last_room;
};

/* What opens items besides. */
enum items_open { ITEMS_AS_THEY_ARE, ITEMS_RAGGED, ITEMS_IN_DISTRESS };

/* Items wider than limit are opened up; in ragged lines and in distress at some places others, too. */
struct items items_make(const struct text_shaped *shaped, int32_t limit, enum items_open open);
void items_free(struct items *items);

/* The clusters [*first, *last) that are kept on one line with a cluster. */
void items_whole(const struct text_shaped *shaped, size_t cluster, size_t *first, size_t *last);

#endif
