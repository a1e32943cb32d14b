/*
 * recover.h - the fraction that was rounded to a printed score.
 *
 * Purpose: a score is a mean over respondents, so only k/steps of the full score are possible
 *          (steps: scale × respondents, for a mean over q questions × q). A printed score that
 *          exactly one of them rounds to is taken for that one: 98.67 of 30 respondents is 148/150.
 * Units:   scores and the full score in hundredths; results as plain numbers, 98.67 = 296/3.
 */
#ifndef ITAREPORT_DERIVE_RECOVER_H
#define ITAREPORT_DERIVE_RECOVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ratio.h"

struct recover_grid {
    int64_t steps; /* 0: unknown */
    int64_t full;  /* hundredths */
};

/* How many k/steps round half-up to the printed score; 0 says that the score is impossible. */
int64_t recover_count(struct recover_grid grid, int64_t hundredths);

/* The one k/steps that does, if there is exactly one. */
bool recover_fraction(struct recover_grid grid, int64_t hundredths, struct ratio *out);

/* The same, or the printed score itself. */
struct ratio recover_score(struct recover_grid grid, int64_t hundredths);

#endif
