/*
 * layout_keys.h - the keys of blocks, a table a kind, and the struct that their rows fill.
 *
 * Purpose: layout_blocks.c reads any block's map by the table of its kind.
 */
#ifndef ITAREPORT_LAYOUT_LAYOUT_KEYS_H
#define ITAREPORT_LAYOUT_LAYOUT_KEYS_H

#include "layout/layout_read.h"

struct contents_input {
    struct whole levels;
    int of;
};

struct series_input {
    struct text name, value;
    uint32_t colour;
};

struct block_input {
    struct text text; /* the kind's own value, when it is a text */
    struct text style, condition, loop, marker, caption, item_text, item_prose, title, name;
    struct text label, value, target, target_label, alt, link;
    struct whole level;
    struct contents_input contents;
    struct decimal low, high, step;
    int choice, orientation;
    struct series_input *series;
    size_t series_count;
    bool number, fit, fixed, page_start, keep, keep_with_previous;
    int32_t width, height, bar_height;
    uint32_t colour, marked_colour, target_colour;
    const struct node *node; /* the kind's own value, when it is a list or nothing */
    const struct node *inner, *other, *with;
};

/* By enum block_kind. */
enum { LAYOUT_KINDS = 14 };
extern const struct record layout_keys[LAYOUT_KINDS];

#endif
