/*
 * break_words.h - the words that the rules for line ends know, from words files.
 *
 * Purpose: words/breaks.txt sorts words into the classes that the table of rules names. The form of such files: docs/words.md.
 * Memory:  struct break_words owns all it gives.
 * Errors:  wrong lines are reported at their places.
 */
#ifndef ITAREPORT_TEXT_BREAK_WORDS_H
#define ITAREPORT_TEXT_BREAK_WORDS_H

#include <stdbool.h>

#include "base/diag.h"
#include "source/sources.h"
#include "text/terms.h"

struct break_words;

/* NULL as folder: no word is known. NULL is returned after reporting an error. */
struct break_words *break_words_new(const char *folder, struct sources *sources, struct diag *diag);
void break_words_free(struct break_words *words);

/* The words of all classes; values are bits of enum rules_class. */
const struct terms *break_words_terms(const struct break_words *words);

/* Adds the names that a line end must not part. */
void break_words_add_whole(const struct break_words *words, struct terms *terms);

/* L13: the part of an agency's name after its kind, which a line end must not part: ลำปาง of จังหวัดลำปาง. */
const char *break_words_proper_part(const struct break_words *words, const char *name);

#endif
