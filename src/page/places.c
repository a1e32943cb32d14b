/*
 * A line's glyphs come in the order of their characters, and so do the traces of its text: one walk
 * over both finds the boxes.
 */
#include "page/places.h"

struct finder {
    struct arena *arena;
    struct page_places found;
    size_t room;
    const struct frame *frame;
    struct text_glyphs glyphs;
    size_t next; /* glyph */
};

/* The box of the glyphs up to a byte; nothing for a stretch that has none. */
static void add_place(struct finder *finder, size_t start, size_t end,
                      const struct doc_trace *trace)
{
    const struct text_glyph *glyph = finder->glyphs.glyph;
    size_t first = finder->next;
    while (finder->next < finder->glyphs.count && glyph[finder->next].start < end)
        finder->next++;
    if (finder->next == first)
        return;
    const struct text_glyph *last = &glyph[finder->next - 1];
    const struct frame *frame = finder->frame;
    int32_t pitch = frame->node->style != NULL ? frame->node->style->pitch : frame->height;
    finder->found.place = arena_room(finder->arena, finder->found.place, finder->found.count,
                                     &finder->room, sizeof(struct page_place));
    finder->found.place[finder->found.count++] =
        (struct page_place){.x = frame->x + glyph[first].x,
                            .y = frame->y - pitch / 4 * 3,
                            .width = last->x + last->advance - glyph[first].x,
                            .height = pitch,
                            .frame = frame,
                            .text = frame->text,
                            .start = start,
                            .end = end,
                            .trace = trace};
}

/* The first trace that ends after a byte. */
static size_t trace_after(const struct doc_text *text, size_t byte)
{
    size_t low = 0, high = text->traces;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->trace[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether nothing is between two stretches, or the one space that joined two lines of the data. */
static bool is_joined(const struct doc_text *text, size_t from, size_t to)
{
    return to == from || (to == from + 1 && text->bytes[from] == ' ');
}

static void find_in_line(struct finder *finder)
{
    const struct doc_text *text = finder->frame->text;
    size_t length = 0;
    const char *bytes = text_line_bytes(&finder->frame->line, &length);
    while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == '\n'))
        length--;
    size_t at = text_line_start(&finder->frame->line), end = at + length;
    for (size_t i = trace_after(text, at); i < text->traces && at < end; i++) {
        const struct doc_trace *trace = &text->trace[i];
        if (trace->start >= end)
            break;
        if (trace->start > at)
            add_place(finder, at, trace->start, NULL);
        size_t start = trace->start > at ? trace->start : at;
        size_t to = trace->end;
        if (i + 1 < text->traces && is_joined(text, to, trace[1].start))
            to = trace[1].start;
        at = to < end ? to : end;
        add_place(finder, start, at, trace);
    }
    if (at < end)
        add_place(finder, at, end, NULL);
}

struct page_places page_places(const struct page *page, struct arena *arena)
{
    struct finder finder = {.arena = arena};
    for (size_t i = 0; i < page->frames; i++) {
        const struct frame *frame = &page->frame[i];
        if (frame->kind != FRAME_LINE || frame->text == NULL || frame->turn != NULL)
            continue;
        finder.frame = frame;
        finder.glyphs = text_line_glyphs(&frame->line, arena);
        finder.next = 0;
        find_in_line(&finder);
    }
    return finder.found;
}

struct doc_origin page_place_origin(const struct doc *doc, const struct page_place *place)
{
    if (place->trace != NULL)
        return doc->origin[place->trace->origin];
    return (struct doc_origin){.place = doc_text_own_place(place->text)};
}
