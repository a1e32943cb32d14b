/*
 * facts.h - the edition and the figures as values that layouts and prose can name.
 *
 * Purpose: one map with everything; docs/layout.md lists its paths. Figures are the printed ones:
 *          announced where announced, computed otherwise.
 * Units:   scores as exact numbers from 0 to 100.
 * Memory:  values belong to the arena given and point into the edition.
 * Errors:  none.
 */
#ifndef ITAREPORT_FACTS_FACTS_H
#define ITAREPORT_FACTS_FACTS_H

#include "compose/compose.h"
#include "derive/figures.h"
#include "formula/value.h"

const struct value *facts_make(struct arena *arena, const struct edition *edition,
                               const struct figures *figures, const struct compose_setup *setup,
                               const struct value *references);

/* The draft's date and time of day in Thailand (facts_plan.c); nothing for a final report. */
const struct value *facts_draft(struct arena *arena, const struct compose_draft *draft);

/* The seven issues with their measures (facts_plan.c). */
const struct value *facts_issues(struct arena *arena, const struct edition *edition);

#endif
