/*
 * Everything is first written with Western digits and passed through digit_add_text.
 */
#include "formula/format.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"

/* printf in these digits; for short texts. */
static void format_short(struct buffer *out, enum digit_script digits, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void format_short(struct buffer *out, enum digit_script digits, const char *format, ...)
{
    char text[96];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    digit_add_text(out, text, strlen(text), digits);
}

void format_whole(struct buffer *out, int64_t number, enum digit_script digits)
{
    format_short(out, digits, "%" PRId64, number);
}

void format_score(struct buffer *out, struct ratio number, enum digit_script digits)
{
    struct buffer western = {0};
    decimal_add_two(&western, ratio_round(number));
    digit_add_text(out, western.bytes, western.length, digits);
    buffer_free(&western);
}

void format_number(struct buffer *out, struct ratio number, enum digit_script digits)
{
    int64_t hundredths = ratio_round(number);
    struct buffer western = {0};
    decimal_add_two_or_none(&western, hundredths);
    bool tenths = hundredths % 100 != 0 && hundredths % 10 == 0;
    digit_add_text(out, western.bytes, western.length - tenths, digits);
    buffer_free(&western);
}

void format_date(struct buffer *out, struct date date, enum digit_script digits)
{
    format_short(out, digits, "%d %s %d", date.day, date_month_name(date.month), date.year);
}
