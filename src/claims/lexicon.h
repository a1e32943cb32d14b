/*
 * lexicon.h - what the vocabulary and the lexicons made from it share; internal to src/claims.
 *
 * Units:   entries are sorted by their first letter, the longest first.
 */
#ifndef ITAREPORT_CLAIMS_LEXICON_H
#define ITAREPORT_CLAIMS_LEXICON_H

#include "claims/vocabulary.h"

/* The entry of a text, without classes. */
struct lexicon_entry lexicon_entry_of(struct arena *arena, const char *text, size_t length);

/* By the first letter, then the longest first, then by the other letters: for qsort. */
int lexicon_compare(const void *left, const void *right);

const struct lexicon_entry *vocabulary_entries(const struct vocabulary *vocabulary, size_t *count);

#endif
