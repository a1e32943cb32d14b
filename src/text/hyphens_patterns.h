/*
 * hyphens_patterns.h - where English words may be parted; the only door to libhyphen.
 *
 * Memory:  the patterns are read when a word first needs them.
 * Source:  F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983.
 */
#ifndef ITAREPORT_TEXT_HYPHENS_PATTERNS_H
#define ITAREPORT_TEXT_HYPHENS_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

enum { PATTERNS_WORD_MOST = 60 /* letters */ };

struct patterns;

/* The path is copied. */
struct patterns *patterns_new(const char *path);
void patterns_free(struct patterns *patterns);

const char *patterns_file(const struct patterns *patterns);

/* Reads the file unless that is done; false when it cannot be read. */
bool patterns_open(struct patterns *patterns);

/*
 * Sets for each letter whether the word may be parted after it; never where its spelling would change.
 * The patterns are open; all letters are small but the first, which may be a capital.
 */
void patterns_find(const struct patterns *patterns, const char *word, size_t length, bool *point);

#endif
