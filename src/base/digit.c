#include "base/digit.h"

#include <string.h>

#include "base/utf8.h"

enum { WESTERN_ZERO = '0', THAI_ZERO = 0x0E50 };

int digit_value(char32_t c)
{
    if (!utf8_is_digit(c))
        return -1;
    return (int)c - (utf8_is_thai_digit(c) ? THAI_ZERO : WESTERN_ZERO);
}

/* The next code point, a digit as a Western one; 0 at the end. */
static char32_t next_plain(const char *text, size_t length, size_t *at)
{
    if (*at >= length)
        return 0;
    char32_t c = utf8_next(text, length, at);
    return utf8_is_thai_digit(c) ? c - THAI_ZERO + WESTERN_ZERO : c;
}

int digit_compare(const char *a, const char *b)
{
    size_t same = 0;
    while (a[same] != '\0' && a[same] == b[same])
        same++;
    while (same > 0 && ((unsigned char)a[same] & 0xC0) == 0x80)
        same--; /* to where the character begins */
    size_t in_a = same, in_b = same;
    size_t end_a = same + strlen(a + same), end_b = same + strlen(b + same);
    for (;;) {
        char32_t one = next_plain(a, end_a, &in_a), other = next_plain(b, end_b, &in_b);
        if (one != other)
            return one < other ? -1 : 1;
        if (one == 0)
            return 0;
    }
}

void digit_add_text(struct buffer *out, const char *text, size_t length, enum digit_script script)
{
    char32_t zero = script == DIGIT_THAI ? THAI_ZERO : WESTERN_ZERO;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        int value = digit_value(utf8_next(text, length, &at));
        if (value < 0) {
            buffer_add(out, text + start, at - start);
            continue;
        }
        char bytes[4];
        buffer_add(out, bytes, utf8_write(zero + (char32_t)value, bytes));
    }
}
