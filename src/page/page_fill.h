/*
 * page_fill.h - frames for the slabs of a page; no choices are made here.
 *
 * Purpose: page_fill.c stacks slabs and notes where every node begins; fill_table.c sets the
 *          fragment of a table that is on one page.
 * Units:   1/1024 pt from the paper's top left corner.
 * Memory:  frames gather in plain memory and move into the pages' arena when a page is closed.
 */
#ifndef ITAREPORT_PAGE_PAGE_FILL_H
#define ITAREPORT_PAGE_PAGE_FILL_H

#include "page/flow.h"

struct fill {
    struct pages *pages;
    const struct flow *flow;
    struct page *page; /* being filled */
    struct frame *frame;
    size_t frames, capacity;
    const struct flow_table *table; /* whose merged cells are counted */
    size_t *done;                   /* strips set of its merged cells */
};

/* What is on a page: the slabs [first, end), and the lines [note_first, note_end) of notes. */
struct page_share {
    size_t first, end, note_first, note_end;
};

void page_fill(struct fill *fill, struct page *page, const struct page_share *share);

/* Adds a frame; a block's first frame also says where the block begins (at top). */
void fill_add(struct fill *fill, const struct frame *frame, int32_t top);

/* fill_table.c: sets the slices [first, end) of one table from y on; returns where they end. */
int32_t fill_table(struct fill *fill, size_t first, size_t end, int32_t y);

#endif
