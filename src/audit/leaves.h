/*
 * leaves.h - a figure as the weighted sum of the scores it is made of.
 *
 * Purpose: says which one score alone, changed, would turn a computed figure into the announced.
 * Units:   scores in hundredths as typed; shares as exact fractions that add up to 1.
 * Memory:  the leaves are in the audit's arena.
 */
#ifndef ITAREPORT_AUDIT_LEAVES_H
#define ITAREPORT_AUDIT_LEAVES_H

#include "audit/rule.h"

struct leaf {
    const struct scheme_question *question;
    size_t slot;
    struct ratio share;
};

struct leaves {
    struct arena *arena;
    struct leaf *leaf;
    size_t count;
    size_t capacity;
};

/* Adds the scores of a mean of questions, an indicator, or an instrument; part: a slot or
 * SCHEME_ALL_SLOTS. share is what the whole counts for. */
struct leaves_questions {
    const struct scheme_question *item;
    size_t count;
};
void leaves_add_questions(struct leaves *leaves, struct leaves_questions questions, size_t part,
                          struct ratio share);
void leaves_add_indicator(struct leaves *leaves, const struct scheme_indicator *indicator,
                          size_t part, struct ratio share);
void leaves_add_instrument(struct leaves *leaves, const struct scheme_instrument *instrument,
                           size_t part, struct ratio share);

/*
 * The score that alone would make the figure come out as announced (hundredths), and its value.
 * False when there is none or more than one.
 */
struct leaves_change {
    const struct leaf *leaf;
    int64_t score; /* hundredths */
};
bool leaves_reconcile(const struct audit *audit, const struct leaves *leaves, struct ratio computed,
                      int64_t announced, struct leaves_change *out);

/* Whether the figure comes out as announced with an indicator's announced score for its computed. */
bool leaves_reconcile_indicator(const struct leaves *leaves,
                                const struct scheme_indicator *indicator,
                                const struct figure *of_indicator, const struct figure *figure,
                                int64_t announced);

#endif
