/*
 * date.h - days, in the Buddhist calendar of Thai documents.
 *
 * Purpose: dates are typed as "1 ตุลาคม 2568" (Thai or Western digits, พ.ศ. allowed before the year)
 *          or as 2568-10-01; years above 2400 are Buddhist.
 * Units:   year in the Buddhist era (Gregorian + 543); month 1 to 12; day 1 to 31.
 * Memory:  none.
 * Errors:  date_parse returns false for anything that is not a day of the calendar.
 */
#ifndef ITAREPORT_BASE_DATE_H
#define ITAREPORT_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int year;
    int month;
    int day;
};

bool date_parse(const char *text, size_t length, struct date *out);
int date_compare(struct date a, struct date b);
const char *date_month_name(int month); /* ตุลาคม */

/* Seconds since 1970-01-01 00:00 UTC at the start of the day in Thailand's time (UTC+7). */
int64_t date_seconds(struct date date);
struct date date_from_seconds(int64_t seconds);

#endif
