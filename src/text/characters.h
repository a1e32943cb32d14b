/*
 * characters.h - a text as one array of characters, decoded once.
 *
 * Segmenting, scanning and shaping go over a paragraph many times; they find code and class of a character here.
 *
 * Units:   places in the array count characters; `start` counts bytes of the text.
 * Memory:  struct characters keeps its work space from one text to the next, and borrows the text.
 */
#ifndef ITAREPORT_TEXT_CHARACTERS_H
#define ITAREPORT_TEXT_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/* What a character is; a character may be several things. */
enum character_class {
    CHARACTER_WORD = 1 << 0,      /* of a Thai word: a consonant, a vowel, a mark, a sign */
    CHARACTER_BLANK = 1 << 1,     /* the plain space, and what is set like it */
    CHARACTER_LINE_END = 1 << 2,  /* the text forces a line end */
    CHARACTER_INVISIBLE = 1 << 3, /* draws nothing; no font needs to have it */
    CHARACTER_SPACE = 1 << 4,     /* a blank, or a space of another width */
    CHARACTER_CONSONANT = 1 << 5,
    CHARACTER_LEANS_BACK = 1 << 6, /* a mark, or a vowel written after its consonant */
    CHARACTER_LATIN = 1 << 7,      /* a letter of the Latin script */
    CHARACTER_DIGIT = 1 << 8,      /* Thai or Western */
    CHARACTER_JOINER = 1 << 9,     /* draws nothing and ends no word */
    CHARACTER_RAISED = 1 << 10, /* a superscript: no letter, digit or sign of the text around it */
};

struct character {
    char32_t code;
    uint32_t start; /* byte */
    uint16_t class; /* bits of enum character_class */
    bool word;      /* a word begins here, inside a run of Thai letters */
    uint8_t hold;   /* enum compounds_hold: how tightly it holds to the one before */
};

enum { CHARACTERS_TABLED = 256 };

struct characters {
    const char *text;
    struct character *at; /* and one more at the end: code 0, no class, start at the text's end */
    size_t count, room;
    uint16_t class[CHARACTERS_TABLED]; /* of ASCII and of the Thai block */
};

struct characters *characters_new(void);
void characters_free(struct characters *characters);

/* Takes a text in the place of the last one; no word begins anywhere yet. */
void characters_read(struct characters *characters, const char *text, size_t length);

/* Makes superscripts of those from *at on that begin before the byte `end`; *at moves on to that. */
void characters_raise(struct characters *characters, size_t *at, size_t end);

/* Where ASCII and the Thai block have their rows in a table of CHARACTERS_TABLED; other codes have none. */
static inline size_t characters_row(char32_t code)
{
    if (code < 0x80)
        return code;
    return code - 0x0E00 < 0x80 ? code - 0x0E00 + 0x80 : CHARACTERS_TABLED;
}

static inline bool characters_are(const struct characters *characters, size_t at, unsigned class)
{
    return (characters->at[at].class & class) != 0;
}

#endif
