/*
 * judge.h - what figures a claim can be true of; internal to src/audit.
 *
 * Purpose: rules on claims (claims/claims.h) share the figures of a subject: all that its words can mean, so that a
 *          sentence is false only where no reading of it is true.
 * Units:   hundredths.
 */
#ifndef ITAREPORT_AUDIT_JUDGE_H
#define ITAREPORT_AUDIT_JUDGE_H

#include "audit/rule.h"
#include "claims/claims.h"

enum { JUDGE_MOST = 64, JUDGE_GROUPS = 32 };

/* The figures that a subject can be said to have, the likeliest first. */
struct judge_values {
    int64_t value[JUDGE_MOST];
    size_t count;
};

/* False: nothing is known of the subject, such as a score of an agency's earlier year. */
bool judge_values(const struct audit *audit, const struct passage *passage,
                  const struct claim_subject *subject, struct judge_values *out);

/* The same with what it is of the whole: IIT 97.56 of 30 is 29.27. */
bool judge_values_and_shares(const struct audit *audit, const struct passage *passage,
                             const struct claim_subject *subject, struct judge_values *out);

/* The same of the mean of a claim's list. */
bool judge_mean(const struct audit *audit, const struct passage *passage, const struct claim *claim,
                struct judge_values *out);

/* Whether a number with so many decimals can be a figure: as rounded, or as cut off. */
bool judge_equals(int64_t typed, int decimals, int64_t figure);
bool judge_has(const struct judge_values *values, int64_t typed, int decimals);

/* What the scores of a group are: of the instrument's indicators, the indicator's questions … */
struct judge_group {
    struct claim_subject group; /* as it is called */
    int64_t *score;             /* of each member that has one */
    struct claim_subject *member;
    size_t count;
    int64_t own; /* the subject's */
};

/* The groups that a subject can be meant to be in, with a group that was named only that. */
size_t judge_groups(struct audit *audit, const struct passage *passage, const struct claim *claim,
                    struct judge_group *out, size_t most);

/* Whose figure a number is: "question i4, question i6"; NULL: nobody's. In both languages. */
const char *judge_owner(struct audit *audit, int64_t value);

/* ---- what rules on claims share (claimed_figures.c) ---- */

/* Calls for every claim of a relation whose value is typed. */
void claims_each(struct audit *audit, enum claim_relation relation,
                 void (*check)(struct audit *audit, const struct claims_of *of,
                               const struct claim *claim));
struct place claim_place(const struct claims_of *of, const struct claim *claim);

/* A phrase in both languages. */
const char *claim_both(struct audit *audit, enum diag_code code);

#endif
