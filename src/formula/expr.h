/*
 * expr.h - expressions of layouts and placeholders: paths, filters, conditions.
 *
 * Purpose: `indicator.2.score | score`, `not indicator.parts and target > 80`. Parsed once, with
 *          the place of every name, and evaluated against facts (a map) and the names of a scope.
 * Grammar: or: and ("or" and)*;  and: not ("and" not)*;  not: "not" not | comparison;
 *          comparison: sum (("==" "!=" "<" "<=" ">" ">=") sum)?;
 *          sum: product (("+" "-") product)*;  product: filtered (("*" "/") filtered)*;
 *          filtered: signed ("|" name ("(" argument ("," argument)* ")")?)*;
 *          signed: "-" signed | primary;  primary: number | string | path | "(" or ")";
 *          path: name ("." (name | index counting from 1))*
 *          A name may have hyphens, so the minus of a subtraction has a space before it.
 * Units:   offsets are bytes of the text that holds the expression.
 * Memory:  expressions belong to the arena of the reader; values to that of the evaluation.
 * Errors:  reported at the place of the wrong part, with the nearest known name. A failed parse
 *          gives NULL, a failed evaluation value_none() and counts in evaluation.failures.
 */
#ifndef ITAREPORT_FORMULA_EXPR_H
#define ITAREPORT_FORMULA_EXPR_H

#include "base/buffer.h"
#include "formula/format.h"
#include "formula/trail.h"
#include "formula/value.h"

struct expr;

struct expr_reader {
    struct arena *arena;
    struct diag *diag;       /* NULL: nothing is reported */
    const struct text *text; /* that holds the expression, and must outlive it */
};

/* The expression in bytes [start, end) of the reader's text. */
const struct expr *expr_parse(const struct expr_reader *reader, size_t start, size_t end);

/* True when the text is nothing but a path (latin names, digits, dots): indicator.analysis */
bool expr_is_path(const char *text, size_t length);

/* ---- what an expression is, without evaluating it (expr_query.c) ---- */

/* How many names it has when it is a path, else 0; a name, or NULL when there is none. */
size_t expr_path_names(const struct expr *expr);
const char *expr_path_name(const struct expr *expr, size_t index);

/* Whether some path in it has these two names one after the other: question.i2 */
bool expr_mentions(const struct expr *expr, const char *name, const char *next);

/* Whether its value goes through this filter. */
bool expr_has_filter(const struct expr *expr, const char *name);

/* What it is made of: the operands of a sign or a word, the input of a filter. */
size_t expr_operands(const struct expr *expr);
const struct expr *expr_operand(const struct expr *expr, size_t index);
bool expr_is_literal(const struct expr *expr); /* a number or a text in quotes */

/* As it could have been typed (expr_write.c). */
void expr_write(const struct expr *expr, struct buffer *out);

/* ---- evaluation ---- */

/* A name with its value, and the names outside of it: loops, `with`, `this`. */
struct scope {
    const char *name;
    const struct value *value;
    const struct scope *outer;
};

struct evaluation {
    struct arena *arena;
    struct diag *diag;
    const struct value *facts;
    enum digit_script digits;
    const char *awaited; /* printed for a figure that is not known yet; NULL: … */
    unsigned depth;      /* of texts with placeholders inside texts with placeholders */
    size_t spent;        /* of LIMIT_WORK */
    bool exhausted;      /* it was reached, and reported: all that follows fails at once */
    bool stopped;        /* the text being printed names itself: nothing more of it is looked at */
    size_t failures;
    bool asks_numbers, asks_pages; /* ref.NAME.number, ref.NAME.page was evaluated */
    struct trail *trail;           /* of what is printed, or NULL */
};

const struct value *expr_eval(const struct expr *expr, struct evaluation *evaluation,
                              const struct scope *scope);

/* Appends the value as it is printed; reports at the expression when it cannot be. */
void expr_print(const struct expr *expr, const struct value *value, struct evaluation *evaluation,
                struct buffer *out);

/* Evaluates and prints; nothing after a failure. */
void expr_render(const struct expr *expr, struct evaluation *evaluation, const struct scope *scope,
                 struct buffer *out);

/*
 * Counts work: bytes of text, or steps that cost as much. Ten texts that name each other ten times over, and loops
 * inside loops, come to a report of any length. False when it has become too much, after reporting it the first time.
 */
bool expr_spend(const struct expr *expr, struct evaluation *evaluation, size_t cost);

/* Reports at the expression and counts the failure. */
void expr_fail_at(const struct expr *expr, struct evaluation *evaluation, enum diag_code code);

struct place expr_place(const struct expr *expr);

/* The same as a text and a byte of it. */
struct trail_spot expr_spot(const struct expr *expr);

/* The place of a byte of a text that was read from YAML (or that never was). */
struct place expr_text_place(const struct text *text, size_t offset);

#endif
