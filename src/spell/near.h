/*
 * near.h - the word that some letters are nearly; internal to src/spell.
 *
 * Method:  the words of the trie that begin with the same letter are compared with the letters typed, a row of the table of
 *          distances a node (a letter changed, put in, left out, or two in each other's place: the restricted distance of
 *          F. Damerau, 1964); where a row has only larger distances than are wanted, no word below is looked at.
 */
#ifndef ITAREPORT_SPELL_NEAR_H
#define ITAREPORT_SPELL_NEAR_H

#include <stdint.h>

#include "words/trie.h"

enum { NEAR_MOST = 32 }; /* letters typed */

struct near {
    uint8_t letter[NEAR_MOST + 4];
    size_t count; /* 0: there is none */
    size_t distance;
};

struct near_wanted {
    const uint8_t *typed;
    size_t count;
    size_t least; /* letters of the word */
    bool is_sure; /* that something is wrong: two letters of a long word may be, or its middle */
};

/* The nearest word that may be meant; of several the longest. */
struct near near_find(const struct trie *trie, const struct near_wanted *wanted);

#endif
