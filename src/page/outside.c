#include "page/outside.h"

#include "base/length.h"

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* A mark that rises along the diagonal of the page, its middle in the middle. */
static int32_t outside_turned(const struct doc_page *paper, const struct frame *frame)
{
    int64_t width = paper->width, height = paper->height, length = frame->line.natural;
    return length * length > width * width + height * height ? frame->line.natural : 0;
}

int32_t outside_by(const struct doc_page *paper, const struct frame *frame)
{
    if (frame->turn != NULL)
        return outside_turned(paper, frame);
    int32_t left = frame->x, top = frame->y, right = left + frame->width,
            bottom = top + frame->height;
    if (frame->kind == FRAME_LINE || frame->kind == FRAME_LEADER) { /* y is the baseline */
        left += frame->line.x;
        right = left + frame->line.width;
        bottom = top;
    }
    int32_t across = larger(-left, right - paper->width),
            along = larger(-top, bottom - paper->height);
    int32_t by = larger(across, along);
    return by > PT ? by : 0;
}

void outside_say(struct diag *diag, struct arena *arena, struct place place, int32_t by)
{
    diag_say(diag, MESSAGE_PAGE_OUTSIDE, place, arena_printf(arena, "%d", by / PT));
}

/* The place of what the frame shows: its text, or its block. */
static struct place place_of(const struct frame *frame)
{
    const struct doc_node *node = frame->node;
    bool has_text = frame->kind == FRAME_LINE && node->text.place.source != NULL;
    return has_text ? node->text.place : node->place;
}

void outside_check(const struct pages *pages, struct diag *diag)
{
    const struct doc_node *last = NULL;
    for (size_t p = 0; p < pages->count; p++) {
        const struct page *page = &pages->page[p];
        for (size_t i = 0; i < page->frames; i++) {
            const struct frame *frame = &page->frame[i];
            int32_t by =
                frame->node != NULL && frame->node != last ? outside_by(page->paper, frame) : 0;
            if (by == 0)
                continue;
            outside_say(diag, pages->arena, place_of(frame), by);
            last = frame->node;
        }
    }
}
