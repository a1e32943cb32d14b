/*
 * compounds.h - what readers see as one word though libthai sees several, and how tightly it holds.
 *
 * Purpose: a line end between two words of a compound has a price (L16). The compounds come from a file that set-up makes
 *          (compounds_make.h) of a second dictionary and of the lists in words/compounds, with words that hold what follows
 *          (กอง) or cling to what is before (กัน).
 * Units:   characters.
 * Memory:  struct compounds owns what it read and its work space.
 * Errors:  compounds_open returns NULL for a file that is not there or is no such file.
 */
#ifndef ITAREPORT_TEXT_COMPOUNDS_H
#define ITAREPORT_TEXT_COMPOUNDS_H

#include <stdint.h>

#include "text/characters.h"

/* How tightly a word holds to the one before it. */
enum compounds_hold {
    COMPOUNDS_FREE,   /* two words */
    COMPOUNDS_LOOSE,  /* two words of content side by side */
    COMPOUNDS_PHRASE, /* words that a dictionary has together, or of which one holds or clings */
    COMPOUNDS_WORD,   /* one word to readers */
    COMPOUNDS_TIGHT,  /* a short one */
    COMPOUNDS_FIRM, /* a name, an official term, a royal word: never parted where it fits its line */
    COMPOUNDS_SEAM  /* no word of its own: where a long term of the edition may part in a cell */
};

struct compounds;

struct compounds *compounds_open(const char *path);
void compounds_free(struct compounds *compounds);

/* Sets `hold` of every character at which a word begins, where the words of the text are marked. */
void compounds_mark(struct compounds *compounds, struct characters *characters);

#endif
