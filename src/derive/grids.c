/*
 * grids.c - respondents × scale × questions: how finely a mean of answers can be graded.
 */
#include "derive/grids.h"

#include "scheme/fineness.h"

struct recover_grid grids_of(const struct edition *edition,
                             const struct scheme_instrument *instrument, size_t slot,
                             size_t questions)
{
    const struct scheme *scheme = edition->scheme;
    const struct whole *respondents = edition_respondents(edition, instrument, slot);
    struct recover_grid grid = {0, 0};
    if (!respondents->present || !scheme->scale.present)
        return grid;
    grid.steps = scheme->scale.value * respondents->value * (int64_t)questions;
    grid.full = scheme->full_score.hundredths;
    return grid;
}

/* A common denominator of the question scores of an instrument. */
static int64_t denominator_of(const struct edition *edition,
                              const struct scheme_instrument *instrument)
{
    int64_t denominator = FINENESS_TYPED;
    for (size_t slot = 0; slot < scheme_slots(instrument); slot++) {
        struct recover_grid grid = grids_of(edition, instrument, slot, 1);
        if (grid.steps > 0 && grid.steps < 2 * grid.full)
            denominator = fineness_multiple(denominator, grid.steps);
    }
    return denominator;
}

bool grids_fit(const struct edition *edition, struct arena *arena)
{
    const struct scheme *scheme = edition->scheme;
    int64_t *denominator = ARENA_NEW(arena, int64_t, scheme->instruments);
    for (size_t i = 0; i < scheme->instruments; i++)
        denominator[i] = denominator_of(edition, &scheme->instrument[i]);
    return fineness_fits(scheme, denominator);
}
