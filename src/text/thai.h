/*
 * thai.h - word boundaries of Thai text; the only door to libthai.
 *
 * Purpose: marks the boundaries between the words of every run of Thai letters in a text.
 * Units:   bytes of the text.
 * Memory:  struct thai owns libthai's handle and its own work space.
 * Errors:  thai_new returns NULL when the dictionary cannot be read.
 */
#ifndef ITAREPORT_TEXT_THAI_H
#define ITAREPORT_TEXT_THAI_H

#include <stdbool.h>
#include <stddef.h>

struct thai;

/* NULL as path takes libthai's own dictionary. */
struct thai *thai_new(const char *dictionary);
void thai_free(struct thai *thai);

/*
 * Sets word[i] for every byte i inside text[start, end) at which a Thai word ends and another
 * begins; leaves all others alone.  Characters that are no Thai letters end a run; joiners that
 * draw nothing do not.
 */
void thai_words(struct thai *thai, const char *text, size_t start, size_t end, bool *word);

#endif
