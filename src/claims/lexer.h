/*
 * lexer.h - from letters to tokens, before words and numbers are joined to things; internal to src/claims.
 */
#ifndef ITAREPORT_CLAIMS_LEXER_H
#define ITAREPORT_CLAIMS_LEXER_H

#include "claims/token.h"

struct lexer {
    const struct token_setup *setup;
    const struct filled *filled;
    struct token *item;
    size_t count, room;
    size_t at;   /* the letter to read next */
    bool spaced; /* a space was before it */
};

void lexer_run(struct lexer *lexer);

#endif
