/* Digits are made from the last to the first. */
#include "base/decimal.h"

enum { DIGITS = 24 };

void decimal_add(struct buffer *out, int64_t number, int places)
{
    char text[DIGITS];
    int at = DIGITS;
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    for (; places > 0 && size % 10 == 0; places--)
        size /= 10;
    int after = places;
    for (; places > 0; places--, size /= 10)
        text[--at] = (char)('0' + size % 10);
    if (after > 0)
        text[--at] = '.';
    if (size == 0 && after == 0)
        text[--at] = '0';
    for (; size > 0; size /= 10)
        text[--at] = (char)('0' + size % 10);
    if (number < 0)
        text[--at] = '-';
    buffer_add(out, text + at, (size_t)(DIGITS - at));
}

int64_t decimal_hundredths(int64_t units)
{
    return (units * 100 + (units >= 0 ? 512 : -512)) / 1024;
}
