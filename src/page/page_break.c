/*
 * Chooses page ends. best[j] is the least cost of setting the first j slabs on whole pages; page
 * (i, j) holds the slabs i to j - 1. From every i only the j up to one page's height are tried, so
 * the work is the number of slabs times the slabs on a page.
 *
 * The cost of a page: the penalty of ending where it ends, its emptiness squared, and a high price
 * for what it gives away: the room up to the last good place that the page could have ended at. So a
 * page is left short for a reason of its own only, never to share emptiness out. Beyond a quarter of
 * the page emptiness has a high price too. Pages that end because a new part begins, and the last
 * one, may be empty; only a page with hardly anything on it costs a little.
 */
#include "page/page_break.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"

enum {
    WHOLE = 1000,              /* emptiness is counted in thousandths of the body */
    QUARTER = 250,             /* as much may be empty */
    EMPTY_SCALE = 100,         /* emptiness² / this: 3 % costs 9, 25 % 625 */
    BEYOND_QUARTER = 100,      /* for every thousandth more */
    GIVEN_AWAY = 10,           /* for every thousandth: a line of text costs about 300 */
    RUNT_FILL = 100,           /* a last page filled less than this … */
    RUNT_COST = 150,           /* … costs this */
    OVERFULL_COST = 2000000000 /* more than any choice that fits */
};

/* A document, and heights summed from its start, so that a page's height is a difference. */
struct breaker {
    const struct break_slab *slab;
    size_t count;
    int32_t body;
    int64_t *height; /* gaps and heights of the slabs before [j] */
};

static int32_t head_of(const struct break_slab *slab, size_t first, size_t end)
{
    return end - first < slab[first].rest ? slab[first].head_cut : slab[first].head;
}

static int64_t page_height(const struct breaker *b, size_t first, size_t end)
{
    return b->height[end] - b->height[first] - b->slab[first].gap + head_of(b->slab, first, end) +
           b->slab[end - 1].foot;
}

static int32_t body_at(const struct breaker *b, size_t first)
{
    return break_body(&b->slab[first], b->body);
}

/* full: height of the page if it went on to the last good place that fits. */
static int64_t cost_of(const struct breaker *b, size_t first, size_t end, int64_t full)
{
    const struct break_slab *last = &b->slab[end - 1];
    int64_t height = page_height(b, first, end), body = body_at(b, first);
    if (height > body)
        return OVERFULL_COST + (height - body);
    int64_t empty = (body - height) * WHOLE / body;
    if (end == b->count || last->penalty == BREAK_FORCED)
        return WHOLE - empty < RUNT_FILL ? RUNT_COST : 0;
    int64_t cost = last->penalty + empty * empty / EMPTY_SCALE;
    if (full > height)
        cost += (full - height) * WHOLE / body * GIVEN_AWAY;
    if (empty > QUARTER)
        cost += (empty - QUARTER) * BEYOND_QUARTER;
    return cost;
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

/* The last end worth trying of a page from first on: no further slab fits, or none may follow. */
static size_t reach(const struct breaker *b, size_t first)
{
    const struct break_slab *slab = &b->slab[first];
    int32_t head = slab->head;
    if (slab->rest > 0 && slab->head_cut < head)
        head = slab->head_cut;
    size_t end = first + 1;
    while (end < b->count && b->slab[end - 1].penalty != BREAK_FORCED &&
           b->height[end + 1] - b->height[first] - slab->gap + head <= body_at(b, first))
        end++;
    return end;
}

static bool is_good(const struct breaker *b, size_t end)
{
    return end == b->count || b->slab[end - 1].penalty <= BREAK_GOOD;
}

/* Tries every page that begins with slab first. */
static void try_pages(const struct breaker *b, size_t first, int64_t *best, size_t *start)
{
    int64_t full = 0, body = body_at(b, first);
    for (size_t end = reach(b, first); end > first; end--) {
        int64_t height = page_height(b, first, end);
        if (height > body && end > first + 1)
            continue;
        if (height > full && height <= body && is_good(b, end))
            full = height;
        int64_t cost = best[first] + cost_of(b, first, end, full);
        if (cost < best[end]) {
            best[end] = cost;
            start[end] = first;
        }
    }
}

static struct breaker breaker_new(const struct break_slab *slab, size_t count, int32_t body)
{
    assert(body > 0);
    struct breaker b = {slab, count, body, memory_zeroed(count + 1, sizeof *b.height)};
    for (size_t j = 0; j < count; j++)
        b.height[j + 1] = b.height[j] + slab[j].gap + slab[j].height;
    return b;
}

size_t break_pages(const struct break_slab *slab, size_t count, int32_t body, size_t *end)
{
    struct breaker b = breaker_new(slab, count, body);
    int64_t *best = memory_zeroed(count + 1, sizeof *best);
    size_t *start = memory_zeroed(count + 1, sizeof *start);
    for (size_t j = 1; j <= count; j++)
        best[j] = INT64_MAX;
    for (size_t i = 0; i < count; i++)
        if (best[i] < INT64_MAX)
            try_pages(&b, i, best, start);
    size_t pages = 0;
    for (size_t j = count; j > 0; j = start[j])
        pages++;
    size_t at = pages;
    for (size_t j = count; j > 0; j = start[j])
        end[--at] = j;
    free(b.height);
    free(best);
    free(start);
    return pages;
}
