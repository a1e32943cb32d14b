/*
 * facts_maker.h - what the files that make the facts share; internal to src/facts.
 *
 * Purpose: every thing of the scheme becomes one map, found again by the thing's index.
 * Units:   scores as exact numbers from 0 to 100.
 * Memory:  values belong to the maker's arena and point into the edition.
 */
#ifndef ITAREPORT_FACTS_FACTS_MAKER_H
#define ITAREPORT_FACTS_FACTS_MAKER_H

#include "facts/facts.h"

struct facts_maker {
    struct arena *arena;
    const struct edition *edition;
    const struct figures *figures;
    const char *prefix;  /* of the names of figures: "", or "previous." for the earlier edition's */
    struct value *facts; /* what the placeholders of the edition's texts name */
    struct value **evidence; /* as the edition's */
    /* Of each thing of the scheme, at its index. */
    struct value **question;
    struct value **subindicator;
    struct value **indicator;
    struct value **part;
    struct value **instrument;
};

/* ---- entries of a map (facts.c) ---- */

void facts_put_whole(struct facts_maker *maker, struct value *map, const char *key, size_t number);
void facts_put_ratio(struct facts_maker *maker, struct value *map, const char *key,
                     struct ratio number);

/* A number of the report by its name, parts of which are joined with full stops: thing ("indicator"), id ("7") and
 * member ("score"), without the id where it is NULL. */
struct facts_name {
    const char *thing, *id, *member;
};
const char *facts_name(const struct facts_maker *maker, const struct facts_name *name);
void facts_put_number(struct facts_maker *maker, struct value *map, const char *key,
                      struct ratio number, const struct facts_name *name, struct place announced);

/* What a figure prints; the same under a key. */
const struct value *facts_figure(const struct facts_maker *maker, const struct figure *figure,
                                 const struct facts_name *name);
void facts_put_figure(struct facts_maker *maker, struct value *map, const char *key,
                      const struct figure *figure, const struct facts_name *name);

void facts_put_text(struct facts_maker *maker, struct value *map, const char *key,
                    const struct text *text);
void facts_put_texts(struct facts_maker *maker, struct value *map, const char *key,
                     const struct texts *texts);

/* The same, where the placeholders of the text know something as `this`. */
void facts_put_text_of(struct facts_maker *maker, struct value *map, const char *key,
                       const struct text *text, const struct value *owner);

/* ---- facts_scores.c ---- */

/* Makes and fills the maps of all things. */
void facts_make_things(struct facts_maker *maker);

/* What was announced (when it was) and what the questions give, to print side by side. */
void facts_put_comparison(struct facts_maker *maker, struct value *map, const struct figure *figure,
                          struct facts_name name);

/* Whether any figure of an instrument, or of what is in it, was announced. */
bool facts_instrument_announced(const struct facts_maker *maker,
                                const struct scheme_instrument *instrument);

/* ---- facts_texts.c; after the things are made ---- */

void facts_put_edition(struct facts_maker *maker, struct value *facts);
void facts_put_levels(struct facts_maker *maker, struct value *facts);
void facts_put_recommendations(struct facts_maker *maker, struct value *facts);
void facts_put_evidence(struct facts_maker *maker, struct value *facts);

/* ---- facts_plan.c ---- */

/* The seven issues with their measures. */
void facts_put_issues(struct facts_maker *maker, struct value *facts);

/* The draft's date and time of day in Thailand; not given for a final report. */
void facts_put_draft(struct facts_maker *maker, struct value *facts,
                     const struct facts_draft *draft);

/* ---- facts_data.c ---- */

void facts_put_data(struct facts_maker *maker, struct value *facts);

/* ---- facts_compare.c ---- */

/* What changed from the earlier edition to this one, as `comparison`; not given without one. */
void facts_put_comparison_of(struct facts_maker *maker, struct value *facts,
                             const struct facts_maker *earlier);

#endif
