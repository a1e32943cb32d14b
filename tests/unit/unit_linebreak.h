/*
 * unit_linebreak.h - the line breaker with what only tests want to know of it.
 *
 * What a line costs is linebreak.c's own; so a test is compiled with that file instead of being linked with it.
 */
#ifndef ITAREPORT_TESTS_UNIT_LINEBREAK_H
#define ITAREPORT_TESTS_UNIT_LINEBREAK_H

#include "text/linebreak.c"

/* The cost of given line ends. */
__attribute__((unused)) static int64_t unit_cost(const struct linebreak_item *item, size_t count,
                                                 const struct linebreak_params *params,
                                                 const size_t *end, size_t lines)
{
    struct fit fit = {item, count, params, NULL, NULL};
    sum_items(&fit, memory_grow(NULL, count + 1, sizeof(struct sums)));
    int64_t cost = 0;
    int before = NORMAL;
    size_t first = 0;
    for (size_t i = 0; i < lines && cost < IMPOSSIBLE; i++) {
        struct line_cost line = line_cost(&fit, first, end[i]);
        cost =
            line.cost >= IMPOSSIBLE ? IMPOSSIBLE : cost + line.cost + contrast(before, line.class);
        before = line.class;
        first = end[i] + 1;
    }
    free(fit.sum);
    return cost;
}

/* Fills every line as far as it goes, without shrinking. */
__attribute__((unused)) static struct linebreak_result
unit_fill_greedily(struct arena *arena, const struct linebreak_item *item, size_t count,
                   const struct linebreak_params *params)
{
    struct fit fit = {item, count, params, NULL, NULL};
    sum_items(&fit, memory_grow(NULL, count + 1, sizeof(struct sums)));
    struct linebreak_result result = {.end = ARENA_NEW(arena, size_t, count)};
    for (size_t first = 0, last = 0; first < count; first = last = last + 1) {
        while (!ends_paragraph(&fit, last) &&
               line_sums(&fit, first, last + 1).width <= line_room(&fit, first))
            last++;
        if (line_sums(&fit, first, last).width > line_room(&fit, first))
            result.overfull++;
        result.end[result.lines++] = last;
    }
    free(fit.sum);
    result.cost = unit_cost(item, count, params, result.end, result.lines);
    return result;
}

#endif
