/*
 * edition.h - what an edition says: its scheme, results, analyses and measures.
 *
 * Purpose: the typed, cross-referenced content of the YAML files. Never changes after edition_load;
 *          no figure is computed here (see derive/figures.h).
 * Units:   scores in hundredths (struct decimal); dates in the Buddhist era.
 * Memory:  the edition owns one arena, freed by edition_free; texts point into it. Its scheme is
 *          borrowed: other editions may have the same one.
 * Errors:  reported at their place, all of them.
 */
#ifndef ITAREPORT_EDITION_EDITION_H
#define ITAREPORT_EDITION_EDITION_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "scheme/scheme.h"

struct edition_agency {
    struct text name;
    struct text short_name;
    struct text kind; /* of agencies that it is one of, such as องค์กรปกครองส่วนท้องถิ่น; or not given */
};

struct edition_acknowledgement { /* a known discrepancy that is let pass */
    struct text rule;            /* of the audit */
    struct texts place_keys;     /* key paths, such as results.published.indicators.9 */
    struct texts contents; /* what the finding is about, such as a year: one of these; or none */
    struct whole year;     /* the fiscal year of the report that it is let pass in; or not given */
    struct text reason;
    struct place place;
};

struct edition_evidence { /* a page where the agency publishes what answers a question */
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

/* What an edition says beyond what its scheme asks: free tables, numbers and texts. */
enum edition_data_kind { DATA_NONE, DATA_NUMBER, DATA_TEXT, DATA_LIST, DATA_MAP };

struct edition_data {
    enum edition_data_kind kind;
    const char *key;    /* of an entry of a map, else NULL */
    int64_t hundredths; /* number */
    bool is_whole;      /* number: typed without decimals */
    struct text text;
    struct place place;
    struct edition_data *item; /* list or map */
    size_t items;
};

struct edition_profile {
    struct text framework; /* path, relative to edition.yaml */
    struct text layout;    /* name or path */
    struct text previous; /* folder of an earlier edition, relative to edition.yaml; or not given */
    struct texts earlier; /* of several; the first is the previous one */
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
    struct scheme_letter *letter; /* in place of the scheme's */
    size_t letters;
    struct edition_evidence *evidence;
    size_t evidences;
    const struct node *data; /* or NULL */
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

/* ---- what was announced and is said of the things of the scheme ---- */

struct edition_question {
    const struct scheme_question *question;
    struct decimal *score; /* one a slot, see scheme_slots */
    struct text guideline;
    bool has_default; /* the guideline is that of analyses.yaml for all that have none */
};

struct edition_missing { /* a score that is not typed yet */
    const struct scheme_question *question;
    const struct scheme_part *part; /* or NULL */
    struct place place;             /* of the question's key, or of all scores */
};

struct edition_subindicator {
    const struct scheme_subindicator *subindicator;
    struct decimal published;
};

struct edition_indicator {
    const struct scheme_indicator *indicator;
    struct decimal published;
    struct decimal *published_part; /* one a part of its instrument */
    struct whole stated_rank;
    struct text analysis;
};

struct edition_part {
    const struct scheme_part *part;
    struct whole respondents;
    struct decimal published;
    struct decimal published_total; /* the total line under its table, where it was printed apart */
};

struct edition_instrument {
    const struct scheme_instrument *instrument;
    struct whole respondents; /* of an instrument without parts */
    struct decimal published;
    struct decimal published_total;
};

struct edition {
    struct arena *arena;
    const char *folder;            /* the edition's folder */
    struct node_trees trees;       /* of its own files */
    const struct scheme *scheme;   /* borrowed; an empty one where it could not be read */
    struct kept_loan *scheme_loan; /* the same; NULL when no scheme was named */
    struct edition_profile profile;
    struct edition_published published;
    struct edition_recommendations recommendations;
    struct edition_data data; /* a map, of edition.yaml and data.yaml */
    struct text summary;      /* the text after the ranking */
    struct text default_guideline;
    struct edition_missing *missing; /* only where scores may be missing */
    size_t missings, missing_room;
    struct edition_issue *issue;
    size_t issues;

    /* Of each thing of the scheme, at its index. */
    struct edition_question *question;
    struct edition_subindicator *subindicator;
    struct edition_indicator *indicator;
    struct edition_part *part;
    struct edition_instrument *instrument;
};

struct edition_setup {
    const char *folder;
    struct kept *schemes;    /* lends the scheme, until the edition is freed */
    struct sources *sources; /* all files are read through */
    bool results_suffice;    /* analyses.yaml and measures.yaml need not be there */
    bool scores_may_miss;    /* what is not typed is noted in edition.missing, not reported */
};

/*
 * Reads edition.yaml in the folder and all files it names. Never NULL; where an error was reported
 * the edition is of use only to hold its scheme while the messages are printed.
 */
struct edition *edition_load(const struct edition_setup *setup, struct diag *diag);
void edition_free(struct edition *edition);

/* The folders of earlier editions as typed: what `earlier` lists, or `previous` alone. */
struct texts edition_earlier(const struct edition_profile *profile);

/* The scheme's, with the edition's own letters where it has any. */
struct scheme_levels edition_levels(const struct edition *edition);

/* How many answered, of those whose scores are in a slot of an instrument's questions. */
const struct whole *edition_respondents(const struct edition *edition,
                                        const struct scheme_instrument *instrument, size_t slot);

/* The table of a file: edition, framework, results, analyses or measures; or NULL. */
const struct record *edition_record(const char *name);

/* One fact a line, in the scheme's order, with the place where a value is given. */
void edition_dump(const struct edition *edition, struct buffer *out);

#endif
