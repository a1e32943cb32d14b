/*
 * thai_letter.h - a Thai letter with all that it carries.
 *
 * Purpose: what a character is to a letter (a vowel above it, a tone, a vowel after it), and a letter read
 *          whole: whether something is twice, out of order or too much, and how it should be.
 * Units:   bytes of a UTF-8 text.
 */
#ifndef ITAREPORT_AUDIT_THAI_LETTER_H
#define ITAREPORT_AUDIT_THAI_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "audit/thai_marks.h"

enum thai_class {
    THAI_OTHER,
    THAI_BLANK, /* spaces and what draws nothing */
    THAI_DASH, /* with which a vowel is shown by itself: เ-, -ะ; and ๚, which ะ may follow */
    THAI_HOLDER,  /* ◌, which carries a mark to show it */
    THAI_FOREIGN, /* combining marks of the Latin script, which minority languages use too */
    THAI_CONSONANT,
    THAI_RU,     /* ฤ ฦ */
    THAI_LEAD,   /* เ แ โ ใ ไ */
    THAI_A,      /* ะ */
    THAI_AA,     /* า */
    THAI_AM,     /* ำ */
    THAI_LONG,   /* ๅ */
    THAI_I,      /* ิ, which ์ may follow */
    THAI_ABOVE,  /* the other vowels above */
    THAI_BELOW,  /* ุ ู */
    THAI_DOT,    /* ฺ */
    THAI_TAIKHU, /* ็ */
    THAI_TONE,
    THAI_KILLER, /* ์ */
    THAI_RING,   /* ํ */
    THAI_TOP,    /* ๎ */
    THAI_CLASSES
};

/* Sets of classes. */
#define THAI_BIT(class) (1u << (class))
#define THAI_MARKS                                                                               \
    (THAI_BIT(THAI_I) | THAI_BIT(THAI_ABOVE) | THAI_BIT(THAI_BELOW) | THAI_BIT(THAI_DOT) |       \
     THAI_BIT(THAI_TAIKHU) | THAI_BIT(THAI_TONE) | THAI_BIT(THAI_KILLER) | THAI_BIT(THAI_RING) | \
     THAI_BIT(THAI_TOP))
#define THAI_TAILS (THAI_BIT(THAI_A) | THAI_BIT(THAI_AA) | THAI_BIT(THAI_AM) | THAI_BIT(THAI_LONG))
#define THAI_LETTERS (THAI_BIT(THAI_CONSONANT) | THAI_BIT(THAI_RU))

/* Of ASCII, and of the Thai block from its half on. */
enum { THAI_TABLED = 256 };
extern const uint8_t THAI_TABLE[THAI_TABLED];

enum thai_class thai_class(char32_t c);

static inline bool thai_is(enum thai_class class, uint32_t set)
{
    return (THAI_BIT(class) & set) != 0;
}

/* ---- places in a text ---- */

struct thai_text {
    const char *bytes;
    size_t length;
};

/* The character at a place; 0 at the end. */
char32_t thai_at(const struct thai_text *text, size_t at);

/* The places of the character after the one at a place, and of the one before a place, which is not the start. */
size_t thai_after(const struct thai_text *text, size_t at);
size_t thai_before(const struct thai_text *text, size_t at);

/* The class of the character before a place; THAI_OTHER at the start. */
enum thai_class thai_class_before(const struct thai_text *text, size_t at);

/* ---- letters ---- */

enum thai_rank { THAI_RANK_DOT, THAI_RANK_VOWEL, THAI_RANK_RING, THAI_RANK_TONE, THAI_RANK_END };

struct thai_letter {
    size_t start;   /* of its base */
    char32_t base;  /* 0: there is none */
    char32_t tail;  /* the vowel after it, or 0 */
    uint32_t marks; /* a set: a bit for each code from U+0E31 on */
    uint32_t late;  /* those after the tail */
    bool twice, tail_twice, disorder, foreign;
    enum thai_rank top; /* of the marks so far */
    size_t ring;        /* where it is */
    size_t wrong;       /* the first character out of its place, or SIZE_MAX */
    size_t end;         /* after all that belongs to it */
};

/* The letter whose base is at a place; and marks without a base. */
struct thai_letter thai_letter_read(const struct thai_text *text, size_t base);
struct thai_letter thai_letter_none(const struct thai_text *text, size_t at);

/* Goes on with a letter at a later place. */
void thai_letter_read_on(const struct thai_text *text, struct thai_letter *letter, size_t at);

/* Gives a letter the marks of another as if they were its own. */
void thai_letter_add_marks(struct thai_letter *letter, const struct thai_letter *from);

/* What is wrong with a letter; false: nothing. */
bool thai_letter_judge(const struct thai_letter *letter, enum thai_marks_kind *kind);

/* Whether there is one right form only; writes it (no NUL), at most THAI_LETTER_FORM bytes. */
enum { THAI_LETTER_FORM = 3 * 20 };
bool thai_letter_is_certain(const struct thai_letter *letter);
size_t thai_letter_write(const struct thai_letter *letter, char *out);

#endif
