#include "base/digit.h"

#include "base/utf8.h"

enum { WESTERN_ZERO = '0', THAI_ZERO = 0x0E50 };

int digit_value(char32_t c)
{
    if (!utf8_is_digit(c))
        return -1;
    return (int)c - (utf8_is_thai_digit(c) ? THAI_ZERO : WESTERN_ZERO);
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
