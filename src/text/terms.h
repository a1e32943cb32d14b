/*
 * terms.h - a set of words, each with a value, and the longest one that begins at a place.
 *
 * Terms that are never broken, and the word lists of the break rules, are looked up at every word of a paragraph; the
 * cost is the length of the match.
 *
 * Units:   characters.
 * Memory:  owned by the set.
 */
#ifndef ITAREPORT_TEXT_TERMS_H
#define ITAREPORT_TEXT_TERMS_H

#include "text/characters.h"

struct terms;

struct terms *terms_new(void);
void terms_free(struct terms *terms);

/* length in bytes. A word added twice has the bits of both values. An empty word is ignored. */
void terms_add(struct terms *terms, const char *word, size_t length, uint32_t value);

/* Whether a word may end before the character at `end`. */
struct terms_end {
    const void *context;
    bool (*accept)(const void *context, size_t end);
};

/*
 * The length of the longest word that the characters [start, end) begin with and whose end `ends`
 * (may be NULL) agrees to; 0 when there is none.
 */
size_t terms_match(const struct terms *terms, const struct characters *characters, size_t start,
                   size_t end, const struct terms_end *ends, uint32_t *value);

#endif
