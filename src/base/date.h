/*
 * date.h - days, in the Buddhist calendar of Thai documents.
 *
 * Purpose: dates are typed as "1 ตุลาคม 2568" (Thai or Western digits, พ.ศ. allowed before the year)
 *          or as 2568-10-01; years above 2400 are Buddhist.
 * Units:   year in the Buddhist era (Gregorian + 543); month 1 to 12; day 1 to 31.
 * Errors:  date_parse returns false for anything that is not a day of the calendar.
 */
#ifndef ITAREPORT_BASE_DATE_H
#define ITAREPORT_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct date {
    int year;
    int month;
    int day;
};

/* A moment as clocks in Thailand show it, in the Gregorian calendar. */
struct date_moment {
    int year; /* 0 to 9999 */
    int month;
    int day;
    int hour;
    int minute;
    int second;
};

bool date_parse(const char *text, size_t length, struct date *out);

/* The day that a text was probably meant to say which date_parse does not take, because it could be another one too:
 * 1/10/68, 1 ต.ค. 68, 10/1/2025, 1 October 2025. False where there is no guess. */
bool date_guess(const char *text, size_t length, struct date *out);

/* "1 ตุลาคม 2568", as it may be typed. */
const char *date_typed(struct arena *arena, struct date date);
int date_compare(struct date a, struct date b);
const char *date_month_name(int month); /* ตุลาคม */

enum { DATE_OFFSET = 7 }; /* hours that Thailand's clocks are ahead of UTC */

/* Seconds since 1970-01-01 00:00 UTC at the start of the day in Thailand. */
int64_t date_seconds(struct date date);

/*
 * Dates in files have Gregorian years of four digits: for a moment before or after these, both
 * functions give the first or the last moment of them.
 */
struct date date_from_seconds(int64_t seconds);
struct date_moment date_moment(int64_t seconds);

#endif
