/*
 * number.h - numbers as people type them.
 *
 * Purpose: "98.22" and "๙๘.๒๒" are the same number; "9๘" is a slip.
 * Units:   the value is scaled by 10 to the power of decimals: with 2, "98.5" is 9850.
 * Errors:  said by the result; *value is set only with NUMBER_FINE.
 */
#ifndef ITAREPORT_YAML_NUMBER_H
#define ITAREPORT_YAML_NUMBER_H

#include <stddef.h>
#include <stdint.h>

enum number_result {
    NUMBER_FINE,
    NUMBER_NONE,     /* no number at all */
    NUMBER_MIXED,    /* Thai and Western digits in one number */
    NUMBER_TOO_FINE, /* more decimals than allowed */
    NUMBER_TOO_LARGE /* above a million millions */
};

/* Reads the number at the start of the text; *used is how many bytes it has. */
enum number_result number_read(const char *text, size_t length, int decimals, int64_t *value,
                               size_t *used);

/* Reads a text that is a number and nothing else, but for spaces before and after it. */
enum number_result number_parse(const char *text, size_t length, int decimals, int64_t *value);

#endif
