/*
 * placeholder.h - the placeholders of a text: {{ agency.name }}.
 *
 * Purpose: the only reader of double braces. A closing pair inside a quoted string of the
 *          expression does not end the placeholder; an opening pair inside it does, and leaves it
 *          unclosed.
 * Units:   offsets are bytes of the text.
 * Errors:  reported by placeholder_parse at the place inside the text.
 */
#ifndef ITAREPORT_FORMULA_PLACEHOLDER_H
#define ITAREPORT_FORMULA_PLACEHOLDER_H

#include "formula/expr.h"

struct placeholder {
    size_t start;  /* of the opening braces */
    size_t inside; /* of the expression */
    size_t close;  /* of the closing braces; unclosed: as `inside` */
    size_t end;    /* after the closing braces, where the text goes on; unclosed: as `inside` */
    bool is_closed;
};

/* The first placeholder that opens at an offset or later; false when there is none. */
bool placeholder_next(const struct text *text, size_t at, struct placeholder *out);

/* Its expression; NULL after reporting that it is not closed or not well formed. The text must
 * outlive the expression; with a NULL diag nothing is reported. */
const struct expr *placeholder_parse(struct arena *arena, struct diag *diag,
                                     const struct text *text,
                                     const struct placeholder *placeholder);

#endif
