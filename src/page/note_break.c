/*
 * As many lines as fit, back to the last place where a note may be parted. Only the last note of a page is to go over to
 * the next: every other one would begin later than its mark, which has a price that is paid only where nothing else is
 * possible.
 */
#include "page/note_break.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
    COST_PARTED = 400
}; /* a note that goes over: more than a line of text given away, less than two */

struct note_break note_break_new(const struct break_document *document)
{
    size_t slabs = document->slabs, lines = document->lines;
    struct note_break notes = {.document = document,
                               .marked = memory_zeroed(slabs + 1, sizeof *notes.marked),
                               .height = memory_zeroed(lines + 1, sizeof *notes.height),
                               .begun = memory_zeroed(lines + 1, sizeof *notes.begun),
                               .place = memory_zeroed(lines + 1, sizeof *notes.place)};
    for (size_t j = 0; j < slabs; j++)
        notes.marked[j + 1] = notes.marked[j] + document->slab[j].notes;
    for (size_t k = 0; k < lines; k++) {
        const struct break_line *line = &document->line[k];
        notes.height[k + 1] = notes.height[k] + line->gap + line->height;
        notes.begun[k + 1] = notes.begun[k] + line->begins;
        notes.place[k + 1] = line->penalty < BREAK_NEVER ? k + 1 : notes.place[k];
    }
    return notes;
}

void note_break_free(struct note_break *notes)
{
    free(notes->marked);
    free(notes->height);
    free(notes->begun);
    free(notes->place);
    *notes = (struct note_break){0};
}

static int64_t height_of(const struct note_break *notes, size_t first, size_t end)
{
    if (first == end)
        return 0;
    const struct break_document *document = notes->document;
    return document->rule + notes->height[end] - notes->height[first] - document->line[first].gap;
}

/* The last line that fits, from `done` on. */
static size_t last_fit(const struct note_break *notes, const struct note_wish *wish)
{
    size_t low = wish->done, high = wish->all;
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        if (height_of(notes, wish->done, middle) <= wish->room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* As many as fit, back to the last place where a note may be parted. */
static struct note_fill fill_page(const struct note_break *notes, const struct note_wish *wish,
                                  size_t fits)
{
    if (fits == wish->all)
        return (struct note_fill){fits, height_of(notes, wish->done, fits), 0};
    size_t place = notes->place[fits];
    int64_t penalty = COST_PARTED;
    if (place > wish->done) {
        penalty += notes->document->line[place - 1].penalty;
        fits = place;
    } else {
        penalty += BREAK_NEVER;
    }
    int64_t late = (int64_t)(notes->begun[wish->all] - notes->begun[fits]);
    return (struct note_fill){fits, height_of(notes, wish->done, fits),
                              penalty + late * BREAK_NEVER};
}

struct note_fill note_break_below(const struct note_break *notes, const struct note_wish *wish)
{
    return fill_page(notes, wish, last_fit(notes, wish));
}

struct note_fill note_break_alone(const struct note_break *notes, const struct note_wish *wish)
{
    size_t fits = last_fit(notes, wish);
    return fill_page(notes, wish, fits == wish->done ? fits + 1 : fits);
}
