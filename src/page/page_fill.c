/*
 * Stacks the slabs of a page from its top margin on; a table's slices go to fill_table together.
 */
#include "page/page_fill.h"

#include <string.h>

static void note_node(struct fill *fill, const struct doc_node *node, int32_t top)
{
    struct pages *pages = fill->pages;
    for (; node != NULL && pages->node_page[node->id] == 0; node = node->parent) {
        pages->node_page[node->id] = fill->page->number;
        pages->node_y[node->id] = top;
    }
}

void fill_add(struct fill *fill, const struct frame *frame, int32_t top)
{
    fill->frame = memory_room(fill->frame, fill->frames, &fill->capacity, sizeof *fill->frame);
    fill->frame[fill->frames++] = *frame;
    if (frame->role == FRAME_CONTENT)
        note_node(fill, frame->node, top);
}

static size_t table_end(const struct flow *flow, size_t first, size_t end)
{
    size_t i = first;
    while (i < end && flow->slab[i].table == flow->slab[first].table)
        i++;
    return i;
}

static void set_slab(struct fill *fill, const struct slab *slab, int32_t y)
{
    for (size_t i = 0; i < slab->frames; i++) {
        struct frame frame = slab->frame[i];
        frame.y += y;
        fill_add(fill, &frame, y);
    }
}

void page_fill(struct fill *fill, struct page *page, size_t first, size_t end)
{
    const struct flow *flow = fill->flow;
    int32_t y = page->paper->top;
    fill->page = page;
    fill->frames = 0;
    for (size_t i = first; i < end;) {
        const struct slab *slab = &flow->slab[i];
        if (i > first)
            y += slab->size.gap;
        if (slab->table != NULL) {
            size_t next = table_end(flow, i, end);
            y = fill_table(fill, i, next, y);
            i = next;
            continue;
        }
        set_slab(fill, slab, y);
        y += slab->size.height;
        i++;
    }
    page->frame = ARENA_NEW(fill->pages->arena, struct frame, fill->frames);
    page->frames = fill->frames;
    if (fill->frames > 0)
        memcpy(page->frame, fill->frame, fill->frames * sizeof *fill->frame);
}
