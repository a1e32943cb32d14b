/*
 * thai_marks.h - vowels, tones and signs that no letter can carry as they are typed.
 *
 * Purpose: a Thai letter carries at most one vowel above or below it, then one tone; a tone typed before
 *          its vowel, a mark typed twice, or one that has no letter looks right on no page and is found by no
 *          search. Goes through a text and says each such place, with the right form where there is
 *          only one that can have been meant.
 * Method:  which character may follow which is a table, in the manner of WTT 2.0, the Thai input and
 *          output rules; what goes against it is looked at as a whole letter. What other languages write
 *          with Thai letters is let be: Pali (ฐิตธมฺโม, พาหุํ, ตสฺมิํ), and the marks under and over letters of
 *          the Royal Society's spellings for minority languages (ก็่, กฺุ, ง̱).
 * Units:   bytes of the text, which is UTF-8.
 * Memory:  none; linear in the text, however many marks a letter has.
 */
#ifndef ITAREPORT_AUDIT_THAI_MARKS_H
#define ITAREPORT_AUDIT_THAI_MARKS_H

#include <stdbool.h>
#include <stddef.h>

enum thai_marks_kind {
    THAI_MARKS_ORDER,  /* ท่ี for ที่, ก่ำ typed กำ่ */
    THAI_MARKS_TWICE,  /* กิิ */
    THAI_MARKS_PARTED, /* ถ ึง: blanks before the mark */
    THAI_MARKS_BEFORE, /* แ่ม for แม่ */
    THAI_MARKS_ORPHAN, /* on no letter: a digit, a sign, nothing */
    THAI_MARKS_CLASH,  /* two vowels, or two tones, on one letter */
    THAI_MARKS_UNUSUAL,
    THAI_MARKS_SARA_AM,    /* ํา for ำ */
    THAI_MARKS_SARA_AE,    /* เเ for แ */
    THAI_MARKS_LEAD_TWICE, /* ไไ */
    THAI_MARKS_LEAD_ALONE, /* a vowel of those written first, and no consonant */
    THAI_MARKS_LEAD_PARTED,
    THAI_MARKS_TAIL_TWICE, /* าา, ะะ */
    THAI_MARKS_TAIL_ALONE, /* า, ะ after no letter: จ านวน */
    THAI_MARKS_LONG_AA,    /* ๅ for า */
    THAI_MARKS_RU_AA       /* ฤา for ฤๅ */
};

enum { THAI_MARKS_RIGHT = 192 };

struct thai_marks_fault {
    enum thai_marks_kind kind;
    size_t at;                    /* the first character out of its place */
    size_t start, end;            /* the letters to show */
    char right[THAI_MARKS_RIGHT]; /* what those letters should be; "" where it is not certain */
};

/* A text being gone through. */
struct thai_marks {
    const char *text;
    size_t length, at;
    int previous; /* class of the character before */
    size_t base;  /* the last letter that can carry marks; SIZE_MAX: none yet */
};

struct thai_marks thai_marks_new(const char *text, size_t length);

/* The next fault; false when there are no more. */
bool thai_marks_next(struct thai_marks *marks, struct thai_marks_fault *fault);

#endif
