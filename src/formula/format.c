/*
 * Everything is first written with Western digits and passed through format_text.
 */
#include "formula/format.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"

enum { THAI_ZERO = 0x0E50 };

void format_text(struct buffer *out, const char *text, size_t length, enum format_digits digits)
{
    size_t at = 0;
    while (at < length) {
        size_t start = at;
        char32_t c = utf8_next(text, length, &at);
        if (!utf8_is_digit(c)) {
            buffer_add(out, text + start, at - start);
            continue;
        }
        char32_t value = utf8_is_thai_digit(c) ? c - THAI_ZERO : c - U'0';
        char bytes[4];
        char32_t shown = digits == FORMAT_THAI ? THAI_ZERO + value : U'0' + value;
        buffer_add(out, bytes, utf8_write(shown, bytes));
    }
}

/* printf in these digits; for short texts. */
static void format_short(struct buffer *out, enum format_digits digits, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void format_short(struct buffer *out, enum format_digits digits, const char *format, ...)
{
    char text[96];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    format_text(out, text, strlen(text), digits);
}

void format_whole(struct buffer *out, int64_t number, enum format_digits digits)
{
    format_short(out, digits, "%" PRId64, number);
}

void format_score(struct buffer *out, struct ratio number, enum format_digits digits)
{
    struct buffer western = {0};
    decimal_add_two(&western, ratio_round(number));
    format_text(out, western.bytes, western.length, digits);
    buffer_free(&western);
}

void format_number(struct buffer *out, struct ratio number, enum format_digits digits)
{
    int64_t hundredths = ratio_round(number);
    struct buffer western = {0};
    decimal_add_two_or_none(&western, hundredths);
    bool tenths = hundredths % 100 != 0 && hundredths % 10 == 0;
    format_text(out, western.bytes, western.length - tenths, digits);
    buffer_free(&western);
}

void format_date(struct buffer *out, struct date date, enum format_digits digits)
{
    format_short(out, digits, "%d %s %d", date.day, date_month_name(date.month), date.year);
}
