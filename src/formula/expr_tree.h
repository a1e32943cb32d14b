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
    EXPR_COMPARE,
    EXPR_ARITHMETIC
};

enum expr_compare {
    EXPR_EQUAL,
    EXPR_NOT_EQUAL,
    EXPR_LESS,
    EXPR_LESS_EQUAL,
    EXPR_GREATER,
    EXPR_GREATER_EQUAL
};

enum expr_operator {
    EXPR_ADD,
    EXPR_SUBTRACT,
    EXPR_MULTIPLY,
    EXPR_DIVIDE,
    EXPR_NEGATE /* the left side only */
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
    const struct expr *left; /* the operand of not and of a sign, the input of a filter */
    const struct expr *right;
    enum expr_compare compare;
    enum expr_operator operator;
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

/* ---- what filters share (filter.c) ---- */

/* A text that was made of a value is still from where that is; frees the buffer. */
const struct value *filter_text(struct evaluation *evaluation, struct buffer *buffer,
                                const struct value *input);

/* Says what a filter takes, or that it is given nothing at all. */
const struct value *filter_refuse(const struct expr *expr, const struct value *input,
                                  struct evaluation *evaluation, enum diag_code code);

/* Whether there is work left for going over so many items. */
bool filter_may_list(const struct expr *expr, struct evaluation *evaluation, size_t items);

/* ---- filters of numbers (filter_numbers.c) ---- */

#define FILTER(name)                                                                      \
    const struct value *filter_##name(const struct expr *expr, const struct value *input, \
                                      struct evaluation *evaluation)
FILTER(score);
FILTER(whole);
FILTER(round);
FILTER(thousands);
FILTER(signed);
FILTER(abs);
FILTER(given);
FILTER(sum);
FILTER(mean);
FILTER(min);
FILTER(max);
#undef FILTER

/* ---- arithmetic.c ---- */

const struct value *expr_eval_arithmetic(const struct expr *expr, struct evaluation *evaluation,
                                         const struct scope *scope);

/* Reports at the expression and counts the failure; gives value_none(). */
const struct value *expr_fail(const struct expr *expr, struct evaluation *evaluation,
                              enum diag_code code, const char *first, const char *second);

#endif
