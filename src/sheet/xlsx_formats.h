/*
 * xlsx_formats.h - what the number formats of an XLSX file make of a number; internal to src/sheet.
 *
 * Source:  ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes).
 */
#ifndef ITAREPORT_SHEET_XLSX_FORMATS_H
#define ITAREPORT_SHEET_XLSX_FORMATS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct xlsx_format {
    bool is_date, is_percent;
    int decimals; /* or SHEET_GENERAL */
};

/* By the code that a file has: "0.00%" */
struct xlsx_format xlsx_format_of_code(const char *code);

/* By the number of a format that every file has. */
struct xlsx_format xlsx_format_of_number(unsigned number);

#endif
