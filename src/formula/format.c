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

/* A number in Western digits with commas before every third digit of its whole part. */
static void add_commas(struct buffer *out, const char *western, size_t length)
{
    size_t whole = 0;
    while (whole < length && western[whole] != '.')
        whole++;
    size_t first = western[0] == '-';
    for (size_t i = 0; i < length; i++) {
        if (i > first && i < whole && (whole - i) % 3 == 0)
            buffer_add_string(out, ",");
        buffer_add(out, western + i, 1);
    }
}

void format_thousands(struct buffer *out, struct ratio number, int places, enum digit_script digits)
{
    struct buffer western = {0};
    if (places == FORMAT_AS_NEEDED)
        format_number(&western, number, DIGIT_WESTERN);
    else if (places == 0)
        buffer_printf(&western, "%" PRId64, ratio_round_to(number, 0));
    else {
        decimal_add_two(&western, ratio_round_to(number, places) * (places == 1 ? 10 : 1));
        western.length -= (size_t)(2 - places);
    }
    struct buffer parted = {0};
    add_commas(&parted, western.bytes, western.length);
    digit_add_text(out, parted.bytes, parted.length, digits);
    buffer_free(&parted);
    buffer_free(&western);
}

void format_date(struct buffer *out, struct date date, enum digit_script digits)
{
    format_short(out, digits, "%d %s %d", date.day, date_month_name(date.month), date.year);
}
