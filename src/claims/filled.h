/*
 * filled.h - a text as a reader of the report sees it: its placeholders filled in.
 *
 * Purpose: what a sentence says is known only with the numbers and names that its placeholders print.
 *          Every letter knows where it comes from, so that a finding has its place, and typed numbers
 *          can be told from computed ones.
 * Units:   letters count from 0; digits are Western, Latin letters small and spaces plain, so that one form
 *          of a word finds them all.
 * Memory:  everything is in the arena given.
 */
#ifndef ITAREPORT_CLAIMS_FILLED_H
#define ITAREPORT_CLAIMS_FILLED_H

#include "claims/passages.h"
#include "formula/value.h"

struct filled_letter {
    char32_t c;
    char32_t printed; /* the letter itself */
    size_t
        from; /* the letter of the scan that it was typed as, or the placeholder that printed it */
    bool computed; /* printed by a placeholder */
};

struct filled {
    const struct scan *scan;
    struct filled_letter *letter; /* '\n' ends a paragraph; one follows the last */
    size_t count;
};

/* facts: what placeholders can name; NULL: they print nothing. */
struct filled filled_make(struct arena *arena, const struct passage *passage,
                          const struct value *facts, struct diag *diag);

/* A letter as words have it: Western digits, small Latin letters, plain spaces. */
char32_t filled_fold(char32_t c);

/* Some letters as they are printed, and where they were typed. */
const char *filled_copy(struct arena *arena, const struct filled *filled, size_t from, size_t to);
struct place filled_place(const struct filled *filled, size_t letter);

#endif
