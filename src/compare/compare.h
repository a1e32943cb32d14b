/*
 * compare.h - what changed from one edition to another: scheme, figures, measures, texts.
 *
 * Purpose: for `itareport diff` and for layouts. Things of two schemes are the same by their words (scheme/match.h); a
 *          change is the difference of the two numbers that the reports print, so a reader who subtracts gets the same.
 * Units:   scores in hundredths, as printed; places of the ranking from 1.
 * Memory:  in the arena given; points into both editions, their schemes and figures, which must outlive it.
 */
#ifndef ITAREPORT_COMPARE_COMPARE_H
#define ITAREPORT_COMPARE_COMPARE_H

#include "base/buffer.h"
#include "derive/figures.h"
#include "scheme/match.h"

enum compare_kind {
    COMPARE_OVERALL,
    COMPARE_INSTRUMENT,
    COMPARE_PART,
    COMPARE_INDICATOR,
    COMPARE_INDICATOR_PART, /* in one part of its instrument */
    COMPARE_QUESTION,
    COMPARE_QUESTION_PART
};

/* A figure in one of the two editions. */
struct compare_side {
    bool present;
    bool misses;      /* not present, because in a draft its scores are not typed yet */
    const char *name; /* as `why` takes it: indicator.7; or NULL */
    int64_t hundredths;
    bool announced;     /* the number is the announced one: */
    struct place place; /* where; of a question: where its score is typed */
    int64_t computed;   /* what the scores give, hundredths */
    size_t rank;        /* of an indicator, else 0 */
};

struct compare_score {
    enum compare_kind kind;
    const struct text
        *title;       /* of the later edition's, or of the earlier one's where that is gone */
    const char *part; /* the name of the part, or NULL */
    struct compare_side before, after;
    /* The thing itself, where there is one: */
    const struct scheme_indicator *indicator_before, *indicator_after;
    const struct scheme_question *question_before, *question_after;
};

enum compare_fate { COMPARE_KEPT, COMPARE_RENAMED, COMPARE_ADDED, COMPARE_DROPPED };

struct compare_question {   /* of the schemes */
    enum compare_fate fate; /* renamed: nearly the same words */
    const struct scheme_question *before, *after;
    bool moved; /* another id or indicator */
};

struct compare_measure {
    enum compare_fate fate;
    const struct edition_issue *issue_before, *issue_after;
    const struct edition_measure *before, *after;
    size_t steps_kept; /* steps that are there word for word */
    bool same_period;  /* both have the same days */
    bool same_owners;
};

struct compare_text { /* a paragraph that is in both word for word */
    const char *words;
    struct place before, after;
};

struct comparison {
    const struct figures *before, *after;
    struct scheme_match match;
    bool same_agency, same_year;
    bool same_scheme; /* nothing of it came, went, moved or has other words */
    struct compare_score *score;
    size_t scores;
    struct compare_question *question; /* without those that are as they were */
    size_t questions;
    struct compare_measure *measure;
    size_t measures;
    struct compare_text *text;
    size_t texts;
};

struct comparison *compare_make(struct arena *arena, const struct figures *before,
                                const struct figures *after);

/* The printed level and letter of an edition; NULL: none. */
const struct text *compare_level(const struct figures *figures);
const struct text *compare_letter(const struct figures *figures);

/* Whether a figure is in both, and another number (or in another place of the ranking). */
bool compare_moved(const struct compare_score *score);

/* How many measures or questions have a fate. */
size_t compare_count_measures(const struct comparison *comparison, enum compare_fate fate);
size_t compare_count_questions(const struct comparison *comparison, enum compare_fate fate);

/* As text, tables aligned by what a terminal shows; and as JSON (docs/compare.md). */
void compare_print(const struct comparison *comparison, enum diag_language language,
                   struct buffer *out);
void compare_print_json(const struct comparison *comparison, struct buffer *out);

#endif
