/*
 * record_value.h - what record.c and record_value.c share: naming kinds, and saying what is wrong.
 */
#ifndef ITAREPORT_YAML_RECORD_VALUE_H
#define ITAREPORT_YAML_RECORD_VALUE_H

#include "yaml/record.h"

/* What a map or a list should have been; a name in both languages. */
struct record_name {
    const char *english;
    const char *thai;
};

/* record_expect with both names. */
bool record_expect_kind(const struct record_reader *reader, const struct node *node,
                        enum node_kind kind, struct record_name what);

/* Reports a value outside low and high (no limits when equal); shown as the number divided by unit.
 */
struct record_range {
    int64_t low;
    int64_t high;
    int64_t unit;
    const char *suffix;
};

bool record_in_range(const struct record_reader *reader, const struct node *node, int64_t value,
                     struct record_range range);

#endif
