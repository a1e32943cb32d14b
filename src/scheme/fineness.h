/*
 * fineness.h - whether exact fractions of a scheme fit into 64 bits (see base/ratio.h).
 */
#ifndef ITAREPORT_SCHEME_FINENESS_H
#define ITAREPORT_SCHEME_FINENESS_H

#include "scheme/scheme.h"

enum { FINENESS_TYPED = 100 }; /* the denominator of a score as typed, with two decimals */

/*
 * Whether all figures of a scheme fit. of_scores: a common denominator of the question scores, one
 * an instrument; NULL: all scores are as typed. scheme_load reports a scheme that does not even fit
 * with these.
 */
bool fineness_fits(const struct scheme *scheme, const int64_t *of_scores);

/* The least common multiple of two positive numbers; a very large one when it passes what fits. */
int64_t fineness_multiple(int64_t a, int64_t b);

#endif
