/*
 * marker.h - what may be the marker of a list item at a line's start: -, •, ๑., (ก), ข้อ ๑, [x].
 *
 * Purpose: says what a line begins with, by its shape alone; whether it is a list is for those to say
 *          who know the lines around it: prose/ where lists are read, yaml/ where a line that YAML
 *          would join to the one above may be an item.
 * Units:   offsets are bytes of the text. A byte that no UTF-8 has (0xFF) is taken for a
 *          placeholder.
 */
#ifndef ITAREPORT_BASE_MARKER_H
#define ITAREPORT_BASE_MARKER_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

/* Numbers from MARKER_ODD on only go on with a list: one alone is a year or an amount. */
enum { MARKER_DEEPEST = 6, MARKER_ODD = 1000, MARKER_HIGHEST = 99999 };

enum marker_form {
    MARKER_NONE,
    MARKER_SIGN,     /* - • – [ ] */
    MARKER_CLAUSE,   /* ข้อ ๑: a word and a number */
    MARKER_POINT,    /* ๑. ก. */
    MARKER_PATH,     /* ๑.๑ ก.๑ */
    MARKER_HALF,     /* ๑) ก) */
    MARKER_BRACKETS, /* (๑) (ก) [๑] */
    MARKER_CIRCLE    /* ① ⑴ ⓐ */
};

enum marker_script { MARKER_DIGITS, MARKER_THAI, MARKER_LOWER, MARKER_UPPER };

enum marker_task { MARKER_NO_TASK, MARKER_OPEN, MARKER_DONE };

struct marker {
    enum marker_form form;
    enum marker_script script;
    enum marker_task task;
    char32_t sign;     /* of a list of signs */
    bool is_own;       /* sign: one of paper, printed as typed; else the layout's bullet is meant */
    bool is_glued;     /* no blank after it */
    char open, close;  /* around or after the numbers, more than the form says: . ) : [ or NUL */
    size_t start, end; /* what is typed, without the blanks after it */
    size_t word;       /* clause: bytes of the word */
    size_t content;    /* where the item's text starts */
    int number
        [MARKER_DEEPEST]; /* of a path, or one; of a letter the first is its code, or 0 for several */
    size_t depth;
    int roman; /* what Latin letters are as a Roman number; 0 when they are none */
};

/* What the line in bytes [at, end) begins with, where at is no blank. */
struct marker marker_read(const char *text, size_t at, size_t end);

/* Whether two are of one list: the same shape, whatever their numbers. */
bool marker_is_alike(const char *text, const struct marker *a, const struct marker *b);

/* Whether b is what comes after a in one list: another of the same signs, or the next number. */
bool marker_is_next(const struct marker *a, const struct marker *b);

bool marker_is_first(const struct marker *marker);

bool marker_is_odd(const struct marker *marker);

/* Whether b counts below a: ๑.๑ below ๑. or ข้อ ๑ */
bool marker_is_below(const struct marker *a, const struct marker *b);

/*
 * Whether two lines begin as two items of one list would, though not with markers that are known here: with the same
 * signs, or with numbers of which the second is the next (๑/ and ๒/, No.1 and No.2), with one letter
 * each, or with times of day.
 */
bool marker_heads_are_alike(const char *text, size_t a, size_t a_end, size_t b, size_t b_end);

#endif
