/*
 * template.h - texts with placeholders: "ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}".
 *
 * Purpose: splits a text into wording and expressions once; prints it as often as needed.
 * Units:   offsets are bytes of the text.
 * Memory:  a template belongs to the arena given and points into its text, which must outlive it.
 * Errors:  reported at the place inside the text; a bad placeholder is left out.
 */
#ifndef ITAREPORT_FORMULA_TEMPLATE_H
#define ITAREPORT_FORMULA_TEMPLATE_H

#include "formula/expr.h"

struct template_piece {
    size_t start; /* of the wording, or of the opening braces */
    size_t end;
    const struct expr *expr; /* NULL: wording */
};

struct template
{
    struct text text;
    struct template_piece *piece;
    size_t pieces;
    bool broken; /* something was reported */
};

const struct template *template_parse(struct arena *arena, struct diag *diag,
                                      const struct text *text);

void template_render(const struct template *template, struct evaluation *evaluation,
                     const struct scope *scope, struct buffer *out);

/* Prints a value of form VALUE_TEMPLATE or VALUE_PROSE as one plain text; false when texts name
 * each other without end. */
bool template_print(const struct value *value, struct evaluation *evaluation, struct buffer *out);

/* What the placeholders of a data file's text can name besides the facts: `this`, none of the
 * layout's names. */
struct scope template_scope(const struct value *value);

/*
 * Around the printing of such a text by other means than template_print: from now on its own facts
 * hold, and what its placeholders put in is inside a text. template_leave is given what
 * template_enter returned.
 */
const struct value *template_enter(const struct value *value, struct evaluation *evaluation);
void template_leave(struct evaluation *evaluation, const struct value *facts);

#endif
