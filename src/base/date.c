/*
 * Dates are read by a cursor that takes a number, a month's name or a sign; days are counted after
 * the civil calendar with the year begun in March, so that the leap day is the last of its year.
 */
#include "base/date.h"

#include <string.h>
#include <strings.h>

#include "base/digit.h"
#include "base/utf8.h"

enum {
    BUDDHIST_AHEAD = 543,
    BUDDHIST_FROM = 2400, /* a year above this is Buddhist, any other Gregorian */
    DAY_SECONDS = 24 * 60 * 60,
    ZONE_SECONDS = DATE_OFFSET * 60 * 60,
    ERA_DAYS = 146097,  /* 400 Gregorian years */
    EPOCH_DAYS = 719468 /* from 0000-03-01 to 1970-01-01 */
};

static const struct {
    const char *name;
    const char *abbreviation;
} month_names[] = {
    {"มกราคม", "ม.ค."},  {"กุมภาพันธ์", "ก.พ."}, {"มีนาคม", "มี.ค."},    {"เมษายน", "เม.ย."},
    {"พฤษภาคม", "พ.ค."}, {"มิถุนายน", "มิ.ย."},  {"กรกฎาคม", "ก.ค."},  {"สิงหาคม", "ส.ค."},
    {"กันยายน", "ก.ย."},  {"ตุลาคม", "ต.ค."},   {"พฤศจิกายน", "พ.ย."}, {"ธันวาคม", "ธ.ค."},
};

static const int usual_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

struct cursor {
    const char *text;
    size_t length;
    size_t at;
};

static void skip_spaces(struct cursor *cursor)
{
    while (cursor->at < cursor->length && cursor->text[cursor->at] == ' ')
        cursor->at++;
}

static bool take(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    if (cursor->length - cursor->at < length ||
        memcmp(cursor->text + cursor->at, word, length) != 0)
        return false;
    cursor->at += length;
    return true;
}

/* Up to four digits, all Thai or all Western; -1 when there is no such number. */
static int take_number(struct cursor *cursor)
{
    int value = 0;
    int digits = 0;
    bool thai = false;
    while (cursor->at < cursor->length) {
        size_t next = cursor->at;
        char32_t c = utf8_next(cursor->text, cursor->length, &next);
        if (!utf8_is_digit(c))
            break;
        bool is_thai = utf8_is_thai_digit(c);
        if (digits == 4 || (digits > 0 && is_thai != thai))
            return -1;
        thai = is_thai;
        value = value * 10 + digit_value(c);
        digits++;
        cursor->at = next;
    }
    return digits > 0 ? value : -1;
}

static int take_month(struct cursor *cursor)
{
    for (int month = 1; month <= 12; month++)
        if (take(cursor, month_names[month - 1].name) ||
            take(cursor, month_names[month - 1].abbreviation))
            return month;
    return -1;
}

static int month_days(int year, int month)
{
    int christian = year - BUDDHIST_AHEAD;
    bool leap = (christian % 4 == 0 && christian % 100 != 0) || christian % 400 == 0;
    return usual_days[month - 1] + (month == 2 && leap);
}

/* Whether the day exists; makes a Gregorian year Buddhist. */
static bool settle(struct date *date)
{
    if (date->year < 1000 || date->month < 1 || date->month > 12)
        return false;
    if (date->year <= BUDDHIST_FROM)
        date->year += BUDDHIST_AHEAD;
    return date->day >= 1 && date->day <= month_days(date->year, date->month);
}

static bool parse_dashed(struct cursor cursor, struct date *out)
{
    out->year = take_number(&cursor);
    if (!take(&cursor, "-"))
        return false;
    out->month = take_number(&cursor);
    if (!take(&cursor, "-"))
        return false;
    out->day = take_number(&cursor);
    skip_spaces(&cursor);
    return cursor.at == cursor.length && settle(out);
}

static bool parse_written(struct cursor cursor, struct date *out)
{
    out->day = take_number(&cursor);
    skip_spaces(&cursor);
    out->month = take_month(&cursor);
    skip_spaces(&cursor);
    bool buddhist = take(&cursor, "พ.ศ.");
    skip_spaces(&cursor);
    out->year = take_number(&cursor);
    skip_spaces(&cursor);
    if (buddhist && out->year <= BUDDHIST_FROM)
        return false;
    return cursor.at == cursor.length && settle(out);
}

/* 1/10/2568, 1-10-2568: the day first, as in Thailand; not with a Gregorian year, which may have the month first. */
static bool parse_figures(struct cursor cursor, struct date *out)
{
    out->day = take_number(&cursor);
    const char *sign = take(&cursor, "/")   ? "/"
                       : take(&cursor, "-") ? "-"
                       : take(&cursor, ".") ? "."
                                            : NULL;
    if (sign == NULL)
        return false;
    out->month = take_number(&cursor);
    if (!take(&cursor, sign))
        return false;
    out->year = take_number(&cursor);
    skip_spaces(&cursor);
    return cursor.at == cursor.length && out->year > BUDDHIST_FROM && settle(out);
}

bool date_parse(const char *text, size_t length, struct date *out)
{
    struct cursor cursor = {text, length, 0};
    struct date date;
    skip_spaces(&cursor);
    if (!parse_dashed(cursor, &date) && !parse_written(cursor, &date) &&
        !parse_figures(cursor, &date))
        return false;
    *out = date;
    return true;
}

/* ---- guesses ---- */

static const char *const english_months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                             "jul", "aug", "sep", "oct", "nov", "dec"};

/* Steps over an abbreviation without its points: มค for ม.ค. */
static bool take_bare(struct cursor *cursor, const char *abbreviation)
{
    size_t at = cursor->at;
    for (const char *c = abbreviation; *c != '\0'; c++) {
        if (*c == '.')
            continue;
        if (at >= cursor->length || cursor->text[at++] != *c)
            return false;
    }
    cursor->at = at;
    return true;
}

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* As take_month, also without points, and in English. */
static int guess_month(struct cursor *cursor)
{
    int month = take_month(cursor);
    for (int i = 0; i < 12 && month < 0; i++)
        if (take_bare(cursor, month_names[i].abbreviation) ||
            (cursor->length - cursor->at >= 3 &&
             strncasecmp(cursor->text + cursor->at, english_months[i], 3) == 0))
            month = i + 1;
    while (cursor->at < cursor->length && is_latin(cursor->text[cursor->at]))
        cursor->at++;
    return month;
}

static void skip_signs(struct cursor *cursor)
{
    while (cursor->at < cursor->length && strchr(" /-.,", cursor->text[cursor->at]) != NULL)
        cursor->at++;
}

/* A year of two figures is one of our century. */
static int full_year(int year)
{
    enum { CENTURY = 2500 };
    return year >= 0 && year < 100 ? CENTURY + year : year;
}

bool date_guess(const char *text, size_t length, struct date *out)
{
    struct cursor cursor = {text, length, 0};
    skip_spaces(&cursor);
    take(&cursor, "วันที่");
    skip_signs(&cursor);
    struct date date = {.day = take_number(&cursor)};
    skip_signs(&cursor);
    size_t before = cursor.at;
    date.month = take_number(&cursor);
    if (cursor.at == before)
        date.month = guess_month(&cursor);
    skip_signs(&cursor);
    if (!take(&cursor, "พ.ศ.") && !take(&cursor, "พศ"))
        take(&cursor, "ค.ศ.");
    skip_spaces(&cursor);
    date.year = full_year(take_number(&cursor));
    skip_spaces(&cursor);
    if (date.day > 1000) { /* 2568/10/1 */
        int year = date.day;
        date.day = date.year >= 2500 && date.year < 2600 ? date.year - 2500 : date.year;
        date.year = year;
    }
    if (cursor.at < cursor.length || !settle(&date))
        return false;
    *out = date;
    return true;
}

const char *date_typed(struct arena *arena, struct date date)
{
    return arena_printf(arena, "%d %s %d", date.day, date_month_name(date.month), date.year);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

const char *date_month_name(int month)
{
    return month >= 1 && month <= 12 ? month_names[month - 1].name : "";
}

int64_t date_seconds(struct date date)
{
    int64_t year = date.year - BUDDHIST_AHEAD - (date.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t month = (date.month + 9) % 12;
    int64_t day = (153 * month + 2) / 5 + date.day - 1;
    int64_t days = era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + day - EPOCH_DAYS;
    return days * DAY_SECONDS - ZONE_SECONDS;
}

static int64_t bounded(int64_t seconds)
{
    int64_t first = date_seconds((struct date){BUDDHIST_AHEAD, 1, 1});
    int64_t end = date_seconds((struct date){BUDDHIST_AHEAD + 10000, 1, 1});
    return seconds < first ? first : seconds >= end ? end - 1 : seconds;
}

struct date date_from_seconds(int64_t seconds)
{
    int64_t local = bounded(seconds) + ZONE_SECONDS;
    int64_t days = local / DAY_SECONDS - (local % DAY_SECONDS < 0) + EPOCH_DAYS;
    int64_t era = (days >= 0 ? days : days - (ERA_DAYS - 1)) / ERA_DAYS;
    int64_t of_era = days - era * ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA_DAYS - 1)) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    int64_t day = of_year - (153 * month + 2) / 5 + 1;
    int64_t civil = month < 10 ? month + 3 : month - 9;
    int64_t christian = year + era * 400 + (civil <= 2);
    return (struct date){(int)christian + BUDDHIST_AHEAD, (int)civil, (int)day};
}

struct date_moment date_moment(int64_t seconds)
{
    struct date date = date_from_seconds(seconds);
    int of_day = (int)(bounded(seconds) - date_seconds(date));
    return (struct date_moment){.year = date.year - BUDDHIST_AHEAD,
                                .month = date.month,
                                .day = date.day,
                                .hour = of_day / (60 * 60),
                                .minute = of_day / 60 % 60,
                                .second = of_day % 60};
}
