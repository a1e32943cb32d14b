/*
 * level.h - the level of a result and its reason.
 *
 * Purpose: a letter by the overall score; an outcome by the overall score and, where the level sets
 *          a limit, by every instrument (or part of one, where the scheme tests parts apart).
 * Units:   scores as printed (two decimals): the level never contradicts the number beside it.
 * Memory:  results point into the edition and its scheme.
 */
#ifndef ITAREPORT_DERIVE_LEVEL_H
#define ITAREPORT_DERIVE_LEVEL_H

#include "derive/figures.h"

/* The band a score falls into; NULL where the scheme has none for it. */
const struct scheme_letter *level_letter(const struct scheme_levels *levels, struct ratio overall);

/* Whether all conditions of an outcome hold; otherwise the first that does not, in *reason. */
bool level_holds(const struct figures *figures, const struct scheme_outcome *outcome,
                 struct figures_reason *reason);

/* Fills figures.letter, .outcome and .reason. */
void level_derive(struct figures *figures);

#endif
