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

/* Fills figures.letter, .outcome and .reason. */
void level_derive(struct figures *figures);

#endif
