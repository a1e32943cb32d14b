/*
 * ratio.h - exact fractions, for scores, means and weights.
 *
 * Purpose: a level or a rank must not depend on a rounding accident: fractions are kept and rounded
 *          half-up once, at the end.
 * Units:   a plain number num/den, den > 0, always in lowest terms.
 * Errors:  a result that does not fit in 64 bits ends the program (assert): scores never get there.
 */
#ifndef ITAREPORT_BASE_RATIO_H
#define ITAREPORT_BASE_RATIO_H

#include <stdbool.h>
#include <stdint.h>

struct ratio {
    int64_t num;
    int64_t den;
};

struct ratio ratio_of(int64_t num, int64_t den);
struct ratio ratio_hundredths(int64_t hundredths); /* 9822 → 98.22 */
struct ratio ratio_add(struct ratio a, struct ratio b);
struct ratio ratio_multiply(struct ratio a, struct ratio b);
struct ratio ratio_divide(struct ratio a, int64_t by);

/*
 * The same for numbers that anyone typed: false, and *out as it was, where the result does not fit, is too large to be
 * rounded (ratio_round), or would be a division by zero.
 */
bool ratio_try_add(struct ratio a, struct ratio b, struct ratio *out);
bool ratio_try_subtract(struct ratio a, struct ratio b, struct ratio *out);
bool ratio_try_multiply(struct ratio a, struct ratio b, struct ratio *out);
bool ratio_try_divide(struct ratio a, struct ratio b, struct ratio *out);

/* Less than, equal or greater than zero, like strcmp. */
int ratio_compare(struct ratio a, struct ratio b);

/* Rounded half-up to hundredths: 78.105 → 7811. */
int64_t ratio_round(struct ratio a);

/* The same to so many decimals, at most two, in units of the last: 78.15 to one is 782. */
int64_t ratio_round_to(struct ratio a, int places);

#endif
