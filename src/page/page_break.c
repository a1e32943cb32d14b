/*
 * Chooses page ends. A state (j, k) says that the first j slabs and the first k lines of notes are set on whole pages;
 * its cost is the least that it takes. From every state only the next ends up to one page's height are tried, and which
 * lines of notes go below them follows (note_break.c), so the work is the number of states times the slabs on a page.
 * Without notes, and after most pages with notes, there is one state for a j: where a note goes over to the next page
 * there are some more.
 *
 * The cost of a page: the penalty of ending where it ends, its emptiness squared, and a high price
 * for what it gives away: the room up to the last good place that the page could have ended at. So a
 * page is left short for a reason of its own only, never to share emptiness out. Beyond a quarter of
 * the page emptiness has a high price too. Pages that end because a new part begins, and the last
 * one, may be empty; only a page with hardly anything on it costs a little. A note that goes over has a price, and so
 * have notes that take more than half of a page then: it is the text that a reader wants to go on with.
 */
#include "page/page_break.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "page/note_break.h"

enum {
    WHOLE = 1000,               /* emptiness is counted in thousandths of the body */
    QUARTER = 250,              /* as much may be empty */
    EMPTY_SCALE = 100,          /* emptiness² / this: 3 % costs 9, 25 % 625 */
    BEYOND_QUARTER = 100,       /* for every thousandth more */
    GIVEN_AWAY = 10,            /* for every thousandth: a line of text costs about 300 */
    RUNT_FILL = 100,            /* a last page filled less than this … */
    RUNT_COST = 150,            /* … costs this */
    OVERFULL_COST = 2000000000, /* more than any choice that fits */
    HALF = 500,                 /* as much of a page may be notes that go over */
    BEYOND_HALF = 2,            /* for every thousandth more */
    STATES = 32 /* kept for a j: the best ones, if a note of many pages makes more */
};

struct state {
    size_t slab, note; /* so many are set */
    int64_t cost;
    size_t from; /* the state before its last page */
    size_t next; /* of the same slab, or NONE */
};

#define NONE SIZE_MAX

struct states {
    struct state *item;
    size_t count, room;
    size_t *first; /* by slab */
};

/* A document, and heights summed from its start, so that a page's height is a difference. */
struct breaker {
    const struct break_document *document;
    const struct break_slab *slab;
    size_t count;
    int64_t *height; /* gaps and heights of the slabs before [j] */
    struct note_break notes;
    struct states states;
};

static int32_t head_of(const struct break_slab *slab, size_t first, size_t end)
{
    return end - first < slab[first].rest ? slab[first].head_cut : slab[first].head;
}

static int64_t text_height(const struct breaker *b, size_t first, size_t end)
{
    return b->height[end] - b->height[first] - b->slab[first].gap + head_of(b->slab, first, end) +
           b->slab[end - 1].foot;
}

int32_t break_body(const struct break_slab *slab, int32_t body)
{
    return slab->body > 0 ? slab->body : body;
}

int64_t break_page_height(const struct break_slab *slab, size_t first, size_t end)
{
    assert(first < end);
    int64_t height = head_of(slab, first, end) + slab[end - 1].foot - slab[first].gap;
    for (size_t i = first; i < end; i++)
        height += slab[i].gap + slab[i].height;
    return height;
}

int64_t break_notes_height(const struct break_document *document, size_t first, size_t end)
{
    int64_t height = 0;
    for (size_t i = first; i < end; i++)
        height += document->line[i].height + (i > first ? document->line[i].gap : document->rule);
    return height;
}

/* ---- What a page costs ---- */

static int64_t thousandths(int64_t part, int64_t body)
{
    return part * WHOLE / body;
}

/* What a page is filled with. */
struct content {
    size_t end;
    int64_t height, body; /* with the notes; what there is room for */
};

static bool ends_part(const struct breaker *b, size_t slab)
{
    return slab == b->count || b->slab[slab - 1].penalty == BREAK_FORCED;
}

/* full: the page's height if it went on to the last good place that fits; where a note goes over, nothing is given
 * away. */
static int64_t cost_of(const struct breaker *b, const struct content *page, int64_t full)
{
    int64_t height = page->height, body = page->body;
    if (height > body)
        return OVERFULL_COST + (height - body);
    int64_t empty = thousandths(body - height, body);
    if (ends_part(b, page->end))
        return WHOLE - empty < RUNT_FILL ? RUNT_COST : 0;
    int64_t cost = b->slab[page->end - 1].penalty + empty * empty / EMPTY_SCALE;
    if (full > height)
        cost += thousandths(full - height, body) * GIVEN_AWAY;
    if (empty > QUARTER)
        cost += (empty - QUARTER) * BEYOND_QUARTER;
    return cost;
}

/* Of notes that go over, or came over. */
static int64_t cost_of_notes(const struct breaker *b, const struct content *page,
                             const struct note_fill *notes)
{
    int64_t share = thousandths(notes->height, page->body);
    if (ends_part(b, page->end) || share <= HALF)
        return notes->penalty;
    return notes->penalty + (share - HALF) * BEYOND_HALF;
}

/* ---- States ---- */

/* Puts a state in the place of a worse one. */
static void improve(struct state *old, const struct state *state)
{
    if (state->cost >= old->cost)
        return;
    size_t next = old->next;
    *old = *state;
    old->next = next;
}

/* A state that is there already has the lesser cost of both; where there are `most` others, the worst gives way. */
static void state_add(struct states *states, const struct state *state, size_t most)
{
    size_t count = 0, worst = NONE;
    for (size_t i = states->first[state->slab]; i != NONE; i = states->item[i].next) {
        if (states->item[i].note == state->note) {
            improve(&states->item[i], state);
            return;
        }
        if (worst == NONE || states->item[i].cost > states->item[worst].cost)
            worst = i;
        count++;
    }
    if (count >= most) {
        improve(&states->item[worst], state);
        return;
    }
    states->item = memory_room(states->item, states->count, &states->room, sizeof *states->item);
    states->item[states->count] = *state;
    states->item[states->count].next = states->first[state->slab];
    states->first[state->slab] = states->count++;
}

/* Whether a slab's latest state is as good, at a glance: mostly there is one only. */
static bool is_worse(const struct states *states, size_t slab, size_t note, int64_t cost)
{
    size_t latest = states->first[slab];
    return latest != NONE && states->item[latest].note == note && states->item[latest].cost <= cost;
}

/* ---- Pages of text ---- */

static int32_t body_at(const struct breaker *b, size_t first)
{
    return break_body(&b->slab[first], b->document->body);
}

/* The last end worth trying of a page from first on: no further slab fits, or none may follow. */
static size_t reach(const struct breaker *b, size_t first)
{
    const struct break_slab *slab = &b->slab[first];
    int32_t head = slab->head;
    if (slab->rest > 0 && slab->head_cut < head)
        head = slab->head_cut;
    int64_t most = b->height[first] + slab->gap - head + body_at(b, first);
    size_t end = first + 1;
    while (end < b->count && b->slab[end - 1].penalty != BREAK_FORCED && b->height[end + 1] <= most)
        end++;
    return end;
}

static bool is_good(const struct breaker *b, size_t end)
{
    return end == b->count || b->slab[end - 1].penalty <= BREAK_GOOD;
}

/* Tries every page that goes on from a state. */
static void try_pages(struct breaker *b, size_t from)
{
    const struct state state = b->states.item[from];
    const size_t *marked = b->notes.marked;
    bool goes_on = state.note < marked[state.slab]; /* notes of earlier pages do */
    struct content page = {.body = body_at(b, state.slab)};
    int64_t full = 0;
    for (size_t end = page.end = reach(b, state.slab); end > state.slab; page.end = --end) {
        page.height = text_height(b, state.slab, end);
        if (page.height > page.body && end > state.slab + 1)
            continue;
        struct note_fill notes = {state.note, 0, 0};
        if (state.note < marked[end])
            notes = note_break_below(
                &b->notes, &(struct note_wish){state.note, marked[end], page.body - page.height});
        page.height += notes.height;
        if (page.height > full && page.height <= page.body && notes.penalty < BREAK_NEVER &&
            is_good(b, end))
            full = page.height;
        int64_t cost = state.cost + cost_of(b, &page, notes.penalty > 0 ? 0 : full);
        if (goes_on || notes.penalty > 0)
            cost += cost_of_notes(b, &page, &notes);
        if (!is_worse(&b->states, end, notes.done, cost))
            state_add(&b->states, &(struct state){end, notes.done, cost, from, NONE}, STATES);
    }
}

/* ---- Pages of notes alone ---- */

/* The state of a slab with the fewest lines of notes, but with `least` at least; or NONE. */
static size_t fewest_notes(const struct states *states, size_t slab, size_t least)
{
    size_t found = NONE;
    for (size_t i = states->first[slab]; i != NONE; i = states->item[i].next)
        if (states->item[i].note >= least &&
            (found == NONE || states->item[i].note < states->item[found].note))
            found = i;
    return found;
}

/* Adds the page of notes that goes on from a state. */
static void add_notes(struct breaker *b, size_t from)
{
    struct state state = b->states.item[from];
    int64_t body = body_at(b, state.slab - 1);
    struct note_wish wish = {state.note, b->notes.marked[state.slab], body};
    struct note_fill fill = note_break_alone(&b->notes, &wish);
    bool is_runt = fill.penalty == 0 && thousandths(fill.height, body) < RUNT_FILL;
    state.cost += fill.penalty + (is_runt ? RUNT_COST : 0);
    state.note = fill.done;
    state.from = from;
    state_add(&b->states, &state, SIZE_MAX);
}

/* Goes on from all states of a slab. Those of a part's end come to the one without notes left first. */
static void expand(struct breaker *b, size_t slab)
{
    if (slab == 0 || !ends_part(b, slab)) {
        for (size_t i = b->states.first[slab]; i != NONE; i = b->states.item[i].next)
            try_pages(b, i);
        return;
    }
    size_t all = b->notes.marked[slab], i = fewest_notes(&b->states, slab, 0);
    while (b->states.item[i].note < all) {
        add_notes(b, i);
        i = fewest_notes(&b->states, slab, b->states.item[i].note + 1);
    }
    if (slab < b->count)
        try_pages(b, i);
}

/* ---- The whole ---- */

static struct breaker breaker_new(const struct break_document *document)
{
    assert(document->body > 0);
    size_t count = document->slabs;
    struct breaker b = {.document = document, .slab = document->slab, .count = count};
    b.height = memory_zeroed(count + 1, sizeof *b.height);
    for (size_t j = 0; j < count; j++)
        b.height[j + 1] = b.height[j] + b.slab[j].gap + b.slab[j].height;
    b.notes = note_break_new(document);
    assert(b.notes.marked[count] == document->lines);
    b.states.first = memory_grow(NULL, count + 1, sizeof *b.states.first);
    for (size_t j = 0; j <= count; j++)
        b.states.first[j] = NONE;
    state_add(&b.states, &(struct state){.from = NONE}, STATES);
    return b;
}

static void breaker_free(struct breaker *b)
{
    note_break_free(&b->notes);
    free(b->height);
    free(b->states.item);
    free(b->states.first);
}

/* The pages that led to a state. */
static size_t trace(const struct breaker *b, size_t last, struct break_page *page)
{
    const struct state *state = b->states.item;
    size_t pages = 0;
    for (size_t i = last; state[i].from != NONE; i = state[i].from)
        pages++;
    size_t at = pages;
    for (size_t i = last; state[i].from != NONE; i = state[i].from)
        page[--at] = (struct break_page){state[i].slab, state[i].note};
    return pages;
}

size_t break_pages(const struct break_document *document, struct break_page *page)
{
    struct breaker b = breaker_new(document);
    for (size_t j = 0; j <= b.count && b.count > 0; j++)
        expand(&b, j);
    size_t pages = trace(&b, fewest_notes(&b.states, b.count, document->lines), page);
    breaker_free(&b);
    return pages;
}
