/*
 * known.h - what a cell's text means in a scheme: a question by its id or its words, an indicator, an instrument, a part.
 *
 * Purpose: ids as they are typed (i1, I1, "ข้อ i๑"), texts of questions word for word or nearly so, numbers and names of
 *          indicators, names of instruments and their parts in Thai and English.
 * Memory:  belongs to the arena given and points into the scheme and the names.
 */
#ifndef ITAREPORT_EXCHANGE_KNOWN_H
#define ITAREPORT_EXCHANGE_KNOWN_H

#include "exchange/names.h"
#include "exchange/target.h"
#include "scheme/scheme.h"

/* By what a thing was known. */
enum known_by {
    KNOWN_NOT,
    KNOWN_ID,     /* its id, number or key */
    KNOWN_TEXT,   /* its words */
    KNOWN_NEAR,   /* nearly its words */
    KNOWN_NUMBER, /* a bare number under a title */
    KNOWN_ORDER   /* its place in the order of the scheme */
};

enum known_kind {
    KNOWN_NOTHING,
    KNOWN_QUESTION,
    KNOWN_INDICATOR,
    KNOWN_SUBINDICATOR,
    KNOWN_INSTRUMENT,
    KNOWN_PART,
    KNOWN_OVERALL,
    KNOWN_TARGET /* a key such as published.overall */
};

struct known_thing {
    enum known_kind kind;
    enum known_by by;
    int percent; /* of KNOWN_NEAR: how alike */
    const struct scheme_question *question;
    const struct scheme_indicator *indicator;
    const struct scheme_subindicator *subindicator;
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    const struct target *target;
};

struct known;

struct known *known_of(struct arena *arena, const struct targets *targets,
                       const struct names *names);

/* From now on a text is a question's, whatever its words. */
void known_remember(struct known *known, const char *text, const char *id);

/* A question by its id at the start of a text; after it, in *rest, what is left: another text, or the name of a part. */
struct known_thing known_id(struct known *known, const char *text, const char **rest);

/* A question by its words. Nearly the same words count for texts that are long enough, and where no other question comes
 * close. */
struct known_thing known_text(struct known *known, const char *text);

/* Anything else that a title or the first cell of a row names. */
struct known_thing known_title(struct known *known, const char *text);

/* The part of an instrument that a text names; NULL where it names none, or one of another instrument. */
const struct scheme_part *known_part(struct known *known, const char *text,
                                     const struct scheme_instrument *instrument);

/* An instrument that a text names by its id or name. */
const struct scheme_instrument *known_instrument(struct known *known, const char *text);

/* A whole number and nothing else, as "๑", "1.", "(1)", "ข้อ 1"; -1 where it is none. */
int known_number(struct known *known, const char *text);

/* The question of a number in an instrument: by the digits of its id, or by its place. */
const struct scheme_question *known_numbered(const struct scheme_instrument *instrument,
                                             int number);

/* The year of the Buddhist era that a text has, or 0. */
int known_year(struct known *known, const char *text);

#endif
