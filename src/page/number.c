/*
 * Numbers are printed with Western digits, then exchanged for Thai ones where wanted.
 */
#include "page/number.h"

#include <string.h>

#include "base/decimal.h"
#include "base/digit.h"

static const char *in_script(struct arena *arena, const char *western, bool thai)
{
    struct buffer out = {0};
    digit_add_text(&out, western, strlen(western), thai ? DIGIT_THAI : DIGIT_WESTERN);
    const char *text = arena_string(arena, buffer_text(&out));
    buffer_free(&out);
    return text;
}

const char *number_whole(struct arena *arena, size_t number, bool thai_digits)
{
    return in_script(arena, arena_printf(arena, "%zu", number), thai_digits);
}

const char *number_hundredths(struct arena *arena, int64_t hundredths, bool thai_digits)
{
    return in_script(arena, decimal_two_or_none(arena, hundredths), thai_digits);
}
