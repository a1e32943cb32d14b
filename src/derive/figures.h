/*
 * figures.h - every number the report prints, exact.
 *
 * Purpose: aggregates scores (question → indicator → instrument or part → overall), ranks the
 *          indicators, derives the level and its reason. Each figure exists as computed from the
 *          questions, as announced, and as the figures one level below it give it.
 *          In a draft scores may not be typed yet: what follows from them is not known, and says so; the number is
 *          then zero and means nothing.
 * Units:   scores 0 to 100 as exact fractions; rounded half-up once, by whoever prints.
 * Memory:  figures own one arena; they point into the edition and its scheme, which must outlive
 *          them.
 */
#ifndef ITAREPORT_DERIVE_FIGURES_H
#define ITAREPORT_DERIVE_FIGURES_H

#include "base/ratio.h"
#include "edition/edition.h"

struct figure {
    bool
        misses; /* nothing was announced and some score below is not typed: `printed` says nothing */
    bool computed_misses;  /* some score below is not typed: `computed` says nothing */
    struct ratio computed; /* from the questions, fractions recovered where respondents are known */
    bool is_announced;
    struct ratio announced; /* exactly as announced (two decimals) */
    struct ratio below;     /* what the figures printed one level below give: announced ones where
                               given, their fractions recovered, otherwise their own below */
    struct ratio settled;   /* computed upward from the announced indicator (and indicator-part)
                               figures, where given; what the announcement itself implies */
    struct ratio printed;   /* announced where announced, otherwise below */
    struct ratio exact;     /* what was rounded to printed, as far as it is known */
    struct place place;     /* of the announced value, or of the thing it belongs to */
};

struct figures_question {
    const struct scheme_question *question;
    struct ratio *score; /* one a slot: what was rounded to the typed score */
    struct ratio mean;   /* over the slots */
    bool *misses;        /* one a slot: no score is typed */
    bool mean_misses;
};

struct figures_subindicator {
    const struct scheme_subindicator *subindicator;
    struct figure score;
};

struct figures_indicator {
    const struct scheme_indicator *indicator;
    struct figure score;
    struct figure *part; /* one a part of its instrument */
    size_t rank;         /* 1 = highest printed score; equal scores share a rank, order by number */
    bool below_target;
};

struct figures_part {
    const struct scheme_part *part;
    struct figure score;
};

struct figures_instrument {
    const struct scheme_instrument *instrument;
    struct figure score;
};

/* Why the level is what it is: the first tested figure that keeps the next better level away. */
struct figures_reason {
    const struct scheme_outcome *better;        /* the level missed, or NULL at the top */
    const struct scheme_instrument *instrument; /* NULL: the overall score is too low */
    const struct scheme_part *part;
    struct ratio needed;
    struct ratio reached;
};

struct figures {
    struct arena *arena;
    const struct edition *edition;

    /* Of each thing of the scheme, at its index. */
    struct figures_question *question;
    struct figures_subindicator *subindicator;
    struct figures_indicator *indicator;
    struct figures_part *part;
    struct figures_instrument *instrument;

    struct figure overall;
    const struct figures_indicator **ranking; /* highest first */
    bool ranking_misses;                /* some indicator has no score, so no place is known */
    const struct scheme_letter *letter; /* derived from the printed overall score */
    const struct scheme_outcome *outcome;
    bool outcome_misses; /* a figure that decides on the level is not known */
    struct figures_reason reason;
};

/* Of several editions of one agency: the earlier ones of a report, in the order in which it names them. */
struct figures_list {
    const struct figures **item;
    size_t count;
};

struct figures *figures_derive(const struct edition *edition);
void figures_free(struct figures *figures);
void figures_dump(const struct figures *figures, struct buffer *out);

#endif
