/*
 * target.h - the values of results.yaml that a spreadsheet can have: all that the scheme has room for.
 *
 * Purpose: one list of every score, announced figure, rank and number of respondents, each with the keys that lead to it. What
 *          is read from cells is put to it, and what is exported is taken from it, so both speak of the same things.
 * Memory:  belongs to the arena given and points into the scheme.
 */
#ifndef ITAREPORT_EXCHANGE_TARGET_H
#define ITAREPORT_EXCHANGE_TARGET_H

#include "edit/set.h"
#include "scheme/scheme.h"

enum target_kind {
    TARGET_SCORE,       /* of a question, in a slot */
    TARGET_RESPONDENTS, /* of an instrument or part */
    TARGET_FIGURE,      /* announced: a score */
    TARGET_RANK,        /* announced, of an indicator */
    TARGET_LEVEL,
    TARGET_LETTER
};

struct target {
    enum target_kind kind;
    const char *path;            /* scores.e1.public */
    struct edit_setting setting; /* without its text */
    const char *label;           /* what it is the value of, for people */
    const char *detail;          /* … and of which part of that; "" */
    /* What it is of; NULL where it is of nothing of the kind. */
    const struct scheme_question *question;
    const struct scheme_indicator *indicator;
    const struct scheme_subindicator *subindicator;
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    bool is_total; /* the total line of a table */
};

struct targets {
    const struct scheme *scheme;
    struct target *item;
    size_t count, room;
};

struct targets *targets_of(struct arena *arena, const struct scheme *scheme);

/* NULL where the scheme has no such thing. */
const struct target *target_of_path(const struct targets *targets, const char *path);
const struct target *target_of_question(const struct targets *targets,
                                        const struct scheme_question *question,
                                        const struct scheme_part *part);
const struct target *target_of_indicator(const struct targets *targets,
                                         const struct scheme_indicator *indicator,
                                         const struct scheme_part *part);
const struct target *target_of_subindicator(const struct targets *targets,
                                            const struct scheme_subindicator *subindicator);
/* Of a part, or of the whole instrument without one. */
const struct target *target_of_instrument(const struct targets *targets, enum target_kind kind,
                                          const struct scheme_instrument *instrument,
                                          const struct scheme_part *part);
const struct target *target_of_rank(const struct targets *targets,
                                    const struct scheme_indicator *indicator);

#endif
