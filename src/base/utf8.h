/*
 * utf8.h - code points and Thai letters.
 *
 * Purpose: reads and writes UTF-8, and knows the few classes of characters that the program needs.
 * Units:   bytes for offsets and lengths; code points as char32_t.
 * Errors:  utf8_next gives UTF8_BAD for a malformed sequence and steps one byte.
 */
#ifndef ITAREPORT_BASE_UTF8_H
#define ITAREPORT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#define UTF8_BAD ((char32_t)0xFFFFFFFFu)

/* The code point at *at, which moves after it; *at < length on entry. */
char32_t utf8_next(const char *text, size_t length, size_t *at);

/* Writes 1 to 4 bytes (no NUL) and returns how many. */
size_t utf8_write(char32_t c, char out[4]);

size_t utf8_count(const char *text, size_t length);

/* Whether a text has nothing to see: spaces of any kind, line ends, signs without width. */
bool utf8_is_blank(const char *text, size_t length);

/* A blank inside a line: space, tab, no-break and wide spaces. Its length in bytes, or 0. */
size_t utf8_blank(const char *text, size_t at, size_t end);
/* The first byte from `at` on that is no such blank, or the end. */
size_t utf8_skip_blanks(const char *text, size_t at, size_t end);

bool utf8_is_thai(char32_t c);
bool utf8_is_thai_mark(char32_t c); /* vowels, tones, signs above or below a base; not SARA AM */
bool utf8_is_thai_digit(char32_t c);
bool utf8_is_digit(char32_t c); /* Thai or Western */

/*
 * Whether a line end between two characters is nothing: between two letters or marks of Thai, which
 * has no spaces between words. Elsewhere, and after ๆ and ฯ, it is a space.
 */
bool utf8_joins_lines(char32_t before, char32_t after);

/*
 * Whether a character may be in a text that was typed. Not: controls other than tab and line feed, the
 * controls of writing direction (they make a text look like another), line ends of other kinds than
 * \n, characters that Unicode has put out of use or that are none, and U+FFFD, which programs write
 * where they lost a letter. What only joins or parts words (U+00A0, U+00AD, U+200B to U+200D, U+2060)
 * may be there.
 */
bool utf8_may_be_typed(char32_t c);

/* Columns of a terminal: 0 for a mark, 2 for a wide letter, else 1. */
int utf8_cells(char32_t c);

#endif
