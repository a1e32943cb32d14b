/* Single values: each reads a scalar, or says at its place what it should have been. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/decimal.h"
#include "base/digit.h"
#include "base/length.h"
#include "base/utf8.h"
#include "yaml/number.h"
#include "yaml/record.h"
#include "yaml/record_value.h"

static const struct record_name found_names[] = {
    [NODE_NULL] = {"nothing", "ค่าว่าง"},
    [NODE_SCALAR] = {"a text", "ข้อความ"},
    [NODE_LIST] = {"a list", "รายการ"},
    [NODE_MAP] = {"keys with values", "ชุดคีย์กับค่า"},
};

/* ---- kinds ---- */

/* `name:text` where a map should be: the space after the colon is missing. */
static bool report_no_space(const struct record_reader *reader, const struct node *node)
{
    if (node->kind != NODE_SCALAR || node->quoted)
        return false;
    const char *colon = strchr(node->text, ':');
    if (colon == NULL || colon == node->text || colon[1] == '\0')
        return false;
    size_t offset = (size_t)(colon - node->text);
    diag_say(reader->diag, MESSAGE_YAML_NO_SPACE, node_place_inside(node, offset));
    return true;
}

bool record_expect_kind(const struct record_reader *reader, const struct node *node,
                        enum node_kind kind, struct record_name what)
{
    if (node->kind == kind)
        return true;
    if (kind == NODE_MAP && report_no_space(reader, node))
        return false;
    assert(reader->document != NULL);
    const struct record_name *wanted = &found_names[kind];
    const struct record_name *found = &found_names[node->kind];
    diag_say(reader->diag, MESSAGE_RECORD_KIND, node->place, what.english, wanted->english,
             found->english, what.thai, wanted->thai, found->thai, reader->document);
    return false;
}

bool record_expect(const struct record_reader *reader, const struct node *node, enum node_kind kind,
                   const char *what)
{
    return record_expect_kind(reader, node, kind, (struct record_name){what, what});
}

bool record_expect_scalar(const struct record_reader *reader, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return true;
    if (node->kind == NODE_NULL)
        diag_say(reader->diag, MESSAGE_RECORD_EMPTY, node->place);
    else
        diag_say(reader->diag, MESSAGE_RECORD_NOT_SCALAR, node->place,
                 found_names[node->kind].english, found_names[node->kind].thai);
    return false;
}

/* ---- numbers ---- */

/* 10450 in units of 100 → 104.50; 10000 → 100 */
static const char *shown(struct arena *arena, int64_t value, struct record_range range)
{
    int64_t hundredths = value / range.unit * 100 + value % range.unit * 100 / range.unit;
    return arena_printf(arena, "%s%s", decimal_two_or_none(arena, hundredths), range.suffix);
}

bool record_in_range(const struct record_reader *reader, const struct node *node, int64_t value,
                     struct record_range range)
{
    if (range.low == range.high || (value >= range.low && value <= range.high))
        return true;
    bool below = value < range.low;
    diag_say(reader->diag, below ? MESSAGE_RECORD_BELOW : MESSAGE_RECORD_ABOVE, node->place,
             node->text, shown(reader->arena, below ? range.low : range.high, range));
    return false;
}

/* What a character was meant to be in a number: a digit or a point; 0: it ends the number. */
static char meant_digit(char32_t c)
{
    enum { FULL_WIDTH_ZERO = 0xFF10, FULL_WIDTH_POINT = 0xFF0E };
    if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_ZERO + 9)
        return (char)('0' + (c - FULL_WIDTH_ZERO));
    if (digit_value(c) >= 0)
        return (char)('0' + digit_value(c));
    if (c == 'O' || c == 'o')
        return '0';
    if (c == 'l' || c == 'I')
        return '1';
    return c == '.' || c == ',' || c == FULL_WIDTH_POINT ? '.' : '\0';
}

static bool is_quote(char32_t c)
{
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == ' ';
}

/* The number in a text such as “97.33”, 97,33 or 97.33 %, with what was meant by it in `out`; false where that cannot
 * be told. */
static bool guess_number(const struct node *node, int decimals, struct buffer *out)
{
    size_t at = 0, digits = 0, last_point = 0;
    int64_t value = 0;
    while (at < node->length) {
        size_t next = at;
        char32_t c = utf8_next(node->text, node->length, &next);
        char meant = meant_digit(c);
        if (meant == '\0' && !(digits == 0 && is_quote(c)))
            break;
        digits += digit_value(c) >= 0;
        if (meant == '.')
            last_point = out->length;
        if (meant != '\0')
            buffer_add_char(out, meant);
        at = next;
    }
    for (; at < node->length;) /* nothing but words after it */
        if (meant_digit(utf8_next(node->text, node->length, &at)) != '\0' && digits == 0)
            return false;
    bool is_thousand = last_point > 0 && out->length - last_point == 4 && decimals < 3;
    if (is_thousand)
        memmove(out->bytes + last_point, out->bytes + last_point + 1, out->length-- - last_point);
    return digits > 0 &&
           number_parse(buffer_text(out), out->length, decimals, &value) == NUMBER_FINE;
}

static void say_no_number(const struct record_reader *reader, const struct node *node, int decimals)
{
    struct buffer meant = {0};
    if (guess_number(node, decimals, &meant))
        diag_say(reader->diag, MESSAGE_RECORD_NUMBER_MEANT, node->place, node->text,
                 buffer_text(&meant));
    else
        diag_say(reader->diag, decimals > 0 ? MESSAGE_RECORD_NUMBER : MESSAGE_RECORD_WHOLE_NUMBER,
                 node->place, node->text);
    buffer_free(&meant);
}

static void say_number(const struct record_reader *reader, const struct node *node,
                       enum number_result result, int decimals)
{
    enum diag_code code = MESSAGE_RECORD_LARGE_NUMBER;
    if (result == NUMBER_NONE) {
        say_no_number(reader, node, decimals);
        return;
    }
    if (result == NUMBER_MIXED)
        code = MESSAGE_RECORD_MIXED_DIGITS;
    else if (result == NUMBER_TOO_FINE)
        code = decimals == 0 ? MESSAGE_RECORD_NOT_WHOLE : MESSAGE_RECORD_DECIMALS;
    diag_say(reader->diag, code, node->place, node->text);
}

static bool read_number(const struct record_reader *reader, const struct node *node, int decimals,
                        int64_t *value)
{
    if (!record_expect_scalar(reader, node))
        return false;
    enum number_result result = number_parse(node->text, node->length, decimals, value);
    if (result != NUMBER_FINE)
        say_number(reader, node, result, decimals);
    return result == NUMBER_FINE;
}

bool record_decimal(const struct record_reader *reader, const struct node *node, int64_t low,
                    int64_t high, struct decimal *out)
{
    int64_t value = 0;
    struct record_range range = {low, high, 100, ""};
    if (!read_number(reader, node, 2, &value) || !record_in_range(reader, node, value, range))
        return false;
    *out = (struct decimal){true, value, node->place};
    return true;
}

bool record_whole(const struct record_reader *reader, const struct node *node, int64_t low,
                  int64_t high, struct whole *out)
{
    int64_t value = 0;
    struct record_range range = {low, high, 1, ""};
    if (!read_number(reader, node, 0, &value) || !record_in_range(reader, node, value, range))
        return false;
    *out = (struct whole){true, value, node->place};
    return true;
}

/* ---- years ---- */

enum { ERA_AHEAD = 543, CENTURY = 2500, GREGORIAN_LOW = 1900, GREGORIAN_HIGH = 2199 };

/* The year of the Buddhist era that a number was meant to be; 0: none. */
static int64_t meant_year(int64_t value)
{
    if (value >= GREGORIAN_LOW && value <= GREGORIAN_HIGH)
        return value + ERA_AHEAD;
    return value > 0 && value < 100 ? CENTURY + value : 0;
}

/* The first number in a text such as "พ.ศ. 2568"; 0: there is none, or it is no whole one. */
static int64_t number_in(const struct node *node)
{
    for (size_t at = 0; at < node->length;) {
        int64_t value = 0;
        size_t used = 0;
        enum number_result result =
            number_read(node->text + at, node->length - at, 0, &value, &used);
        if (result != NUMBER_NONE)
            return result == NUMBER_FINE ? value : 0;
        utf8_next(node->text, node->length, &at);
    }
    return 0;
}

/* Says which year was meant, where one can be told. */
static bool say_year(const struct record_reader *reader, const struct node *node, int64_t value,
                     int64_t low, int64_t high)
{
    int64_t year = meant_year(value) > 0 ? meant_year(value) : value;
    if (year < low || year > high)
        return false;
    enum diag_code code = value < 100     ? MESSAGE_RECORD_YEAR_SHORT
                          : year != value ? MESSAGE_RECORD_YEAR_ERA
                                          : MESSAGE_RECORD_YEAR_WORDS;
    diag_say(reader->diag, code, node->place, node->text,
             arena_printf(reader->arena, "%lld", (long long)year));
    return true;
}

bool record_year(const struct record_reader *reader, const struct node *node, int64_t low,
                 int64_t high, struct whole *out)
{
    int64_t value = 0;
    if (node->kind != NODE_SCALAR)
        return record_whole(reader, node, low, high, out);
    bool is_number = number_parse(node->text, node->length, 0, &value) == NUMBER_FINE;
    if (!is_number)
        value = number_in(node);
    bool is_fine = is_number && value >= low && value <= high;
    if (!is_fine && value > 0 && say_year(reader, node, value, low, high))
        return false;
    return record_whole(reader, node, low, high, out);
}

/* ---- lengths ---- */

/* A unit is num/den points. */
static const struct {
    const char *name;
    int64_t num, den;
} units[] = {{"", 1, 1}, {"pt", 1, 1}, {"mm", 720, 254}, {"cm", 7200, 254}, {"in", 72, 1}};

/* The longest length in 1/1024 pt; and as thousandths of a unit, since no unit is below 1 pt. */
#define LONGEST (INT64_C(100000) * PT)

/* Thousandths of a unit in 1/1024 pt, rounded half-up. */
static int64_t to_length(int64_t thousandths, int64_t num, int64_t den)
{
    int64_t twice = thousandths * PT * num * 2 + den * 1000;
    int64_t by = den * 1000 * 2;
    return twice / by - (twice % by < 0);
}

/* The length of a number with a unit; false when the unit is unknown or the length absurd. */
static bool with_unit(int64_t thousandths, const char *unit, int32_t *out)
{
    if (thousandths < -LONGEST || thousandths > LONGEST)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(unit, units[i].name) != 0)
            continue;
        int64_t length = to_length(thousandths, units[i].num, units[i].den);
        *out = (int32_t)length;
        return length >= -LONGEST && length <= LONGEST;
    }
    return false;
}

bool record_length(const struct record_reader *reader, const struct node *node, int32_t *out)
{
    int64_t thousandths = 0;
    size_t used = 0;
    int32_t length = 0;
    if (!record_expect_scalar(reader, node))
        return false;
    enum number_result result = number_read(node->text, node->length, 3, &thousandths, &used);
    const char *unit = node->text + used + strspn(node->text + used, " ");
    if (result == NUMBER_FINE && with_unit(thousandths, unit, &length)) {
        *out = length;
        return true;
    }
    bool mixed = result == NUMBER_MIXED;
    diag_say(reader->diag, mixed ? MESSAGE_RECORD_MIXED_DIGITS : MESSAGE_RECORD_LENGTH, node->place,
             node->text);
    return false;
}

/* ---- the rest ---- */

bool record_day(const struct record_reader *reader, const struct node *node, struct day *out)
{
    struct date date;
    if (!record_expect_scalar(reader, node))
        return false;
    if (!date_parse(node->text, node->length, &date)) {
        bool is_guessed = date_guess(node->text, node->length, &date);
        diag_say(reader->diag, is_guessed ? MESSAGE_RECORD_DATE_MEANT : MESSAGE_RECORD_DATE,
                 node->place, node->text, is_guessed ? date_typed(reader->arena, date) : NULL);
        return false;
    }
    *out = (struct day){true, date, node->place};
    return true;
}

bool record_flag(const struct record_reader *reader, const struct node *node, bool *out)
{
    static const char *const words[] = {"true", "yes", "on", "false", "no", "off"};
    if (!record_expect_scalar(reader, node))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(node->text, words[i]) == 0) {
            *out = i < 3;
            return true;
        }
    }
    diag_say(reader->diag, MESSAGE_RECORD_FLAG, node->place, node->text);
    return false;
}

const char *const record_languages[] = {"th", "en", NULL};

static const char *joined(struct arena *arena, const char *const *names)
{
    struct buffer list = {0};
    for (size_t i = 0; names[i] != NULL; i++)
        buffer_printf(&list, "%s%s", i > 0 ? ", " : "", names[i]);
    const char *copy = arena_string(arena, buffer_text(&list));
    buffer_free(&list);
    return copy;
}

bool record_choice(const struct record_reader *reader, const struct node *node,
                   const char *const *names, int *out)
{
    if (!record_expect_scalar(reader, node))
        return false;
    for (int i = 0; names[i] != NULL; i++) {
        if (strcmp(node->text, names[i]) == 0) {
            *out = i;
            return true;
        }
    }
    diag_say(reader->diag, MESSAGE_RECORD_CHOICE, node->place, node->text,
             joined(reader->arena, names));
    return false;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool record_colour(const struct record_reader *reader, const struct node *node, uint32_t *out)
{
    if (node->kind == NODE_NULL) { /* an unquoted # starts a comment */
        diag_say(reader->diag, MESSAGE_RECORD_COLOUR_COMMENT, node->place);
        return false;
    }
    if (!record_expect_scalar(reader, node))
        return false;
    bool fine = node->length == 7 && node->text[0] == '#';
    uint32_t colour = 0;
    for (size_t i = 1; fine && i < 7; i++) {
        int digit = hex_digit(node->text[i]);
        fine = digit >= 0;
        colour = colour << 4 | (uint32_t)(digit & 0xF);
    }
    if (!fine)
        diag_say(reader->diag, MESSAGE_RECORD_COLOUR, node->place, node->text);
    else
        *out = colour;
    return fine;
}
