/*
 * why.h - how a figure of the report comes about, as a tree down to the typed scores.
 *
 * Purpose: for `itareport why` and for editors: what was announced and where, what follows from the scores,
 *          whether they agree, and of what it is made. For a level: the conditions of the scheme that decide it.
 * Units:   scores 0 to 100 as exact fractions; weights in hundredths.
 * Memory:  a tree belongs to the arena given and points into the figures, their edition and its scheme.
 * Errors:  a name that is none is reported with the nearest that is.
 */
#ifndef ITAREPORT_WHY_WHY_H
#define ITAREPORT_WHY_WHY_H

#include "base/diag.h"
#include "derive/figures.h"
#include "formula/expr.h"

enum why_kind {
    WHY_SCORE,   /* a number from 0 to 100 */
    WHY_LEVEL,   /* the level, of outcomes */
    WHY_OUTCOME, /* a level of the scheme, of conditions */
    WHY_TEST,    /* a condition: a score that must reach a limit */
    WHY_LETTER,  /* the letter, of its score */
    WHY_RANK,    /* an indicator's place, or the whole ranking */
    WHY_FORMULA  /* a formula, or a part of one that is no figure */
};

/* How a score comes about. */
enum why_how {
    WHY_TYPED,    /* it is in results.yaml */
    WHY_MEAN,     /* of its children's computed scores */
    WHY_WEIGHTED, /* their sum by weight, over why.total */
    WHY_TAKEN     /* it is its child's: the highest of a ranking */
};

enum why_verdict {
    WHY_NOTHING_ANNOUNCED,
    WHY_AGREES,
    WHY_ROUNDED, /* 0.01 apart, which scores of two decimals allow */
    WHY_DIFFERS
};

struct why {
    enum why_kind kind;
    const char *name; /* as `why` takes it: indicator.7 */
    const char
        *figure; /* as placeholders say it and doc_origin has it: indicator.7.score; or NULL */
    const struct text *title; /* what the scheme calls it, or NULL */
    struct place place;       /* in the scheme, or of the typed score */

    bool is_announced;
    struct ratio announced;
    struct place announced_at;
    struct ratio computed; /* exact; of a test: what it is taken for, as printed */
    enum why_verdict verdict;
    bool has_below; /* the figures announced one level below give something else than the scores: */
    struct ratio below;
    bool follows; /* it differs, but is what the indicators give as they were announced */

    enum why_how how;
    int64_t weight;      /* in its parent's sum, or 0 */
    int64_t total;       /* of a weighted sum */
    bool is_exact;       /* all fractions behind the typed scores are known */
    int64_t respondents; /* of a typed score, where they are known: its fraction is */

    /* level, letter, rank, outcome, test */
    const struct text *stated; /* level, letter: as announced, or NULL */
    const struct text *found;  /* level, letter: as the figures give it, or NULL for none */
    int64_t stated_rank, rank; /* 0: not stated */
    const char *shown;         /* formula: what it comes to */
    bool is_number;            /* formula: its value is, exactly, computed */
    int64_t limit;             /* test, letter: to be reached, hundredths */
    int64_t limit_to;          /* letter: its highest score */
    bool holds;                /* outcome, test */

    const struct why **child;
    size_t children;
};

/* NULL after reporting, to diag, that there is no such figure. Names are those of `figures_dump`, level, letter, rank,
 * rank.7, highest and lowest; capitals do not matter, `.score` may follow, and the id of a question, an instrument or
 * a part suffices. */
const struct why *why_make(struct arena *arena, const struct figures *figures, const char *name,
                           struct diag *diag);

/* A formula of the facts, such as overall.score - previous.overall.score. NULL after reporting what is wrong with it. */
struct why_formula {
    const struct figures *figures;
    struct figures_list earlier;   /* of the editions that it can name */
    struct evaluation *evaluation; /* with the facts */
};
const struct why *why_formula(struct arena *arena, const struct why_formula *of,
                              const struct expr *expr);

/* The figures that a name is of: the name then begins after "previous." or "earlier.2.". */
const struct figures *why_figures(const struct figures *now, struct figures_list earlier,
                                  const char **name);

/* All names in full, NULL-terminated. */
const char *const *why_names(struct arena *arena, const struct figures *figures);

/* As text, two spaces a step of depth; and as JSON: an object. */
void why_print(const struct why *why, enum diag_language language, struct buffer *out);
void why_print_json(const struct why *why, struct buffer *out);

/* 296/3, or 98 for a whole number. */
const char *why_fraction(struct arena *arena, struct ratio ratio);

#endif
