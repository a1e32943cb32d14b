/*
 * recover.c - finds k with round(k/steps × full) = s.
 *
 * Half-up rounding to hundredths gives s exactly for  s − 1/2 ≤ k·full/steps < s + 1/2,  so k runs
 * from ceil((2s − 1)·steps / 2·full) to ceil((2s + 1)·steps / 2·full) − 1, between 0 and steps.
 */
#include "derive/recover.h"

/* a/b rounded up, for a ≥ 0 and b > 0. */
static int64_t divide_up(__int128 a, __int128 b)
{
    return (int64_t)((a + b - 1) / b);
}

static int64_t first_step(struct recover_grid grid, int64_t hundredths)
{
    if (hundredths <= 0)
        return 0;
    return divide_up((__int128)(2 * hundredths - 1) * grid.steps, 2 * (__int128)grid.full);
}

int64_t recover_count(struct recover_grid grid, int64_t hundredths)
{
    if (grid.steps <= 0 || grid.full <= 0 || hundredths < 0 || hundredths > grid.full)
        return 0;
    int64_t first = first_step(grid, hundredths);
    int64_t last = first_step(grid, hundredths + 1) - 1;
    if (last > grid.steps)
        last = grid.steps;
    return last < first ? 0 : last - first + 1;
}

bool recover_fraction(struct recover_grid grid, int64_t hundredths, struct ratio *out)
{
    if (recover_count(grid, hundredths) != 1)
        return false;
    struct ratio share = ratio_of(first_step(grid, hundredths), grid.steps);
    *out = ratio_multiply(share, ratio_hundredths(grid.full));
    return true;
}

struct ratio recover_score(struct recover_grid grid, int64_t hundredths)
{
    struct ratio fraction;
    return recover_fraction(grid, hundredths, &fraction) ? fraction : ratio_hundredths(hundredths);
}
