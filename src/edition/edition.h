/*
 * edition.h - what an edition says: framework, results, analyses, measures.
 *
 * Purpose: the typed, cross-referenced content of the YAML files. Frozen after edition_load; no
 * figure is computed here (see derive/figures.h). Units:   scores in hundredths (struct decimal);
 * dates in the Buddhist era. Memory:  the edition owns one arena, freed by edition_free; texts point
 * into it. Errors:  reported to diag at their place, all of them; edition_load returns NULL only when
 * so little could be read that the next stage has nothing to work on.
 */
#ifndef ITAREPORT_EDITION_EDITION_H
#define ITAREPORT_EDITION_EDITION_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "yaml/record.h"

struct sources;

enum { EDITION_PARTS = 4 }; /* parts an instrument may have */

/* ---- the scheme of the year: input/frameworks/YEAR.yaml ---- */

struct scheme_instrument;
struct scheme_indicator;

struct scheme_question {
    struct text id; /* i1, e9, o28 */
    struct text text;
    struct place place;
    size_t number; /* index in edition.question */
    const struct scheme_indicator *indicator;
    const struct scheme_subindicator *subindicator; /* or NULL */
    /* from results.yaml: one score, or one a part of the instrument */
    struct decimal score[EDITION_PARTS];
    /* from analyses.yaml */
    struct text guideline;
};

struct scheme_subindicator {
    struct text number; /* "9.1" */
    struct text name;
    struct texts topics;
    struct whole stated_questions;
    struct scheme_question *question; /* as read; linked into edition.question */
    size_t questions;
    struct place place;
    const struct scheme_indicator *indicator;
    struct decimal published;
};

struct scheme_indicator {
    struct whole number; /* 1 to 10 */
    struct text name;
    struct whole stated_questions;
    struct scheme_question *question; /* empty when it has sub-indicators */
    size_t questions;
    struct scheme_subindicator *subindicator;
    size_t subindicators;
    struct place place;
    const struct scheme_instrument *instrument;
    struct decimal published;
    struct decimal published_part[EDITION_PARTS];
    struct whole stated_rank;
    struct text analysis;
};

struct scheme_part {
    struct text id; /* public, survey */
    struct text name;
    struct text english;
    struct text about;
    struct decimal weight;
    struct place place;
    const struct scheme_instrument *instrument;
    struct whole respondents;
    struct decimal published;
    struct decimal published_total;
};

struct scheme_instrument {
    struct text id; /* IIT, EIT, OIT */
    struct text name;
    struct text english;
    struct decimal weight;
    struct whole stated_questions;
    struct scheme_part *part;
    size_t parts;
    struct scheme_indicator *indicator;
    size_t indicators;
    struct place place;
    struct whole respondents;
    struct decimal published;
    struct decimal published_total; /* the total line under its table, where it was printed apart */
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
    struct scheme_letter *letter;
    size_t letters;
    struct scheme_outcome *outcome;
    size_t outcomes;
    bool parts_tested_apart;
};

struct scheme {
    struct whole fiscal_year;
    struct decimal full_score;
    struct whole scale;
    struct decimal target;
    struct whole stated_issues; /* how many issues need measures */
    struct scheme_instrument *instrument;
    size_t instruments;
    struct scheme_levels levels;
};

/* ---- one edition ---- */

struct edition_agency {
    struct text name;
    struct text short_name;
    struct text kind; /* of agencies that it is one of, such as องค์กรปกครองส่วนท้องถิ่น; or not given */
};

struct edition_acknowledgement { /* a known discrepancy that is let pass */
    struct text rule;            /* of the audit */
    struct texts place_keys;     /* key paths, such as results.published.indicators.9 */
    struct text reason;
    struct place place;
};

struct edition_evidence { /* a page where the agency publishes what a question asks for */
    struct text id;       /* of the question */
    struct text title;
    struct text url; /* https:// or http:// */
    struct place place;
    const struct scheme_question *question;
};

struct edition_signature { /* who signs the report; without a name, no one does */
    struct text name;
    struct text position;
    struct day date;
};

struct edition_profile {
    struct text framework; /* path, relative to edition.yaml */
    struct text layout;    /* name or path */
    struct text previous; /* folder of an earlier edition, relative to edition.yaml; or not given */
    struct whole fiscal_year;
    struct whole plan_year;
    struct day date;
    struct text language;
    struct edition_agency agency;
    struct text emblem; /* an image file, relative to edition.yaml; or not given */
    struct texts cover;
    struct texts title;
    struct text foreword; /* prose */
    struct edition_signature signature;
    struct texts terms;
    struct edition_evidence *evidence;
    size_t evidences;
    struct edition_acknowledgement *acknowledgement;
    size_t acknowledgements;
};

struct edition_advice { /* one recommendation of the assessor */
    const struct scheme_question *question;
    const struct scheme_part *part; /* or NULL */
    struct text text;
    struct place place;
};

struct edition_advice_group {
    const struct scheme_instrument *instrument;
    struct text introduction;
    struct edition_advice *item;
    size_t items;
    struct place place;
};

struct edition_recommendations {
    struct text introduction;
    struct edition_advice_group *group;
    size_t groups;
    struct texts survey;
};

struct edition_published { /* announced figures that belong to the whole */
    struct decimal overall;
    struct text letter;
    struct text level;
    struct decimal highest;
    struct decimal lowest;
};

struct edition_period {
    struct day from;
    struct day to;
    struct place place;
};

struct edition_measure {
    struct text name;
    struct texts steps;
    struct edition_period period;
    struct texts owners;
    struct place place;
};

struct edition_issue {
    struct whole number;
    struct text name;
    struct text focus;
    struct edition_measure *measure;
    size_t measures;
    struct place place;
};

struct edition {
    struct arena *arena;
    const char *folder; /* the edition's folder */
    struct edition_profile profile;
    struct scheme scheme;
    struct edition_published published;
    struct edition_recommendations recommendations;
    struct text summary; /* the text after the ranking */
    struct edition_issue *issue;
    size_t issues;

    /* flat views, in the order of the framework */
    struct scheme_question **question;
    size_t questions;
    struct scheme_indicator **indicator;
    size_t indicators;
    struct scheme_part **part;
    size_t parts;
};

/* Reads edition.yaml in the folder and all files it names. */
struct edition *edition_load(const char *folder, struct sources *sources, struct diag *diag);

/* The same of an earlier edition to compare with, which needs no analyses and no measures. */
struct edition *edition_load_earlier(const char *folder, struct sources *sources,
                                     struct diag *diag);
void edition_free(struct edition *edition);

const struct scheme_question *edition_find_question(const struct edition *edition, const char *id);
const struct scheme_indicator *edition_find_indicator(const struct edition *edition,
                                                      int64_t number);
const struct scheme_instrument *edition_find_instrument(const struct edition *edition,
                                                        const char *id);
const struct scheme_part *edition_find_part(const struct edition *edition, const char *id);

/*
 * Whether all figures of this scheme have exact fractions that fit (see base/ratio.h): from typed
 * scores, or (recovered) from the fractions behind them. edition_load reports a scheme where the
 * first does not hold.
 */
bool edition_fits_fractions(const struct edition *edition, bool recovered);

/* One fact a line, in the framework's order, with the place where a value is given. */
/* The table behind a file: edition, framework, results, analyses or measures; or NULL. */
const struct record *edition_record(const char *name);

void edition_dump(const struct edition *edition, struct buffer *out);

#endif
