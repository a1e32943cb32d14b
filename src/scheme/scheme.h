/*
 * scheme.h - the scheme of a fiscal year: instruments, parts, indicators, questions and levels.
 *
 * Purpose: a scheme is the same for all agencies of its year, so any number of editions borrow one.
 *          It is read from a file such as input/frameworks/2568.yaml and never changes after
 *          scheme_load. What an edition says of a thing of the scheme is in a list of the edition,
 *          at the thing's index.
 * Units:   scores and weights in hundredths (struct decimal).
 * Memory:  a scheme owns one arena, freed by scheme_free; texts point into it, places into the
 *          source that it was read from, which must outlive it.
 */
#ifndef ITAREPORT_SCHEME_SCHEME_H
#define ITAREPORT_SCHEME_SCHEME_H

#include "base/arena.h"
#include "base/diag.h"
#include "source/kept.h"
#include "yaml/record.h"

struct scheme_question {
    size_t index;   /* in scheme.question */
    struct text id; /* i1, e9, o28 */
    struct text text;
    struct place place;
    const struct scheme_indicator *indicator;
    const struct scheme_subindicator *subindicator; /* or NULL */
};

struct scheme_subindicator {
    size_t index;       /* in scheme.subindicator */
    struct text number; /* "9.1" */
    struct text name;
    struct texts topics;
    struct whole stated_questions;
    const struct scheme_question *question; /* its run of scheme.question */
    size_t questions;
    struct place place;
    const struct scheme_indicator *indicator;
};

struct scheme_indicator {
    size_t index;        /* in scheme.indicator */
    struct whole number; /* 1 to 10 */
    struct text name;
    struct whole stated_questions;
    const struct scheme_question *question; /* empty when it has sub-indicators */
    size_t questions;
    const struct scheme_subindicator *subindicator;
    size_t subindicators;
    struct place place;
    const struct scheme_instrument *instrument;
};

struct scheme_part {
    size_t index;   /* in scheme.part */
    struct text id; /* public, survey */
    struct text name;
    struct text english;
    struct text about;
    struct decimal weight;
    struct place place;
    const struct scheme_instrument *instrument;
};

struct scheme_instrument {
    size_t index;   /* in scheme.instrument */
    struct text id; /* IIT, EIT, OIT */
    struct text name;
    struct text english;
    struct decimal weight;
    struct whole stated_questions;
    const struct scheme_part *part;
    size_t parts;
    const struct scheme_indicator *indicator;
    size_t indicators;
    struct place place;
};

struct scheme_letter {
    struct text name;
    struct decimal from;
    struct decimal to;
    struct place place;
};

struct scheme_outcome {
    struct text name;
    struct decimal overall_from;
    struct decimal each_from;
    struct place place;
};

struct scheme_levels {
    const struct scheme_letter *letter;
    size_t letters;
    const struct scheme_outcome *outcome;
    size_t outcomes;
    bool parts_tested_apart;
};

struct scheme {
    struct arena *arena;
    const char *path;
    const struct node *tree;
    struct text source; /* where it comes from; or not given */
    struct whole fiscal_year;
    struct decimal full_score;
    struct whole scale;
    struct decimal target;
    struct whole stated_issues; /* how many issues need measures */
    struct texts issues;        /* their names; or none */
    struct scheme_levels levels;

    /* All things of a kind, in the order of the file. */
    const struct scheme_instrument *instrument;
    size_t instruments;
    const struct scheme_part *part;
    size_t parts;
    const struct scheme_indicator *indicator;
    size_t indicators;
    const struct scheme_subindicator *subindicator;
    size_t subindicators;
    const struct scheme_question *question;
    size_t questions;
};

/*
 * Reads a scheme. from: the reference that named the file. What is wrong is reported at its place,
 * all of it; NULL only when the file has no YAML tree. A scheme without questions is of no use.
 */
struct scheme *scheme_load(const char *path, struct place from, struct sources *sources,
                           struct diag *diag);
void scheme_free(struct scheme *scheme);

/* For a shelf of schemes. */
extern const struct kept_kind scheme_kind;

/* Things by id or number; NULL when there is none. */
const struct scheme_question *scheme_find_question(const struct scheme *scheme, const char *id);
const struct scheme_indicator *scheme_find_indicator(const struct scheme *scheme, int64_t number);
const struct scheme_subindicator *scheme_find_subindicator(const struct scheme *scheme,
                                                           const char *number);
const struct scheme_instrument *scheme_find_instrument(const struct scheme *scheme, const char *id);
const struct scheme_part *scheme_find_part(const struct scheme *scheme, const char *id);

/*
 * A question has a score in each slot: one a part of its instrument, or a single one where the
 * instrument has no parts.
 */
size_t scheme_slots(const struct scheme_instrument *instrument);
size_t scheme_slot(const struct scheme_part *part);

/* What a part is called in messages: its name, or its id where it has none. */
const char *scheme_part_name(const struct scheme_part *part);

/* What is made of the scores of all slots, where a slot can be named. */
#define SCHEME_ALL_SLOTS SIZE_MAX

/* The table of the file. */
extern const struct record scheme_record;
extern const struct record scheme_letter_record; /* of one letter */

#endif
