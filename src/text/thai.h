/*
 * thai.h - word boundaries of Thai text; the only door to libthai.
 *
 * Purpose: marks the boundaries between the words of every run of Thai letters in a text.
 * Memory:  struct thai owns libthai's handle and its own work space.
 * Errors:  thai_new returns NULL when the dictionary cannot be read.
 */
#ifndef ITAREPORT_TEXT_THAI_H
#define ITAREPORT_TEXT_THAI_H

#include "text/characters.h"

struct thai;

/* NULL as path takes libthai's own dictionary. */
struct thai *thai_new(const char *dictionary);
void thai_free(struct thai *thai);

/*
 * Sets `word` of every character at which a Thai word ends and another begins; leaves all others
 * alone. Characters that are no Thai letters end a run; joiners that draw nothing do not.
 */
void thai_words(struct thai *thai, struct characters *characters);

/* Whether the characters [start, end) are a word of the dictionary, and no letters that it could not read. */
bool thai_knows(struct thai *thai, const struct characters *characters, size_t start, size_t end);

#endif
