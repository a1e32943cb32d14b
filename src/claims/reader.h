/*
 * reader.h - what the files that read claims from tokens share; internal to src/claims.
 *
 * Purpose: each file reads one kind of claim, from the word or number that is its heart (the anchor)
 *          outward: the subject is what was named last before it, what is said between the two decides
 *          whether it is a result at all.
 * Units:   places are indices of tokens. A search goes REACH tokens far at most, so reading is linear.
 */
#ifndef ITAREPORT_CLAIMS_READER_H
#define ITAREPORT_CLAIMS_READER_H

#include "claims/token.h"

enum {
    REACH = 60,
    NEAR_TEXT = 30, /* letters of other words between a subject and what is said of it */
    NO_TEXT = 6     /* where nothing else shows that a number is a score */
};

struct reader {
    struct arena *arena;
    const struct edition *edition;
    const struct lexicon *lexicon;
    const struct passage *passage;
    const struct filled *filled;
    struct token *token;
    size_t count;
    struct claim *claim;
    size_t claims, room;
};

/* What is before an anchor. */
struct look {
    struct claim_subject subject; /* CLAIM_NOTHING: none was named */
    size_t at;                    /* its token */
    uint64_t between; /* the words after the subject, or after `clause` where that is later */
    uint64_t all;     /* the words after the subject */
    size_t text;      /* letters of other words in the anchor's own clause */
    size_t clause;    /* the first token of the anchor's clause */
    bool is_blocked;  /* something else with figures of its own is spoken of */
    bool is_goal;     /* it is wished or demanded, and no result */
    bool is_negated;
    bool is_generic; /* a thing that is only described is spoken of: the indicators that … */
    bool is_past_range;
};

struct look look_left(const struct reader *reader, size_t anchor);

/* A token, or an end of paragraph where there is none. */
const struct token *token_at(const struct reader *reader, size_t at);

/* The next token that is none of some words. */
size_t skip_words(const struct reader *reader, size_t at, uint64_t words);
size_t skip_words_back(const struct reader *reader, size_t at, uint64_t words);

/* Whether a thing has a score. */
bool has_score(const struct claim_subject *thing);

/* The thing that a token names: by number, or by a name after the word for it. */
bool thing_named(const struct reader *reader, size_t at, struct claim_subject *thing);

/* What a text as a whole is about. */
struct claim_subject implied_subject(const struct reader *reader, uint64_t words);

/* A new claim with the place and the sentence of some tokens. */
struct claim *claim_add(struct reader *reader, enum claim_relation relation, size_t from,
                        size_t to);

bool is_clause_end(const struct token *token);

/* The heart of a claim is a token: each reads it where it is its own kind. */
void read_comparison(struct reader *reader, size_t at);
void read_change(struct reader *reader, size_t at);
void read_extreme(struct reader *reader, size_t at);
void read_level(struct reader *reader, size_t at);
void read_number(struct reader *reader, size_t at);
void read_full_score(struct reader *reader, size_t at);
void read_count(struct reader *reader, size_t at);
void read_reference(struct reader *reader, size_t at);
void read_year(struct reader *reader, size_t at);
void read_agency(struct reader *reader, size_t at);

#endif
