/*
 * trie.h - many Thai words in a file that is read as it is.
 *
 * Form:    one array of 32-bit numbers, in the order of the machine that made it: a mark, the count of nodes, the nodes. The
 *          children of a node follow each other, by their letters; the root's are the first ones. A word has a value, whose
 *          meaning is the caller's.
 * Units:   a letter is a Thai code point less TRIE_THAI.
 * Memory:  struct trie owns what it read.
 */
#ifndef ITAREPORT_WORDS_TRIE_H
#define ITAREPORT_WORDS_TRIE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

enum {
    TRIE_THAI = 0x0E00, /* letters count from here */
    TRIE_WORD_MOST = 100,

    /* A node. */
    TRIE_LETTER = 0x7F,   /* bits 0 to 6 */
    TRIE_LAST = 0x80,     /* no sibling follows */
    TRIE_VALUE_SHIFT = 8, /* bits 8 to 13: the value of the word that ends here, or 0 */
    TRIE_VALUE = 0x3F,
    TRIE_CHILD_SHIFT = 14
};

struct trie {
    struct buffer bytes;
    const uint32_t *node;
    uint32_t nodes;
    uint32_t root[TRIE_LETTER + 1]; /* the node of a first letter, or `nodes` */
};

/* False: there is no such file, or it is another. */
bool trie_open(struct trie *trie, uint32_t mark, const char *path);
void trie_close(struct trie *trie);

/* The node of a letter among siblings, the first of which is given; the count of nodes when there is none. */
static inline uint32_t trie_find(const struct trie *trie, uint32_t at, uint32_t letter)
{
    for (; at < trie->nodes; at++) {
        uint32_t node = trie->node[at], here = node & TRIE_LETTER;
        if (here == letter)
            return at;
        if (here > letter || (node & TRIE_LAST) != 0)
            break;
    }
    return trie->nodes;
}

/* The first child of a node; 0: it has none. */
static inline uint32_t trie_child(const struct trie *trie, uint32_t at)
{
    return trie->node[at] >> TRIE_CHILD_SHIFT;
}

static inline uint32_t trie_value(const struct trie *trie, uint32_t at)
{
    return (trie->node[at] >> TRIE_VALUE_SHIFT) & TRIE_VALUE;
}

/* ---- making one ---- */

struct trie_word {
    const char *letter; /* ended by 0 */
    uint8_t value;
};

/* A word of Thai letters as letters of a trie; NULL for any other text. */
const char *trie_letters(struct arena *arena, const char *word);

/* Sorts the words and adds the file's bytes; a word that is there twice has the value of both. False: they are too many. */
bool trie_write(struct trie_word *word, size_t count, uint8_t (*both)(uint8_t one, uint8_t two),
                uint32_t mark, struct buffer *out);

/* Whether bytes begin as such a file does. */
bool trie_is(const char *bytes, size_t length, uint32_t mark);

#endif
