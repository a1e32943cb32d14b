/*
 * seen.h - the words of a file so far, to find one that comes twice in a class.
 *
 * Memory:  the set is plain memory; words are borrowed.
 */
#ifndef ITAREPORT_WORDS_SEEN_H
#define ITAREPORT_WORDS_SEEN_H

#include <stddef.h>
#include <stdint.h>

struct seen_word {
    const char *text; /* NULL: a free place */
    size_t class;
    uint32_t line;
};

struct seen {
    struct seen_word *place;
    size_t places; /* a power of two, at least twice the words to come */
};

struct seen seen_new(size_t words);
void seen_free(struct seen *seen);

/* The line that has the word in this class already; 0: none had, and now this one has. */
uint32_t seen_add(struct seen *seen, const char *text, size_t class, uint32_t line);

#endif
