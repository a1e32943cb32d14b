/*
 * words.h - the words that rules look for, by what they mean to a rule; internal to src/audit.
 *
 * Memory:  the lists belong to the arena; audit_words_free gives it back.
 */
#ifndef ITAREPORT_AUDIT_WORDS_H
#define ITAREPORT_AUDIT_WORDS_H

#include "claims/scan.h"
#include "words/words.h"

/* The classes of words/audit.txt, where each is explained. */
enum audit_class {
    AUDIT_WEAKNESS,
    AUDIT_STRENGTH,
    AUDIT_KEEP,
    AUDIT_VAGUE,
    AUDIT_DOUBLED,
    AUDIT_JOINED,
    AUDIT_ERA,
    AUDIT_SPELLING,
    AUDIT_SLIP,
    AUDIT_TITLE,
    AUDIT_KIND,
    AUDIT_CLASSES
};

struct audit_words {
    struct arena *arena;
    struct words of[AUDIT_CLASSES];
};

/* Where the first of some words starts among the letters; `to` when none is there. */
size_t audit_words_find(const struct scan *scan, size_t from, size_t to, const struct words *words);

/* Whether one of some words is among the letters; begins at a letter; ends before one. */
bool audit_words_has(const struct scan *scan, size_t from, size_t to, const struct words *words);
bool audit_words_begin(const struct scan *scan, size_t at, const struct words *words);
bool audit_words_end(const struct scan *scan, size_t at, const struct words *words);

#endif
