/* Values of cells: numbers without floating point, days, error values. */
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "sheet/grid.h"

enum { SIGNIFICANT = 15, PLACES = 6, MOST_DIGITS = 40 };

/* A number in digits: 0.d1d2d3… × 10^exponent. */
struct digits {
    char digit[MOST_DIGITS]; /* 0 to 9 */
    int count;
    int exponent;
    bool is_negative;
};

/* The digits of a text like -12.5E-3; false where it is none. */
static bool read_digits(const char *text, struct digits *out)
{
    *out = (struct digits){.is_negative = *text == '-'};
    text += *text == '-' || *text == '+';
    bool has_point = false, has_digit = false;
    for (; (*text >= '0' && *text <= '9') || (*text == '.' && !has_point); text++) {
        if (*text == '.') {
            has_point = true;
            continue;
        }
        has_digit = true;
        bool leads = out->count == 0 && *text == '0';
        if (!leads && out->count < MOST_DIGITS)
            out->digit[out->count++] = (char)(*text - '0');
        out->exponent += has_point ? -leads : !leads;
    }
    if (has_digit && (*text == 'e' || *text == 'E')) {
        char *end = NULL;
        long exponent = strtol(text + 1, &end, 10);
        enum { FARTHEST = 400 };
        if (end == text + 1 || exponent > FARTHEST || exponent < -FARTHEST)
            return false;
        out->exponent += (int)exponent;
        text = end;
    }
    return has_digit && *text == '\0';
}

/* Half up to so many digits. */
static void round_digits(struct digits *number, int count)
{
    if (count >= number->count)
        return;
    bool up = count >= 0 && number->digit[count] >= 5;
    number->count = count > 0 ? count : 0;
    for (int i = number->count - 1; up && i >= 0; i--) {
        up = number->digit[i] == 9;
        number->digit[i] = (char)(up ? 0 : number->digit[i] + 1);
    }
    if (!up)
        return;
    memmove(number->digit + 1, number->digit, (size_t)number->count);
    number->digit[0] = 1;
    number->count++;
    number->exponent++;
}

bool grid_number(const char *text, int shift, int64_t *millionths)
{
    struct digits number;
    if (!read_digits(text, &number))
        return false;
    number.exponent += shift;
    round_digits(&number, SIGNIFICANT);
    if (number.count > 0 && number.exponent + PLACES > SIGNIFICANT)
        return false; /* as large as no number of a report */
    round_digits(&number, number.exponent + PLACES);
    int64_t value = 0;
    for (int i = 0; i < number.exponent + PLACES; i++)
        value = value * 10 + (i < number.count ? number.digit[i] : 0);
    *millionths = number.is_negative ? -value : value;
    return true;
}

const char *grid_shown(struct arena *arena, int64_t millionths, int decimals, bool is_percent)
{
    int64_t unit = 1;
    if (decimals != SHEET_GENERAL)
        for (int i = decimals; i < PLACES; i++)
            unit *= 10;
    bool is_negative = millionths < 0;
    int64_t size = is_negative ? -millionths : millionths;
    size = (size + unit / 2) / unit * unit;
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld.%06lld", (long long)(size / 1000000),
                          (long long)(size % 1000000));
    int kept = decimals == SHEET_GENERAL || decimals > PLACES ? PLACES : decimals;
    length -= PLACES - kept;
    if (decimals == SHEET_GENERAL)
        while (digits[length - 1] == '0')
            length--;
    length -= digits[length - 1] == '.';
    return arena_printf(arena, "%s%.*s%s", is_negative && size > 0 ? "-" : "", length, digits,
                        is_percent ? "%" : "");
}

bool sheet_is_error(const char *text)
{
    static const char *const values[] = {"#N/A",  "#REF!",  "#DIV/0!", "#VALUE!", "#NAME?",
                                         "#NUM!", "#NULL!", "#SPILL!", "#CALC!",  "#GETTING_DATA"};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strcmp(text, values[i]) == 0)
            return true;
    return strncmp(text, "Err:", 4) == 0 && text[4] >= '0' && text[4] <= '9';
}

void grid_put_text(struct grid *grid, uint32_t row, uint32_t column, const char *text)
{
    if (text[strspn(text, " \t\n\r")] == '\0')
        return;
    enum sheet_kind kind = sheet_is_error(text) ? SHEET_ERROR : SHEET_TEXT;
    grid_put(grid, &(struct sheet_cell){.row = row, .column = column, .kind = kind, .text = text});
}

struct date grid_date(int64_t seconds)
{
    enum {
        ERA = 543,
        LATEST = 2400
    }; /* a Gregorian year after that was typed in the Buddhist era */
    struct date date = date_from_seconds(seconds);
    if (date.year - ERA > LATEST)
        date.year -= ERA;
    return date;
}
