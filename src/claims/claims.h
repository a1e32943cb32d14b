/*
 * claims.h - what the texts of an edition say: subject, relation, value.
 *
 * Purpose: one reading of official Thai that all rules share. A sentence is cut into clauses, and what
 *          each says of a thing of the scheme becomes a claim: indicator 2 has the score 98.22, question
 *          i3 is the highest of indicator 1, the results are of 2568. What is not understood makes no claim,
 *          and whether a claim is true is for the rules to say.
 * Units:   numbers in hundredths; years in the Buddhist era; letters count in the filled text.
 * Memory:  everything is in the arena given and borrows from the edition.
 */
#ifndef ITAREPORT_CLAIMS_CLAIMS_H
#define ITAREPORT_CLAIMS_CLAIMS_H

#include "claims/filled.h"

struct vocabulary;

/* ---- what is spoken of ---- */

enum claim_thing {
    CLAIM_NOTHING,
    CLAIM_OVERALL,
    CLAIM_INSTRUMENT,
    CLAIM_PART,
    CLAIM_INDICATOR,
    CLAIM_SUBINDICATOR,
    CLAIM_QUESTION,
    CLAIM_ISSUE,
    CLAIM_TABLE,
    CLAIM_TARGET,
    CLAIM_NUMBER,     /* the claim's value */
    CLAIM_INDICATORS, /* all of them: a group */
    CLAIM_TOOLS,      /* all instruments: a group */
    CLAIM_MEAN        /* of the claim's list */
};

struct claim_subject {
    enum claim_thing thing;
    /* The most particular that was named, and what it is inside of where that was said too. */
    const struct scheme_question *question;
    const struct scheme_subindicator *subindicator;
    const struct scheme_indicator *indicator;
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    const char
        *number;  /* as typed; of a thing that the scheme does not have, of an issue, of a table */
    int64_t year; /* 0: the year assessed */
    bool lacks;   /* the scheme has no such thing */
    bool implied; /* not named: what the text as a whole is about */
    bool carried; /* named in a clause before */
    bool part_before; /* the part was named in a clause before */
};

/* ---- what is said of it ---- */

enum claim_relation {
    CLAIM_IS_NAMED,   /* text: the name; other: whose name it is, if any */
    CLAIM_REFERS,     /* it is mentioned by number */
    CLAIM_SCORES,     /* value */
    CLAIM_WEIGHS,     /* value */
    CLAIM_IS_TARGET,  /* value: the target is said to be */
    CLAIM_HAS_LEVEL,  /* text */
    CLAIM_LEVEL_FROM, /* text: the level; value: where it begins; to: where it ends, or 0 */
    CLAIM_HIGHEST,    /* rank from above (1: the highest); other: the group, or nothing */
    CLAIM_LOWEST,     /* rank from below */
    CLAIM_SECOND,     /* next to what was said before: from above or from below */
    CLAIM_ABOVE, /* other: the target, a thing, or a number (value); amount: by how much, or -1 */
    CLAIM_BELOW,
    CLAIM_AT_LEAST, /* reaches other */
    CLAIM_AWAY,     /* differs from other by amount */
    CLAIM_RISEN,    /* since the year `since`; amount, or -1 */
    CLAIM_FALLEN,
    CLAIM_COUNTS,      /* value of unit */
    CLAIM_RESULT_YEAR, /* the results are of a year (value) */
    CLAIM_PLAN_YEAR,   /* the measures are for a year (value) */
    CLAIM_YEAR,        /* a year (value) that nothing explains */
    CLAIM_AGENCY       /* text: another agency is named */
};

enum claim_unit {
    CLAIM_UNIT_NONE,
    CLAIM_UNIT_INDICATORS,
    CLAIM_UNIT_SUBINDICATORS,
    CLAIM_UNIT_QUESTIONS,
    CLAIM_UNIT_ISSUES,
    CLAIM_UNIT_MEASURES,
    CLAIM_UNIT_TOOLS,
    CLAIM_UNIT_BELOW,   /* indicators below the target */
    CLAIM_UNIT_REACHED, /* indicators that reach it */
    CLAIM_UNIT_PERSONS
};

struct claim {
    enum claim_relation relation;
    bool negated;
    struct claim_subject subject;
    struct claim_subject other;
    const struct claim_subject *list; /* of a mean */
    size_t lists;
    enum claim_unit unit;
    int64_t value;
    int64_t to_value;
    int64_t amount;
    int64_t since;
    int decimals;      /* of the value or amount, as typed */
    bool is_whole_sum; /* a count that is said to be the total */
    size_t rank;
    bool tool_before; /* an instrument or part was named before in the paragraph */
    const char *text;
    bool computed;            /* its number is printed by a placeholder, and so are its names */
    size_t from, to;          /* the letters that say the value */
    size_t clause, clause_to; /* the letters of the sentence around it */
};

struct claims_of {
    const struct passage *passage;
    struct filled filled;
    const struct claim *claim;
    size_t count;
};

struct claims {
    const struct claims_of *item; /* one a passage */
    size_t count;
};

struct claims_setup {
    const struct edition *edition;
    const struct vocabulary *vocabulary;
    const struct value *facts; /* what placeholders can name */
    struct passages passages;
};

struct claims claims_read(struct arena *arena, const struct claims_setup *setup, struct diag *diag);

/* Every claim with its place and its sentence, as `check --claims` prints them. */
void claims_print(const struct claims *claims, enum diag_language language, struct buffer *out);

/* What is counted, in words; every unit has some. */
enum diag_code claim_unit_words(enum claim_unit unit);

/* A subject in words: "indicator 7 in EIT ส่วนที่ ๒". */
const char *claim_subject_text(struct arena *arena, const struct claim_subject *subject,
                               enum diag_language language);

/* The same in both languages, as an argument of a message (diag_both). */
const char *claim_subject_both(struct arena *arena, const struct claim_subject *subject);

/* The things that a claim's mean is of: "the mean of indicator 7, indicator 8". */
const char *claim_list_text(struct arena *arena, const struct claim *claim,
                            enum diag_language language);

#endif
