/* A sign, digits, and perhaps a point with more digits; every digit of one script. */
#include "yaml/number.h"

#include <stdbool.h>

#include "base/digit.h"
#include "base/utf8.h"

#define LARGEST INT64_C(1000000000000)

enum script { SCRIPT_UNKNOWN, SCRIPT_WESTERN, SCRIPT_THAI, SCRIPT_MIXED };

struct digits {
    const char *text;
    size_t length;
    size_t at;
    int64_t value;
    enum script script;
    bool too_large;
};

/* Takes one digit into the value; false when there is none. */
static bool take_digit(struct digits *digits)
{
    if (digits->at >= digits->length)
        return false;
    size_t next = digits->at;
    char32_t c = utf8_next(digits->text, digits->length, &next);
    if (!utf8_is_digit(c))
        return false;
    bool thai = utf8_is_thai_digit(c);
    enum script script = thai ? SCRIPT_THAI : SCRIPT_WESTERN;
    if (digits->script == SCRIPT_UNKNOWN)
        digits->script = script;
    else if (digits->script != script)
        digits->script = SCRIPT_MIXED;
    digits->value = digits->value * 10 + digit_value(c);
    if (digits->value > LARGEST) {
        digits->too_large = true;
        digits->value = 0; /* go on counting digits without overflow */
    }
    digits->at = next;
    return true;
}

/* How many digits were taken. */
static int take_digits(struct digits *digits)
{
    int count = 0;
    while (take_digit(digits))
        count++;
    return count;
}

enum number_result number_read(const char *text, size_t length, int decimals, int64_t *value,
                               size_t *used)
{
    struct digits digits = {.text = text, .length = length};
    bool negative = length > 0 && text[0] == '-';
    digits.at = negative;
    int whole = take_digits(&digits);
    int fraction = 0;
    if (whole > 0 && digits.at < length && text[digits.at] == '.') {
        digits.at++;
        fraction = take_digits(&digits);
        if (fraction == 0)
            return NUMBER_NONE;
    }
    *used = digits.at;
    if (whole == 0)
        return NUMBER_NONE;
    if (digits.script == SCRIPT_MIXED)
        return NUMBER_MIXED;
    if (fraction > decimals)
        return NUMBER_TOO_FINE;
    for (; fraction < decimals; fraction++)
        digits.value *= 10;
    if (digits.too_large || digits.value > LARGEST)
        return NUMBER_TOO_LARGE;
    *value = negative ? -digits.value : digits.value;
    return NUMBER_FINE;
}

enum number_result number_parse(const char *text, size_t length, int decimals, int64_t *value)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    while (length > 0 && text[0] == ' ') {
        text++;
        length--;
    }
    size_t used = 0;
    int64_t read = 0;
    enum number_result result = number_read(text, length, decimals, &read, &used);
    if (used < length)
        return NUMBER_NONE;
    if (result == NUMBER_FINE)
        *value = read;
    return result;
}
