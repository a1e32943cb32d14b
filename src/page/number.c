/*
 * Numbers are printed with Western digits, then exchanged for Thai ones where wanted.
 */
#include "page/number.h"

#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"

static const char *in_digits(struct arena *arena, const char *western, bool thai)
{
    if (!thai)
        return western;
    char *out = arena_alloc(arena, 4 * strlen(western) + 1, 1);
    size_t length = 0;
    for (const char *c = western; *c != '\0'; c++) {
        if (*c >= '0' && *c <= '9')
            length += utf8_write((char32_t)(0x0E50 + (*c - '0')), out + length);
        else
            out[length++] = *c;
    }
    return out;
}

const char *number_whole(struct arena *arena, size_t number, bool thai_digits)
{
    return in_digits(arena, arena_printf(arena, "%zu", number), thai_digits);
}

const char *number_hundredths(struct arena *arena, int64_t hundredths, bool thai_digits)
{
    return in_digits(arena, decimal_two_or_none(arena, hundredths), thai_digits);
}
