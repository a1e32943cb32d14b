/*
 * match.h - which things of two schemes are the same.
 *
 * Purpose: a comparison of two years, or what goes on from one to the next. Ids and numbers are given anew each year, so
 *          questions are known by their texts and indicators by their names; ids only decide between equals.
 * Memory:  in the arena given; points into both schemes.
 */
#ifndef ITAREPORT_SCHEME_MATCH_H
#define ITAREPORT_SCHEME_MATCH_H

#include "base/alike.h"
#include "scheme/scheme.h"

/* Of each thing of the later scheme, at its index, the same thing of the earlier one; NULL: it is new. */
struct scheme_match {
    const struct scheme *before, *after;
    const struct scheme_question **question;
    int *question_percent; /* how alike the texts are; 100: word for word */
    const struct scheme_indicator **indicator;
    const struct scheme_subindicator **subindicator;
    const struct scheme_instrument **instrument;
    const struct scheme_part **part;
};

struct scheme_match scheme_match(struct arena *arena, const struct scheme *before,
                                 const struct scheme *after);

/* Whether a question of the earlier scheme is in the later one. */
bool scheme_match_goes_on(const struct scheme_match *match, const struct scheme_question *before);

#endif
