/*
 * scan.h - a text, letter by letter, with its numbers.
 *
 * Purpose: rules need letters by class and numbers by value, in Thai and Western digits alike;
 *          placeholders are stepped over, because what they print comes from the data.
 * Units:   letters count from 0; offsets in bytes of the text; numbers in hundredths.
 * Memory:  everything is in the arena given.
 */
#ifndef ITAREPORT_CLAIMS_SCAN_H
#define ITAREPORT_CLAIMS_SCAN_H

#include <uchar.h>

#include "formula/expr.h"
#include "yaml/record.h"

enum scan_class {
    SCAN_THAI, /* letters and marks, ๆ and ฯ */
    SCAN_LATIN,
    SCAN_THAI_DIGIT,
    SCAN_WESTERN_DIGIT,
    SCAN_FIGURE, /* a placeholder that prints a number */
    SCAN_HOLE,   /* any other placeholder */
    SCAN_SPACE,
    SCAN_NEWLINE,
    SCAN_OPEN,  /* ( [ “ ‘ */
    SCAN_CLOSE, /* ) ] ” ’ */
    SCAN_OTHER
};

struct scan_letter {
    char32_t c; /* 0 for a placeholder */
    enum scan_class class;
    size_t offset;
    const struct expr *expr; /* of a placeholder; NULL where it is wrong */
};

/* A number typed in the text; decimals -1: no plain number (๑.๒.๓). */
struct scan_number {
    size_t from, to; /* letters; to: the one after it */
    int64_t hundredths;
    int decimals;
    bool mixed;    /* Thai and Western digits */
    bool in_latin; /* belongs to a Latin word: o๑๐, COVID-19, ISO 9001 */
};

struct scan_span {
    size_t from, to; /* letters */
};

struct scan {
    const struct text *text;
    struct scan_letter *letter; /* two newlines follow the last */
    size_t count;
    struct scan_number *number;
    size_t numbers;
    struct scan_span *paragraph; /* a list item is a paragraph */
    size_t paragraphs;
};

struct scan scan_text(struct arena *arena, const struct text *text);

/* Where a letter is in the input. */
struct place scan_place(const struct scan *scan, size_t letter);

/* The text of some letters, as typed. */
const char *scan_copy(struct arena *arena, const struct scan *scan, size_t from, size_t to);

/* Where a word starts among the letters, outside placeholders (`to` when it does not); whether it
 * starts at a letter; whether it is there at all. */
size_t scan_find(const struct scan *scan, size_t from, size_t to, const char *word);
bool scan_at(const struct scan *scan, size_t at, const char *word);
bool scan_has(const struct scan *scan, size_t from, size_t to, const char *word);

#endif
