/*
 * load.h - what the loaders of the single files share; internal to src/edition.
 *
 * Purpose: edition.yaml names the scheme; results, analyses and measures refer to the scheme's ids.
 *          One loader is handed through them in that order. References are resolved by lookup_*,
 *          which report an unknown id with the nearest known one.
 * Memory:  everything belongs to the edition's arena.
 * Errors:  reported at their place; every loader goes on to the end of its file.
 */
#ifndef ITAREPORT_EDITION_LOAD_H
#define ITAREPORT_EDITION_LOAD_H

#include "edition/edition.h"

struct loader {
    struct edition *edition;
    struct record_reader reader;
    const struct edition_setup *setup;
    bool resolves; /* the scheme has questions, so references can be checked against it */
    /* What the last lookup that failed had probably meant, and has asked for; or NULL. That it is missing need not be
     * said as well. */
    const struct scheme_question *meant_question;
    const struct scheme_part *meant_part;
};

/* Makes the lists of what is said of the things of edition.scheme. */
void edition_make_things(struct edition *edition);

/* One loader a file, edition.yaml first. */
void profile_load(struct loader *loader);
void evidence_link(struct loader *loader); /* edition.yaml's evidence, when the scheme is there */
void results_load(struct loader *loader);
void recommendations_load(struct loader *loader, const struct node *node);
void analyses_load(struct loader *loader);
void measures_load(struct loader *loader);
void data_load(struct loader *loader);

/* The tree of a file of this name in the edition's folder, or NULL after reporting. */
const struct node *load_beside(struct loader *loader, const char *name);

/* A score between 0 and the full score; false after reporting. */
bool load_score(struct loader *loader, const struct node *node, struct decimal *out);

/* The same check for a score that was read by table. */
bool load_score_check(struct loader *loader, const struct decimal *score);

/* A whole number as text, for messages. */
const char *load_number(struct loader *loader, int64_t number);

/*
 * References; NULL after reporting an unknown one at its node. Where only the questions of one
 * instrument or indicator make sense, the others are found but not proposed.
 */
struct lookup_scope {
    const struct scheme_instrument *instrument; /* or NULL */
    const struct scheme_indicator *indicator;   /* or NULL */
};
const struct scheme_question *lookup_question(struct loader *loader, const struct node *id,
                                              struct lookup_scope scope);
const struct scheme_indicator *lookup_indicator(struct loader *loader, const struct whole *number);
const struct scheme_indicator *lookup_indicator_key(struct loader *loader, const struct node *key);
const struct scheme_subindicator *lookup_subindicator(struct loader *loader,
                                                      const struct node *number);
const struct scheme_instrument *lookup_instrument(struct loader *loader, const struct node *id);
const struct scheme_part *lookup_part(struct loader *loader, const struct node *id);
/* One of this instrument; also reports a part of another one. */
const struct scheme_part *lookup_part_of(struct loader *loader,
                                         const struct scheme_instrument *instrument,
                                         const struct node *id);

/* Names of levels; unknown ones are reported, unless the scheme has no levels. */
void lookup_letter(struct loader *loader, const struct text *name);
void lookup_outcome(struct loader *loader, const struct text *name);

/*
 * An id that names an instrument without parts or a part of one: exactly one of the two results is
 * set. parts_allowed also lets an instrument with parts pass. False after reporting.
 */
struct lookup_respondent {
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
};
bool lookup_respondent(struct loader *loader, const struct node *id, bool parts_allowed,
                       struct lookup_respondent *out);

/* "public, survey" */
const char *load_part_names(struct loader *loader, const struct scheme_instrument *instrument);

/* The tables of the files, also for the documentation and the schema. */
extern const struct record profile_record;
extern const struct record evidence_record;
extern const struct record results_record;
extern const struct record recommendations_record;
extern const struct record analyses_record;
extern const struct record measures_record;

#endif
