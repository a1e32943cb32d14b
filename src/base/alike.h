/*
 * alike.h - whether two texts say the same, nearly the same, or something else; and which of two lists belong together.
 *
 * Purpose: questions of two years' schemes, measures of two years' plans: their ids and places change, their words stay.
 *          Blanks, signs and the script of digits make no difference; nearly the same is told by the runs of three letters
 *          that two texts share (Dice's coefficient), digits left out, since years change.
 * Memory:  everything is in the arena given.
 * Errors:  lists too long to be compared each with each are paired by equal words only.
 */
#ifndef ITAREPORT_BASE_ALIKE_H
#define ITAREPORT_BASE_ALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct alike {
    const char *key;   /* letters and digits only */
    uint32_t *shingle; /* sorted, each once */
    size_t shingles;
    const char *id; /* what else speaks for a pair: an id, a number; or NULL */
};

struct alike alike_of(struct arena *arena, const char *text, size_t length, const char *id);

bool alike_same(const struct alike *a, const struct alike *b);
int alike_percent(const struct alike *a, const struct alike *b);

struct alike_list {
    const struct alike *item;
    size_t count;
};

struct alike_rule {
    int least; /* percent, for a pair that is only nearly the same; above 100: there are none */
    int of_id; /* percent that the same id counts for; between equals it decides anyway */
    bool takes_parts; /* also a text that is whole inside of the other, where nothing is nearer */
};

#define ALIKE_NONE SIZE_MAX

/* Which item of another list an item belongs to, and how alike they are. */
struct alike_pair {
    size_t other; /* or ALIKE_NONE */
    int percent;  /* 100: the same words; 99: but for digits, such as the year's */
};

/* Whether so alike that only digits differ, if anything does. */
enum { ALIKE_BUT_DIGITS = 99 };

/* Of each item of `now`, its pair in `old`; no item is in two pairs. Equal words come first, among them equal ids. */
struct alike_pair *alike_pairs(struct arena *arena, struct alike_list old, struct alike_list now,
                               struct alike_rule rule);

#endif
