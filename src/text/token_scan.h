/*
 * token_scan.h - a paragraph being scanned; nobody but tokens.c and token_terms.c includes it.
 */
#ifndef ITAREPORT_TEXT_TOKEN_SCAN_H
#define ITAREPORT_TEXT_TOKEN_SCAN_H

#include "text/terms.h"
#include "text/tokens.h"

struct tokens_scanner {
    struct terms *terms;       /* never broken */
    const struct terms *words; /* those of the rules */
    struct compounds *compounds;
    struct token *token;
    size_t tokens, token_room;
    struct token *part; /* the same with compounds split into their words */
    size_t parts, part_room;
};

/* One paragraph being scanned. */
struct token_scan {
    struct tokens_scanner *scanner;
    struct thai *thai;
    struct characters *characters;
    const struct character *text; /* the same characters, and one more */
    size_t length;
    size_t at;
    size_t url_end; /* 0 outside an address */
    size_t host_end;
    bool quoted; /* after an odd number of straight quotes */
};

/* ---- tokens.c ---- */

bool token_scan_is(const struct token_scan *scan, size_t at, unsigned class);
/* Whether a Thai word goes on with this character: a letter, but for the signs that follow a word. */
bool token_scan_goes_on_thai(const struct token_scan *scan, size_t at);
/* Whether a word may end here, or another begin: for the matches of word lists. */
bool token_scan_word_ends(const void *context, size_t end);
/* A mark, or a vowel that is written after its consonant, cannot begin a word. */
bool token_scan_cell_ends(const void *context, size_t end);

/* ---- token_terms.c ---- */

/* Makes a word of every term, whatever words libthai saw there. */
void token_terms_mark(struct token_scan *scan);

#endif
