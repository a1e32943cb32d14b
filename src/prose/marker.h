/*
 * marker.h - what may be the marker of a list item at a line's start: -, •, ๑., (ก), ข้อ ๑, [x].
 *
 * Purpose: says what a line begins with, by its shape alone; whether it is a list is for blocks.c to
 *          say, which knows the lines around it.
 * Units:   offsets are bytes of the text that is read.
 */
#ifndef ITAREPORT_PROSE_MARKER_H
#define ITAREPORT_PROSE_MARKER_H

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
    MARKER_PATH,     /* ๑.๑ */
    MARKER_HALF,     /* ๑) ก) */
    MARKER_BRACKETS, /* (๑) (ก) */
    MARKER_CIRCLE    /* ① */
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
    char close;        /* after a path or a clause: . ) : or NUL */
    size_t start, end; /* what is typed, without the blanks after it */
    size_t word;       /* clause: bytes of the word */
    size_t content;    /* where the item's text starts */
    /* The numbers of a path, or one number; of Latin letters the second is what they are as a Roman
     * number, and 0 is none. */
    int number[MARKER_DEEPEST];
    size_t depth;
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

#endif
