/*
 * speller.h - Thai that is no word, but nearly one.
 *
 * Purpose: Thai is written without spaces, so a slip of the keyboard shows as letters that no word of the dictionaries covers.
 *          Where those letters, with words beside them, are nearly one word, that word was meant. Everything else that the
 *          dictionaries lack is let be: names, foreign words and abbreviations are not slips.
 * Input:   a file that set-up makes (spell_make.h).
 * Units:   letters are Thai code points less TRIE_THAI; places count letters of the run.
 * Cost:    linear in the letters, with a search for each place that no word covers.
 * Memory:  struct speller owns what it read, and can be lent to many.
 */
#ifndef ITAREPORT_SPELL_SPELLER_H
#define ITAREPORT_SPELL_SPELLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "source/kept.h"

struct speller;

/* NULL: there is no such file, or it is another. */
struct speller *speller_open(const char *path);
void speller_free(struct speller *speller);

/* For a shelf of them; a file that is not there makes none, and nothing is said. */
extern const struct kept_kind speller_kind;

enum { SPELLER_RUN_MOST = 600 };

struct speller_slip {
    size_t from, to;
    size_t before;    /* where the word before it begins; `from`: there is none */
    const char *word; /* that was meant, in the arena given */
};

/* The slips in a run of letters without a space; those after the first SPELLER_RUN_MOST letters are not looked for. */
size_t speller_find(const struct speller *speller, struct arena *arena, const uint8_t *letter,
                    size_t count, struct speller_slip *slip, size_t most);

#endif
