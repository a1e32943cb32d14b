/*
 * Stacks the slabs of a page from its top margin on; a table's slices go to fill_table together. Notes are stacked so
 * that they end at the bottom margin.
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

static void set_text(struct fill *fill, size_t first, size_t end)
{
    const struct flow *flow = fill->flow;
    int32_t y = fill->page->paper->top;
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
}

/* The line above the notes of a page. */
static void set_rule(struct fill *fill, int32_t y)
{
    const struct doc_notes *notes = &fill->pages->doc->notes;
    const struct doc_page *paper = fill->page->paper;
    int32_t width = paper->width - paper->left - paper->right;
    struct frame rule = {.kind = FRAME_RULE,
                         .role = FRAME_DECORATION,
                         .x = paper->left,
                         .y = y + notes->space_before,
                         .width = notes->rule_width < width ? notes->rule_width : width,
                         .height = notes->rule,
                         .colour = notes->rule_colour};
    if (rule.width > 0 && rule.height > 0)
        fill_add(fill, &rule, y);
}

/* Where the notes of a page begin: so that they end where its text ends when it is full; without text, at its top. */
static int32_t notes_top(const struct fill *fill, const struct page_share *share)
{
    const struct flow *flow = fill->flow;
    const struct doc_page *paper = fill->page->paper;
    if (share->first == share->end)
        return paper->top - fill->pages->doc->notes.space_before;
    int32_t y = paper->height - paper->bottom - flow->note_rule;
    for (size_t i = share->note_first; i < share->note_end; i++)
        y -= flow->note[i].size.height + (i > share->note_first ? flow->note[i].size.gap : 0);
    return y;
}

static void set_notes(struct fill *fill, const struct page_share *share)
{
    const struct flow *flow = fill->flow;
    size_t first = share->note_first, end = share->note_end;
    if (first == end)
        return;
    int32_t y = notes_top(fill, share);
    set_rule(fill, y);
    y += flow->note_rule;
    for (size_t i = first; i < end; i++) {
        y += i > first ? flow->note[i].size.gap : 0;
        set_slab(fill, &flow->note[i], y);
        y += flow->note[i].size.height;
    }
}

void page_fill(struct fill *fill, struct page *page, const struct page_share *share)
{
    fill->page = page;
    fill->frames = 0;
    set_text(fill, share->first, share->end);
    set_notes(fill, share);
    page->frame = ARENA_NEW(fill->pages->arena, struct frame, fill->frames);
    page->frames = fill->frames;
    if (fill->frames > 0)
        memcpy(page->frame, fill->frame, fill->frames * sizeof *fill->frame);
}
