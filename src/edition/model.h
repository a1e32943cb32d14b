/*
 * model.h - what an edition says: framework, results, analyses, measures.
 *
 * Purpose: the typed, cross-referenced content of the YAML files. Frozen after model_load; no
 * figure is computed here (see derive/figures.h). Units:   scores in hundredths (struct decimal);
 * dates in the Buddhist era. Memory:  the model owns one arena, freed by model_free; texts point
 * into it. Errors:  reported to diag at their place, all of them; model_load returns NULL only when
 * so little could be read that the next stage has nothing to work on.
 */
#ifndef ITAREPORT_EDITION_MODEL_H
#define ITAREPORT_EDITION_MODEL_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "yaml/record.h"

enum { MODEL_PARTS = 4 }; /* parts an instrument may have */

/* ---- the scheme of the year: input/frameworks/YEAR.yaml ---- */

struct model_instrument;
struct model_indicator;

struct model_question {
    struct text id; /* i1, e9, o28 */
    struct text text;
    struct place place;
    size_t number; /* index in model.question */
    const struct model_indicator *indicator;
    const struct model_subindicator *subindicator; /* or NULL */
    /* from results.yaml: one score, or one a part of the instrument */
    struct decimal score[MODEL_PARTS];
    /* from analyses.yaml */
    struct text guideline;
};

struct model_subindicator {
    struct text number; /* "9.1" */
    struct text name;
    struct texts topics;
    struct whole stated_questions;
    struct model_question *question; /* as read; linked into model.question */
    size_t questions;
    struct place place;
    const struct model_indicator *indicator;
    struct decimal published;
};

struct model_indicator {
    struct whole number; /* 1 to 10 */
    struct text name;
    struct whole stated_questions;
    struct model_question *question; /* empty when it has sub-indicators */
    size_t questions;
    struct model_subindicator *subindicator;
    size_t subindicators;
    struct place place;
    const struct model_instrument *instrument;
    struct decimal published;
    struct decimal published_part[MODEL_PARTS];
    struct whole stated_rank;
    struct text analysis;
};

struct model_part {
    struct text id; /* public, survey */
    struct text name;
    struct text english;
    struct text about;
    struct decimal weight;
    struct place place;
    const struct model_instrument *instrument;
    struct whole respondents;
    struct decimal published;
    struct decimal published_total;
};

struct model_instrument {
    struct text id; /* IIT, EIT, OIT */
    struct text name;
    struct text english;
    struct decimal weight;
    struct whole stated_questions;
    struct model_part *part;
    size_t parts;
    struct model_indicator *indicator;
    size_t indicators;
    struct place place;
    struct whole respondents;
    struct decimal published;
    struct decimal published_total; /* the total line under its table, where it was printed apart */
};

struct model_letter {
    struct text name;
    struct decimal from;
    struct decimal to;
    struct place place;
};

struct model_outcome {
    struct text name;
    struct decimal overall_from;
    struct decimal each_from;
    struct place place;
};

struct model_levels {
    struct model_letter *letter;
    size_t letters;
    struct model_outcome *outcome;
    size_t outcomes;
    bool parts_tested_apart;
};

struct model_framework {
    struct whole fiscal_year;
    struct decimal full_score;
    struct whole scale;
    struct decimal target;
    struct whole stated_issues; /* how many issues need measures */
    struct model_instrument *instrument;
    size_t instruments;
    struct model_levels levels;
};

/* ---- one edition ---- */

struct model_agency {
    struct text name;
    struct text short_name;
    struct text kind; /* of agencies that it is one of, such as องค์กรปกครองส่วนท้องถิ่น; or not given */
};

struct model_acknowledgement { /* a known discrepancy that is let pass */
    struct text rule;          /* of the audit */
    struct texts place_keys;   /* key paths, such as results.published.indicators.9 */
    struct text reason;
    struct place place;
};

struct model_evidence { /* a page where the agency publishes what a question asks for */
    struct text id;     /* of the question */
    struct text title;
    struct text url; /* https:// or http:// */
    struct place place;
    const struct model_question *question;
};

struct model_signature { /* who signs the report; without a name, no one does */
    struct text name;
    struct text position;
    struct day date;
};

struct model_edition {
    struct text framework; /* path, relative to edition.yaml */
    struct text layout;    /* name or path */
    struct text previous; /* folder of an earlier edition, relative to edition.yaml; or not given */
    struct whole fiscal_year;
    struct whole plan_year;
    struct day date;
    struct text language;
    struct model_agency agency;
    struct text emblem; /* an image file, relative to edition.yaml; or not given */
    struct texts cover;
    struct texts title;
    struct text foreword; /* prose */
    struct model_signature signature;
    struct texts terms;
    struct model_evidence *evidence;
    size_t evidences;
    struct model_acknowledgement *acknowledgement;
    size_t acknowledgements;
};

struct model_advice { /* one recommendation of the assessor */
    const struct model_question *question;
    const struct model_part *part; /* or NULL */
    struct text text;
    struct place place;
};

struct model_advice_group {
    const struct model_instrument *instrument;
    struct text introduction;
    struct model_advice *item;
    size_t items;
    struct place place;
};

struct model_recommendations {
    struct text introduction;
    struct model_advice_group *group;
    size_t groups;
    struct texts survey;
};

struct model_published { /* announced figures that belong to the whole */
    struct decimal overall;
    struct text letter;
    struct text level;
    struct decimal highest;
    struct decimal lowest;
};

struct model_period {
    struct day from;
    struct day to;
    struct place place;
};

struct model_measure {
    struct text name;
    struct texts steps;
    struct model_period period;
    struct texts owners;
    struct place place;
};

struct model_issue {
    struct whole number;
    struct text name;
    struct text focus;
    struct model_measure *measure;
    size_t measures;
    struct place place;
};

struct model {
    struct arena *arena;
    const char *folder; /* the edition's folder */
    struct model_edition edition;
    struct model_framework framework;
    struct model_published published;
    struct model_recommendations recommendations;
    struct text summary; /* the text after the ranking */
    struct model_issue *issue;
    size_t issues;

    /* flat views, in the order of the framework */
    struct model_question **question;
    size_t questions;
    struct model_indicator **indicator;
    size_t indicators;
    struct model_part **part;
    size_t parts;
};

/* Reads edition.yaml in the folder and all files it names. */
struct model *model_load(const char *folder, struct diag *diag);

/* The same of an earlier edition to compare with, which needs no analyses and no measures. */
struct model *model_load_earlier(const char *folder, struct diag *diag);
void model_free(struct model *model);

const struct model_question *model_find_question(const struct model *model, const char *id);
const struct model_indicator *model_find_indicator(const struct model *model, int64_t number);
const struct model_instrument *model_find_instrument(const struct model *model, const char *id);
const struct model_part *model_find_part(const struct model *model, const char *id);

/*
 * Whether all figures of this scheme have exact fractions that fit (see base/ratio.h): from typed
 * scores, or (recovered) from the fractions behind them. model_load reports a scheme where the
 * first does not hold.
 */
bool model_fits_fractions(const struct model *model, bool recovered);

/* One fact a line, in the framework's order, with the place where a value is given. */
/* The table behind a file: edition, framework, results, analyses or measures; or NULL. */
const struct record *model_record(const char *name);

void model_dump(const struct model *model, struct buffer *out);

#endif
