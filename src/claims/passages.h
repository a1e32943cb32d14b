/*
 * passages.h - all texts of an edition, in the order of its files, and what each is about.
 *
 * Purpose: rules and the reader of claims go through the same list. The scheme's texts are official and
 *          not the agency's to correct, so they are left out.
 * Memory:  everything is in the arena given, and points into the edition.
 */
#ifndef ITAREPORT_CLAIMS_PASSAGES_H
#define ITAREPORT_CLAIMS_PASSAGES_H

#include "claims/scan.h"
#include "edition/edition.h"

enum passage_kind {
    PASSAGE_OTHER,
    PASSAGE_TITLE, /* a line of the cover or the title */
    PASSAGE_FOREWORD,
    PASSAGE_EVIDENCE, /* the title of a page */
    PASSAGE_ADVICE,   /* what the assessor says */
    PASSAGE_SURVEY,   /* what respondents say */
    PASSAGE_SUMMARY,
    PASSAGE_ANALYSIS,
    PASSAGE_GUIDELINE,
    PASSAGE_ISSUE, /* its name or focus */
    PASSAGE_MEASURE,
    PASSAGE_STEP,
    PASSAGE_OWNER
};

struct passage {
    enum passage_kind kind;
    const struct text *text;
    const struct scheme_indicator *indicator;   /* an analysis or guideline is of; or NULL */
    const struct scheme_instrument *instrument; /* an advice is on; or NULL */
    const struct scheme_question *question;     /* a guideline or advice is for; or NULL */
    struct scan scan;
};

struct passages {
    const struct passage *item;
    size_t count;
    size_t all; /* with those of the layout, which only the rules of Thai text look at */
};

/* wording: what a layout says itself; or NULL. */
struct passages passages_collect(struct arena *arena, const struct edition *edition,
                                 const struct texts *wording);

/* Whether it is a text of the measures. */
bool passage_is_plan(const struct passage *passage);

#endif
