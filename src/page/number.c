/*
 * Numbers are printed with Western digits, then exchanged for Thai ones where asked.
 */
#include "page/number.h"

#include <string.h>

#include "base/utf8.h"

static char *in_digits(struct arena *arena, char *western, bool thai)
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

char *number_whole(struct arena *arena, size_t number, bool thai_digits)
{
    return in_digits(arena, arena_printf(arena, "%zu", number), thai_digits);
}

char *number_hundredths(struct arena *arena, int64_t hundredths, bool thai_digits)
{
    const char *sign = hundredths < 0 ? "-" : "";
    uint64_t size = hundredths < 0 ? (uint64_t)-hundredths : (uint64_t)hundredths;
    unsigned long long whole = size / 100;
    unsigned part = (unsigned)(size % 100);
    char *western = part == 0 ? arena_printf(arena, "%s%llu", sign, whole)
                              : arena_printf(arena, "%s%llu.%02u", sign, whole, part);
    return in_digits(arena, western, thai_digits);
}
