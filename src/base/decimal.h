/*
 * decimal.h - short decimal numbers without floating point.
 *
 * Purpose: writes n / 10^places in the fewest characters a PDF accepts: no zeros at the end, none
 *          before the point.
 * Units:   see each function.
 * Memory:  adds to a buffer of the caller's.
 * Errors:  none.
 */
#ifndef ITAREPORT_BASE_DECIMAL_H
#define ITAREPORT_BASE_DECIMAL_H

#include <stdint.h>

#include "base/buffer.h"

void decimal_add(struct buffer *out, int64_t number, int places);

/* 1/1024 as hundredths, rounded half away from zero. */
int64_t decimal_hundredths(int64_t units);

#endif
