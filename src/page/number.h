/*
 * number.h - the few numbers that page/ itself writes: page numbers and a scale's marks.
 *
 * Units:   plain numbers, or hundredths.
 * Memory:  strings belong to the arena given.
 */
#ifndef ITAREPORT_PAGE_NUMBER_H
#define ITAREPORT_PAGE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

const char *number_whole(struct arena *arena, size_t number, bool thai_digits);

/* With two decimals only where they say something: 8500 is 85, 8550 is 85.50. */
const char *number_hundredths(struct arena *arena, int64_t hundredths, bool thai_digits);

#endif
