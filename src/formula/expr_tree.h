/*
 * expr_tree.h - the parsed expression, shared by its parser, its evaluator and the filters only.
 */
#ifndef ITAREPORT_FORMULA_EXPR_TREE_H
#define ITAREPORT_FORMULA_EXPR_TREE_H

#include "formula/expr.h"

enum expr_kind {
    EXPR_PATH,
    EXPR_VALUE, /* a number or a string */
    EXPR_FILTER,
    EXPR_NOT,
    EXPR_AND,
    EXPR_OR,
    EXPR_COMPARE
};

enum expr_compare {
    EXPR_EQUAL,
    EXPR_NOT_EQUAL,
    EXPR_LESS,
    EXPR_LESS_EQUAL,
    EXPR_GREATER,
    EXPR_GREATER_EQUAL
};

struct expr_segment {
    const char *name; /* NUL-terminated */
    size_t offset;
};

enum { EXPR_ARGUMENTS = 2 };

struct filter;

struct expr {
    enum expr_kind kind;
    const struct text *text;
    size_t offset;
    const struct expr *left; /* the operand of not, the input of a filter */
    const struct expr *right;
    enum expr_compare compare;
    const struct value *value;
    const struct expr_segment *segment;
    size_t segments;
    const struct filter *filter;
    const struct value *argument[EXPR_ARGUMENTS];
    size_t arguments;
};

/* The filters: `input | name(arguments)`. */
struct filter {
    const char *name;
    size_t least; /* arguments */
    size_t most;
    const struct value *(*apply)(const struct expr *expr, const struct value *input,
                                 struct evaluation *evaluation);
};

/* NULL when there is none; see filter_nearest. */
const struct filter *filter_find(const char *name);

/* The nearest known name, or NULL. */
const char *filter_nearest(const char *name);

/* Reports at the expression and counts the failure; gives value_none(). */
const struct value *expr_fail(const struct expr *expr, struct evaluation *evaluation,
                              enum diag_code code, const char *first, const char *second);

#endif
