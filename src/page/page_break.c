/*
 * Chooses page ends.  best[j] is the least cost of setting the first j slabs on whole pages; page
 * (i, j) holds the slabs i to j - 1.  For every j only the i within one page's height are tried, so
 * the work is the number of slabs times the slabs on a page.
 *
 * The cost of a page: the penalty of ending where it ends, and its emptiness squared; beyond a
 * quarter of the page emptiness is dear.  Pages that end because a new part begins, and the last
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
    RUNT_FILL = 100,           /* a last page filled less than this … */
    RUNT_COST = 150,           /* … costs this */
    OVERFULL_COST = 2000000000 /* more than any choice that fits */
};

/* Heights summed from the start, so that a page's height is a difference. */
struct sums {
    int64_t *height; /* gaps and heights of the slabs before [j] */
};

static int64_t page_height(const struct break_slab *slab, const struct sums *sums, size_t first,
                           size_t end)
{
    return sums->height[end] - sums->height[first] - slab[first].gap + slab[first].head +
           slab[end - 1].foot;
}

static int64_t cost_of(const struct break_slab *last, bool is_end, int64_t height, int32_t body)
{
    if (height > body)
        return OVERFULL_COST + (height - body);
    int64_t empty = (body - height) * WHOLE / body;
    if (is_end || last->penalty == BREAK_FORCED)
        return WHOLE - empty < RUNT_FILL ? RUNT_COST : 0;
    int64_t cost = last->penalty + empty * empty / EMPTY_SCALE;
    if (empty > QUARTER)
        cost += (empty - QUARTER) * BEYOND_QUARTER;
    return cost;
}

int64_t break_page_height(const struct break_slab *slab, size_t first, size_t end)
{
    assert(first < end);
    int64_t height = slab[first].head + slab[end - 1].foot - slab[first].gap;
    for (size_t i = first; i < end; i++)
        height += slab[i].gap + slab[i].height;
    return height;
}

int64_t break_page_cost(const struct break_slab *slab, size_t count, size_t first, size_t end,
                        int32_t body)
{
    return cost_of(&slab[end - 1], end == count, break_page_height(slab, first, end), body);
}

/* The best start of a page that ends before slab j; its whole cost goes to *least. */
static size_t best_start(const struct break_slab *slab, const struct sums *sums,
                         const int64_t *best, size_t j, bool is_end, int32_t body, int64_t *least)
{
    size_t start = j - 1;
    *least = INT64_MAX;
    for (size_t i = j; i-- > 0;) {
        if (i + 1 < j && slab[i].penalty == BREAK_FORCED)
            break;
        int64_t height = page_height(slab, sums, i, j);
        bool alone = i + 1 == j;
        /* A first slab's head may be smaller further up, but never its slabs' sum. */
        if (!alone && sums->height[j] - sums->height[i] - slab[i].gap > body)
            break;
        if (!alone && height > body)
            continue;
        int64_t cost = best[i] + cost_of(&slab[j - 1], is_end, height, body);
        if (cost < *least) {
            *least = cost;
            start = i;
        }
    }
    return start;
}

size_t break_pages(const struct break_slab *slab, size_t count, int32_t body, size_t *end)
{
    assert(body > 0);
    struct sums sums = {memory_zeroed(count + 1, sizeof *sums.height)};
    int64_t *best = memory_zeroed(count + 1, sizeof *best);
    size_t *start = memory_zeroed(count + 1, sizeof *start);
    for (size_t j = 1; j <= count; j++) {
        sums.height[j] = sums.height[j - 1] + slab[j - 1].gap + slab[j - 1].height;
        start[j] = best_start(slab, &sums, best, j, j == count, body, &best[j]);
    }
    size_t pages = 0;
    for (size_t j = count; j > 0; j = start[j])
        pages++;
    size_t at = pages;
    for (size_t j = count; j > 0; j = start[j])
        end[--at] = j;
    free(sums.height);
    free(best);
    free(start);
    return pages;
}
