/*
 * tokens.h - a paragraph as words, numbers and signs with their classes.
 *
 * Purpose: what the table of rules speaks about. What is one token is never broken: a dictionary
 *          word, a term, an abbreviation, a number, a Latin word with its hyphens, a person's name.
 * Units:   characters of the paragraph.
 * Memory:  a scanner keeps its work space from one paragraph to the next; tokens live there until
 *          the next scan.
 */
#ifndef ITAREPORT_TEXT_TOKENS_H
#define ITAREPORT_TEXT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/break_words.h"
#include "text/compounds.h"
#include "text/thai.h"

struct token {
    uint32_t start, end;
    uint32_t class; /* bits of enum rules_class */
    bool spaced;    /* spaces are before it */
    bool compound;  /* a listed word: it may be parted at the words inside, for need */
    uint8_t hold;   /* enum compounds_hold, to the token before */
    uint8_t bond;   /* enum rules_bond, to the token before */
};

struct tokens {
    const struct token *token;
    size_t count;
    const struct characters *characters;
};

struct tokens_scanner;

/* The words of the rules, which must outlive the scanner, and the edition's terms, which are never broken. */
struct tokens_lists {
    const struct break_words *words;
    struct compounds *compounds; /* or NULL */
    const char *const *term;
    size_t count;
};

struct tokens_scanner *tokens_scanner_new(const struct tokens_lists *lists);
void tokens_scanner_free(struct tokens_scanner *scanner);

/* Marks the words of the characters, too. */
struct tokens tokens_scan(struct tokens_scanner *scanner, struct thai *thai,
                          struct characters *characters);

/* Where a token begins and ends in the text, in bytes. */
static inline uint32_t tokens_start(const struct tokens *tokens, size_t token)
{
    return tokens->characters->at[tokens->token[token].start].start;
}

static inline uint32_t tokens_end(const struct tokens *tokens, size_t token)
{
    return tokens->characters->at[tokens->token[token].end].start;
}

#endif
