/*
 * vocabulary.h - the words by which official Thai says something of a result.
 *
 * Purpose: words/claims.txt sorts words into classes by what they do in a sentence; the reader of claims
 *          knows the classes only. A lexicon is the vocabulary and the names of one edition's scheme
 *          together; it finds the longest of its words that begins at a letter.
 * Units:   words are code points with Western digits, small Latin letters and plain spaces, as in
 *          filled.h.
 * Memory:  struct vocabulary owns all it gives; a lexicon is in the arena given and borrows from the
 *          vocabulary and the edition.
 */
#ifndef ITAREPORT_CLAIMS_VOCABULARY_H
#define ITAREPORT_CLAIMS_VOCABULARY_H

#include "claims/filled.h"
#include "edition/edition.h"
#include "source/kept.h"
#include "source/sources.h"

/* The classes of words/claims.txt, where each is explained; a word may be in several. */
enum claims_word {
    /* things */
    WORD_INDICATOR,
    WORD_SUBINDICATOR,
    WORD_QUESTION,
    WORD_PART,
    WORD_ISSUE,
    WORD_TABLE,
    WORD_TOOL,
    WORD_EVERY,
    WORD_THIS,
    WORD_OVERALL,
    WORD_SELF,
    WORD_OTHER,
    WORD_SCHEME,
    /* scores */
    WORD_POINTS,
    WORD_PERCENT,
    WORD_GOT,
    WORD_IS,
    WORD_MEAN,
    WORD_FULL,
    WORD_WEIGHT,
    WORD_LEVEL,
    WORD_TARGET,
    WORD_CRITERION,
    WORD_UNIT,
    WORD_NUMERAL,
    /* order and change */
    WORD_HIGHEST,
    WORD_LOWEST,
    WORD_NEXT,
    WORD_RANK,
    WORD_ABOVE,
    WORD_BELOW,
    WORD_MISSES,
    WORD_REACHES,
    WORD_BOUND,
    WORD_RISEN,
    WORD_FALLEN,
    WORD_AWAY,
    /* how a sentence goes on */
    WORD_CLAUSE,
    WORD_RELATIVE,
    WORD_AND,
    WORD_IN,
    WORD_LIGHT,
    WORD_GOAL,
    WORD_AIM,
    WORD_NOT,
    WORD_TOGETHER,
    WORD_RESPECTIVE,
    /* years */
    WORD_YEAR,
    WORD_FISCAL,
    WORD_THIS_YEAR,
    WORD_LAST_YEAR,
    WORD_MONTH,
    WORD_RESULT,
    WORD_MEASURE,
    WORD_LAW,
    WORD_PLAN,
    WORD_PAST,
    WORD_AGAINST,
    /* counts */
    WORD_TOTAL,
    WORD_RESPONDENT,
    WORD_COUNT_PERSON,
    /* agencies */
    WORD_AGENCY,
    WORD_AGENCY_GENERIC,
    WORD_BEFORE_AGENCY,
    WORD_BLIND, /* only stops others, and has no bit */
    CLAIMS_WORDS
};

_Static_assert(WORD_BLIND <= 64, "a word's classes are the bits of one number");

#define WORD_BIT(word) ((uint64_t)1 << (word))

/* What a name is the name of. */
enum lexicon_thing {
    LEXICON_WORD, /* of the vocabulary: no name */
    LEXICON_INDICATOR,
    LEXICON_SUBINDICATOR,
    LEXICON_PART,
    LEXICON_INSTRUMENT,
    LEXICON_LEVEL
};

struct lexicon_entry {
    const char32_t *letter;
    size_t count;
    uint64_t words; /* bits of enum claims_word */
    enum lexicon_thing thing;
    const void *of;    /* the thing of the scheme; of a level its name (struct text) */
    const char *value; /* of a numeral: its number; of an agency: its abbreviation; or NULL */
};

struct vocabulary;

/* Reads a file such as words/claims.txt; NULL after reporting what is wrong with it. */
struct vocabulary *vocabulary_load(const char *path, struct place from, struct sources *sources,
                                   struct diag *diag);
void vocabulary_free(struct vocabulary *vocabulary);

/* For a shelf of them. */
extern const struct kept_kind vocabulary_kind;

struct lexicon;
const struct lexicon *lexicon_make(struct arena *arena, const struct vocabulary *vocabulary,
                                   const struct edition *edition);

/* The longest entry that begins at a letter and ends where a Thai syllable may end; NULL: none. Levels are
 * found by lexicon_level only. */
const struct lexicon_entry *lexicon_find(const struct lexicon *lexicon, const struct filled *filled,
                                         size_t at);
const struct lexicon_entry *lexicon_level(const struct lexicon *lexicon,
                                          const struct filled *filled, size_t at);

/* The word for its kind that an agency's name begins with, in its long form; NULL: none is known. And what
 * comes after it: หินเหล็กไฟ of อบต.หินเหล็กไฟ, the whole of any other name. */
const char *lexicon_kind(const struct lexicon *lexicon, const char *name);
const char *lexicon_after_kind(const struct lexicon *lexicon, const char *name);

/* Whether a word for a kind of agency is a common noun too: longer ones begin with it (เทศบาล, เทศบาลตำบล). */
bool lexicon_is_common(const struct lexicon *lexicon, const struct lexicon_entry *kind);

/* Whether two names can be of one agency: what comes after the words for their kinds is the same, or one of them begins
 * with no such word. */
bool vocabulary_same_agency(const struct vocabulary *vocabulary, const char *name,
                            const char *short_name);

#endif
