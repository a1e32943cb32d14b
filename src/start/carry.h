/*
 * carry.h - what goes on from one year's edition to the next; internal to src/start.
 *
 * Purpose: each of the four files becomes a patch of the old one. Questions are known by their texts (scheme/match.h).
 * Memory:  everything belongs to the arena given.
 */
#ifndef ITAREPORT_START_CARRY_H
#define ITAREPORT_START_CARRY_H

#include "scheme/match.h"
#include "start/patch.h"
#include "start/start.h"

struct carry {
    struct arena *arena;
    struct diag *diag;
    const struct edition *from;
    const char *folder; /* the new one */
    const char *framework;
    struct scheme_match match;
    int64_t shift;     /* years */
    const char *marks; /* put before what is to be written anew: <<…>> */
};

/* The same thing in the new scheme; NULL: it is gone. */
const struct scheme_question *carry_question(const struct carry *carry,
                                             const struct scheme_question *before);
const struct scheme_indicator *carry_indicator(const struct carry *carry,
                                               const struct scheme_indicator *before);

/* ---- texts (carry_text.c) ---- */

/* A text in which placeholders name the things of the new scheme; what they named and is gone becomes a mark. */
const char *carry_placeholders(const struct carry *carry, const char *text);

/* A text that is to be written anew: with a mark before it. */
void carry_rewrite(const struct carry *carry, struct patch *patch, const struct node *node);

/* Placeholders only. */
void carry_keep(const struct carry *carry, struct patch *patch, const struct node *node);

/* Years of four digits in a text, Thai or Western, moved on; all, or (only) those of the edition: assessed and planned. */
const char *carry_years(const struct carry *carry, const char *text, bool only_own);

/* ---- files; false after reporting ---- */

void carry_edition(const struct carry *carry, struct patch *patch);
void carry_results(const struct carry *carry, struct patch *patch);
void carry_analyses(const struct carry *carry, struct patch *patch);
void carry_measures(const struct carry *carry, struct patch *patch);

#endif
