/*
 * terms.h - a set of words, each with a value, and the longest one that begins at a place.
 *
 * Purpose: terms that are never broken, and the word lists of the break rules, are looked up at
 *          every word of a paragraph; the cost is the length of the match.
 * Units:   bytes of UTF-8.
 * Memory:  owned by the set.
 * Errors:  none.
 */
#ifndef ITAREPORT_TEXT_TERMS_H
#define ITAREPORT_TEXT_TERMS_H

#include <stddef.h>
#include <stdint.h>

struct terms;

struct terms *terms_new(void);
void terms_free(struct terms *terms);

/* A word added twice has the bits of both values. An empty word is ignored. */
void terms_add(struct terms *terms, const char *word, size_t length, uint32_t value);

/*
 * The length of the longest word that text begins with and whose end `accept` (may be NULL)
 * agrees to; 0 when there is none.
 */
struct terms_end {
    const void *context;
    int (*accept)(const void *context, const char *end);
};
size_t terms_match(const struct terms *terms, const char *text, size_t length,
                   const struct terms_end *ends, uint32_t *value);

#endif
