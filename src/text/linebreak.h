/*
 * linebreak.h - choose the line ends of one paragraph.
 *
 * Purpose: the least costly set of line ends, found over the whole paragraph. Works on
 *          integers only; fonts and Thai are in shape.h and breaks.h.
 * Units:   1/1024 pt. Indexes count items, from 0.
 * Memory:  reads items; the ends belong to the arena given.
 * Errors:  an item wider than its line has a line of its own; the result counts such lines.
 *
 * Method: Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11
 * (1981), with boxes and glue folded into one item. Looseness is measured against what the letter
 * gaps and spaces of a line may take, so a Thai line without a space is nothing special. A paragraph whose best
 * lines are poor is worth another run with more freedom.
 */
#ifndef ITAREPORT_TEXT_LINEBREAK_H
#define ITAREPORT_TEXT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Penalties: more than zero discourages a line end. */
#define LINEBREAK_NEVER INT32_MAX
#define LINEBREAK_FORCED INT32_MIN

/* A line that is stretched by more thousandths of its width is a poor one. */
#define LINEBREAK_POOR 100

/* How far the breaker goes to set a paragraph well: each need is for one that the need before it left poor. */
enum linebreak_need {
    LINEBREAK_AT_EASE,
    LINEBREAK_IN_NEED,     /* lines may be pressed, at a price, and poor ones cost dearly */
    LINEBREAK_IN_DISTRESS, /* letters may be drawn so wide or narrow that one may see it, at a price */
    LINEBREAK_NEEDS
};

/*
 * What the letters of a line themselves take of its slack, in thousandths of their width: where it would be loose or
 * pressed they are drawn a little wider or narrower, too little to be seen (the hz program of Zapf and Karow).
 */
int32_t linebreak_widening(int64_t width, int64_t slack, enum linebreak_need need);

/* The most of it. */
int32_t linebreak_widest(enum linebreak_need need);

/* Text up to a place where a line may end. */
struct linebreak_item {
    int32_t width;   /* of the text that is always seen */
    int32_t stretch; /* what its gaps may take before they look loose */
    int32_t shrink;  /* what its gaps may give */
    int32_t press;   /* what they may give for need */
    int32_t space;   /* of the spaces after it, which vanish at a line's end; less than zero: of a
                        hyphen in `width`, which is seen at a line's end only */
    int32_t space_stretch;
    int32_t space_shrink;
    int32_t space_press;
    int32_t penalty; /* for a line end after it, or LINEBREAK_FORCED; never LINEBREAK_NEVER */
    bool hyphen;     /* a line that ends after it ends in a word: two such lines running are poor */
};

struct linebreak_params {
    int32_t first; /* width of the first line */
    int32_t rest;  /* width of the others */
    int32_t runt;  /* a last line shorter than this is a runt */
    bool ragged;   /* lines are not stretched: looseness is the white at their ends */
    enum linebreak_need need;
};

struct linebreak_result {
    size_t *end; /* the last item of each line */
    size_t lines;
    size_t overfull;
    int64_t cost;
};

struct linebreak_result linebreak_fit(struct arena *arena, const struct linebreak_item *item,
                                      size_t count, const struct linebreak_params *params);

#endif
