/*
 * layout_rows.h - how the tables of a layout's keys are written: one row a key.
 *
 * Purpose: the designated members that every row of a struct field and every struct record of the
 *          layout have in common, said once. Included by the files that hold such tables only.
 * Method:  input is the struct that a map is read into, member the place of the value in it, line
 *          what the key means (documentation, schema and messages).
 */
#ifndef ITAREPORT_LAYOUT_LAYOUT_ROWS_H
#define ITAREPORT_LAYOUT_LAYOUT_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "yaml/record.h"

#define LAYOUT_ROW(input, name, type, member, line)                        \
    {                                                                      \
        .key = name, .kind = type, RECORD_AT(input, member), .about = line \
    }

/* A key that must be there. */
#define LAYOUT_MUST(input, name, type, member, line)                                         \
    {                                                                                        \
        .key = name, .kind = type, .required = true, RECORD_AT(input, member), .about = line \
    }

/* A length or a number from least to most, in the units of its kind (record.h). */
#define LAYOUT_BETWEEN(input, name, type, member, least, most, line)                     \
    {                                                                                    \
        .key = name, .kind = type, .low = least, .high = most, RECORD_AT(input, member), \
        .about = line                                                                    \
    }

/* A length that is none or some: at most LAYOUT_LONGEST, more than the longest side of any paper. */
#define LAYOUT_LENGTH(input, name, member, line) \
    LAYOUT_BETWEEN(input, name, FIELD_LENGTH, member, 0, LAYOUT_LONGEST, line)

enum { LAYOUT_LONGEST = 2000 * PT };

/* One word of a list that ends with NULL. */
#define LAYOUT_CHOICE(input, name, member, list, line)                                            \
    {                                                                                             \
        .key = name, .kind = FIELD_CHOICE, RECORD_AT(input, member), .names = list, .about = line \
    }

/* What a map is called, and its rows. */
#define LAYOUT_RECORD(input, english, thai_name, rows)                                         \
    {                                                                                          \
        .name = english, .thai = thai_name, .size = sizeof(struct input), RECORD_FIELDS(rows), \
        .place_offset = SIZE_MAX                                                               \
    }

#endif
