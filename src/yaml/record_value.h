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

/* True for a scalar; otherwise reports that there is nothing, a list or a map. */
bool record_expect_scalar(const struct record_reader *reader, const struct node *node);

/* A text in quotes, for hints (see quote.h). */
const char *record_quoted(const struct record_reader *reader, const char *text, size_t length);

/* False after reporting commas that part a text of a list in brackets. */
bool record_check_commas(const struct record_reader *reader, const struct node *list);

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

/* A whole number between low and high that is a year of the Buddhist era. */
bool record_year(const struct record_reader *reader, const struct node *node, int64_t low,
                 int64_t high, struct whole *out);

#endif
