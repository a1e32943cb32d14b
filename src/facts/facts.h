/*
 * facts.h - the edition and the figures as values that layouts and prose can name.
 *
 * Purpose: one map with everything; docs/layout.md lists its paths. Figures are the printed ones:
 *          announced where announced, computed otherwise.
 * Units:   scores as exact numbers from 0 to 100.
 * Memory:  values belong to the arena given and point into the edition.
 */
#ifndef ITAREPORT_FACTS_FACTS_H
#define ITAREPORT_FACTS_FACTS_H

#include <stdint.h>

#include "derive/figures.h"
#include "formula/value.h"

/* That the document is a draft, and of when. */
struct facts_draft {
    int64_t seconds; /* since 1970 UTC */
};

/* What a document can say besides the facts of its edition. */
struct facts_setup {
    const struct facts_draft *draft; /* NULL: a final report */
    struct figures_list earlier;     /* of earlier editions, the previous one first */
    const struct value *references;  /* the map called `ref` */
};

const struct value *facts_make(struct arena *arena, const struct edition *edition,
                               const struct figures *figures, const struct facts_setup *setup);

#endif
