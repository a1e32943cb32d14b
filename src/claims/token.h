/*
 * token.h - a filled text as the words and things it names; internal to src/claims.
 *
 * Purpose: the lexer finds words of the vocabulary, numbers (also in words), years, dates and the things of
 *          the scheme: `ตัวชี้วัดที่ ๒`, `ข้อ i๕`, `EIT ส่วนที่ ๑`, `๙.๑`. What it does not know is text.
 * Units:   from and to are letters of the filled text; values are hundredths.
 * Memory:  tokens are in the arena given.
 */
#ifndef ITAREPORT_CLAIMS_TOKEN_H
#define ITAREPORT_CLAIMS_TOKEN_H

#include "claims/claims.h"
#include "claims/vocabulary.h"

enum token_kind {
    TOKEN_TEXT,   /* letters that no word is known among */
    TOKEN_BREAK,  /* the end of a paragraph */
    TOKEN_OPEN,   /* ( “ */
    TOKEN_CLOSE,  /* ) ” */
    TOKEN_SIGN,   /* - – , : and other signs */
    TOKEN_CODE,   /* a Latin word, an address, a number that is part of a code */
    TOKEN_WORD,   /* of the vocabulary */
    TOKEN_NAME,   /* of an indicator or sub-indicator */
    TOKEN_NUMBER, /* a plain number */
    TOKEN_THING,  /* a thing of the scheme, or a number of one that is not there */
    TOKEN_YEAR,
    TOKEN_DATE, /* a day, or a month of a year */
    TOKEN_LEVEL
};

struct token {
    enum token_kind kind;
    uint64_t words; /* bits of enum claims_word */
    size_t from, to;
    bool spaced;   /* a space is before it */
    bool computed; /* its value is printed by a placeholder */
    bool used;     /* its number or thing is already part of a claim, or of a group */
    bool in_words; /* the number is spelled out */
    int decimals;  /* of a number */
    int64_t value; /* of a number in hundredths; of a year itself */
    const struct lexicon_entry *entry;
    struct claim_subject thing;
    size_t label; /* of a thing: the letter where its label begins */
};

struct tokens {
    struct token *item;
    size_t count;
};

struct token_setup {
    struct arena *arena;
    const struct scheme *scheme;
    const struct lexicon *lexicon;
    const struct passage *passage;
};

struct tokens tokens_make(const struct token_setup *setup, const struct filled *filled);

#define BITS2(a, b) (WORD_BIT(a) | WORD_BIT(b))
#define BITS3(a, b, c) (BITS2(a, b) | WORD_BIT(c))
#define BITS4(a, b, c, d) (BITS2(a, b) | BITS2(c, d))

static inline bool token_is(const struct token *token, enum claims_word word)
{
    return (token->words & WORD_BIT(word)) != 0;
}

static inline bool token_is_any(const struct token *token, uint64_t words)
{
    return (token->words & words) != 0;
}

#endif
