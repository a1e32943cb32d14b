/*
 * compounds_file.h - the form of the file of compounds, for those who write and read it.
 *
 * A trie in one array of 32-bit numbers, in the order of the machine that made it: a mark, the count of nodes, the nodes.
 * The children of a node follow each other, by their letters; the root's are the first ones.
 */
#ifndef ITAREPORT_TEXT_COMPOUNDS_FILE_H
#define ITAREPORT_TEXT_COMPOUNDS_FILE_H

#include <stdint.h>

enum {
    COMPOUNDS_MARK = 0x49434D31, /* "ICM1" */
    COMPOUNDS_HEAD = 2,          /* numbers before the nodes */
    COMPOUNDS_THAI = 0x0E00,     /* letters count from here */

    /* A node. */
    COMPOUNDS_LETTER = 0x7F,   /* bits 0 to 6 */
    COMPOUNDS_LAST = 0x80,     /* no sibling follows */
    COMPOUNDS_VALUE_SHIFT = 8, /* bits 8 to 13: the value of the word that ends here, or 0 */
    COMPOUNDS_CHILD_SHIFT = 14,
    COMPOUNDS_NODES_MOST = 1 << 18,

    /* A value. */
    COMPOUNDS_VALUE = 0x3F,
    COMPOUNDS_WHOLE = 0x07, /* enum compounds_hold: of its own words for each other */
    COMPOUNDS_ROLE_SHIFT = 3
};

/* What a word does to its neighbours. */
enum compounds_role {
    COMPOUNDS_HOLDS = 1, /* the word that follows */
    COMPOUNDS_CLINGS,    /* to the word before */
    COMPOUNDS_COUNTS,    /* a number in words: it holds others, and what it counts */
    COMPOUNDS_LEADS,     /* a word of grammar that begins a phrase */
    COMPOUNDS_TRAILS     /* one that ends it */
};

#endif
