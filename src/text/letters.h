/*
 * letters.h - which Thai characters make words, and which lean on the one before.
 *
 * Purpose: one answer for segmenting, shaping and emergency breaks.
 */
#ifndef ITAREPORT_TEXT_LETTERS_H
#define ITAREPORT_TEXT_LETTERS_H

#include <stdbool.h>
#include <uchar.h>

enum {
    LETTER_WO_WAEN = 0x0E27,
    LETTER_PAIYANNOI = 0x0E2F,
    LETTER_SARA_AM = 0x0E33,
    LETTER_PHINTHU = 0x0E3A,
    LETTER_MAIYAMOK = 0x0E46,
    LETTER_ZERO = 0x0E50,
};

/* Consonants, vowels, marks, and the signs that belong to words; no digits, no baht. */
static inline bool letters_make_words(char32_t c)
{
    return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E40 && c <= 0x0E4E);
}

/* A mark, or a vowel written after its consonant: nothing can begin with it. */
static inline bool letters_lean_back(char32_t c)
{
    return (c >= 0x0E30 && c <= 0x0E3A) || c == 0x0E45 || (c >= 0x0E47 && c <= 0x0E4E);
}

/* A vowel written before its consonant: nothing can end with it. */
static inline bool letters_lean_on(char32_t c)
{
    return c >= 0x0E40 && c <= 0x0E44;
}

/* Numbers and letters in circles or brackets: ① ⑴ ⓐ ❶. */
static inline bool letters_are_circled(char32_t c)
{
    return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793);
}

/* Controls, and what only says where a line may end, how letters join, or that a sign is in colour (U+FE0F): no font needs to have it. */
static inline bool letters_are_invisible(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF || c == 0x00AD || c < 0x20 || c == 0x7F;
}

#endif
