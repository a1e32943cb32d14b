/* The shortest form makes its digits from the last to the first. */
#include "base/decimal.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/length.h"

enum { DIGITS = 24 };

struct digits {
    char text[DIGITS];
};

static struct digits digits_of(int64_t hundredths, bool whole_without)
{
    struct digits digits;
    const char *sign = hundredths < 0 ? "-" : "";
    uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
    if (whole_without && size % 100 == 0)
        snprintf(digits.text, DIGITS, "%s%" PRIu64, sign, size / 100);
    else
        snprintf(digits.text, DIGITS, "%s%" PRIu64 ".%02" PRIu64, sign, size / 100, size % 100);
    return digits;
}

void decimal_add_two(struct buffer *out, int64_t hundredths)
{
    buffer_add_string(out, digits_of(hundredths, false).text);
}

const char *decimal_two(struct arena *arena, int64_t hundredths)
{
    return arena_string(arena, digits_of(hundredths, false).text);
}

void decimal_add_two_or_none(struct buffer *out, int64_t hundredths)
{
    buffer_add_string(out, digits_of(hundredths, true).text);
}

const char *decimal_two_or_none(struct arena *arena, int64_t hundredths)
{
    return arena_string(arena, digits_of(hundredths, true).text);
}

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
    return (units * 100 + (units >= 0 ? PT / 2 : -PT / 2)) / PT;
}
