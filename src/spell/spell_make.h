/*
 * spell_make.h - makes the file of all words (speller.h) at set-up.
 *
 * Input:   words/spelling.txt; words files without classes (docs/words.md), of official words and of others; a dictionary of
 *          Hunspell: a word a line after the first line.
 * Errors:  false after reporting a file that cannot be read, or wrong lines.
 */
#ifndef ITAREPORT_SPELL_SPELL_MAKE_H
#define ITAREPORT_SPELL_SPELL_MAKE_H

#include "base/buffer.h"
#include "base/diag.h"
#include "source/sources.h"

struct spell_job {
    const char *classes;         /* spelling.txt */
    const char *const *official; /* words files without classes: what official letters have */
    size_t officials;
    const char *const *other; /* the same of other words */
    size_t others;
    const char *second; /* Hunspell's, or NULL */
    struct sources *sources;
};

/* Adds the bytes of the file. */
bool spell_make(const struct spell_job *job, struct buffer *out, struct diag *diag);

/* Whether bytes begin as such a file does. */
bool spell_is(const char *bytes, size_t length);

#endif
