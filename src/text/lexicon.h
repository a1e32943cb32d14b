/*
 * lexicon.h - which words libthai's dictionary has.
 *
 * Purpose: libthai says where words end, and not whether it knows them or made one of what it could not read. Whoever
 *          would part a word has to ask here first.
 * Memory:  the trie is read a second time, when the first word is looked up: libthai gives no way into its own, and most
 *          documents never ask.
 */
#ifndef ITAREPORT_TEXT_LEXICON_H
#define ITAREPORT_TEXT_LEXICON_H

#include <datrie/trie.h>

#include "text/characters.h"

struct lexicon;

/* NULL as path takes libthai's own dictionary. */
struct lexicon *lexicon_new(const char *path);
void lexicon_free(struct lexicon *lexicon);

/* Whether the characters [start, end), joiners left out, are a word. Of a dictionary that cannot be read none are. */
bool lexicon_has(struct lexicon *lexicon, const struct characters *characters, size_t start,
                 size_t end);

/* The trie at a path, or with NULL where distributions keep the one that libthai opens; *found is where that was tried
 * last. NULL when there is none. */
Trie *lexicon_open(const char *path, const char **found);

#endif
