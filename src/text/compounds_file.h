/*
 * compounds_file.h - the form of the file of compounds, for those who write and read it.
 *
 * A trie (words/trie.h) with a mark of its own, whose values tell what a word does.
 */
#ifndef ITAREPORT_TEXT_COMPOUNDS_FILE_H
#define ITAREPORT_TEXT_COMPOUNDS_FILE_H

enum {
    COMPOUNDS_MARK = 0x49434D31, /* "ICM1" */

    /* A value. */
    COMPOUNDS_WHOLE = 0x07, /* enum compounds_hold: of its own words for each other */
    COMPOUNDS_ROLE_SHIFT = 3
};

/* What a word does to its neighbours. */
enum compounds_role {
    COMPOUNDS_HOLDS = 1, /* the word that follows */
    COMPOUNDS_CLINGS,    /* to the word before */
    COMPOUNDS_COUNTS,    /* a number in words: it holds others, and what it counts */
    COMPOUNDS_LEADS,     /* a word of grammar that begins a phrase */
    COMPOUNDS_TRAILS,    /* one that ends it */
    COMPOUNDS_ORDERS /* it leads, and makes a number in words after it name the word before: ครั้ง|ที่|สอง */
};

#endif
