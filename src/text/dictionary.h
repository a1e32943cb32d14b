/*
 * dictionary.h - libthai's word list with our own words added.
 *
 * Purpose: libthai splits names of places and official compounds that its own dictionary lacks;
 *          the program's dictionary is made once, at set-up.
 * Input:   words files without classes (docs/words.md); their words have two Thai letters or more.
 * Errors:  false after reporting a file that cannot be read, or wrong lines.
 */
#ifndef ITAREPORT_TEXT_DICTIONARY_H
#define ITAREPORT_TEXT_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/diag.h"

struct sources;

struct text_dictionary_job {
    const char *base;        /* a trie; NULL for libthai's own */
    const char *const *list; /* paths */
    size_t lists;
    struct sources *sources; /* the lists are read through, and the base is watched */
};

/* Adds the bytes of the dictionary's file. */
bool text_dictionary_make(const struct text_dictionary_job *job, struct buffer *out,
                          struct diag *diag);

/* Whether bytes begin as such a file does. */
bool text_dictionary_is(const char *bytes, size_t length);

#endif
