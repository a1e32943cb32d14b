/*
 * format.h - numbers and days as a Thai document prints them.
 *
 * Purpose: digits (Thai or Western), scores with two decimals, dates such as ๑ ตุลาคม ๒๕๖๘.
 */
#ifndef ITAREPORT_FORMULA_FORMAT_H
#define ITAREPORT_FORMULA_FORMAT_H

#include "base/buffer.h"
#include "base/date.h"
#include "base/digit.h"
#include "base/ratio.h"

void format_whole(struct buffer *out, int64_t number, enum digit_script digits);

/* Always two decimals, rounded half-up: ๗๘.๑๐ */
void format_score(struct buffer *out, struct ratio number, enum digit_script digits);

/* As many decimals as it takes, at most two: 30, 7.5 */
void format_number(struct buffer *out, struct ratio number, enum digit_script digits);

/* Whole thousands parted by commas, with so many decimals, at most two: 1,250,000 or 1,250,000.00 */
enum { FORMAT_AS_NEEDED = -1 };
void format_thousands(struct buffer *out, struct ratio number, int places,
                      enum digit_script digits);

void format_date(struct buffer *out, struct date date, enum digit_script digits);

#endif
