/*
 * decimal.h - decimal numbers as text, without floating point.
 */
#ifndef ITAREPORT_BASE_DECIMAL_H
#define ITAREPORT_BASE_DECIMAL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Hundredths with two decimals, always: 7810 is 78.10, -5 is -0.05. */
void decimal_add_two(struct buffer *out, int64_t hundredths);
const char *decimal_two(struct arena *arena, int64_t hundredths);

/* Hundredths with two decimals, or none for a whole number: 8550 is 85.50, 8500 is 85. */
void decimal_add_two_or_none(struct buffer *out, int64_t hundredths);
const char *decimal_two_or_none(struct arena *arena, int64_t hundredths);

/*
 * number / 10^places in the fewest characters that PDF accepts: no zeros at the end, none before the
 * point.
 */
void decimal_add(struct buffer *out, int64_t number, int places);

/* A length (see base/length.h) in hundredths of a point, rounded half away from zero. */
int64_t decimal_hundredths(int64_t units);

#endif
