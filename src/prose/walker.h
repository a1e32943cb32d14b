/*
 * walker.h - a walk over the lines of a text; nobody outside prose/ includes it.
 *
 * Purpose: blocks.c walks and makes what the lines are; lists.c says which list a line is an item of, and refused.c
 *          which lines are no text of a report. Those two only look.
 */
#ifndef ITAREPORT_PROSE_WALKER_H
#define ITAREPORT_PROSE_WALKER_H

#include "prose/reading.h"

/* Columns from which on a line is inside an item. */
enum { WALKER_INSIDE = 2 };

/* An open list and its last item. */
struct level {
    struct prose_node *list, *item;
    struct prose_node **items;  /* where the next item goes */
    struct prose_node **blocks; /* where the item's next block goes */
    struct marker marker;       /* of the last item */
    unsigned column;            /* of the first item */
    size_t count;
    bool is_constant; /* all items have the number of the first */
    bool is_filled;   /* the last item, by what is on its line or below it */
};

struct walker {
    struct reading *reading;
    size_t line, end; /* the line at hand; after the last */
    struct prose_node *first, **top;
    struct level level[PROSE_LISTS];
    size_t depth;
    bool is_open; /* a paragraph */
    struct part paragraph;
    size_t paragraph_lines;
    bool is_told;               /* the paragraph: that a line of it looks like an item */
    bool is_under_table;        /* the paragraph: directly */
    struct prose_node *caption; /* of the table that comes next */
    struct prose_node *table;   /* the block before, when it is one */
    bool was_blank;
};

static inline const struct line *walker_line(const struct walker *walker)
{
    return &walker->reading->line[walker->line];
}

static inline bool line_is_blank(const struct line *line)
{
    return line->text == line->end;
}

static inline bool columns_are_alike(unsigned a, unsigned b)
{
    return a + 1 >= b && b + 1 >= a;
}

/* ---- lists.c ---- */

struct list_place {
    bool is_item, is_new; /* of an open list, or of a new one */
    size_t depth;         /* of the list; 0 is the outmost */
};
/* What the line at hand is an item of, by its marker and the lines around it. */
struct list_place lists_place(const struct walker *walker);
/* Whether a line that goes on the paragraph may be an item all the same: (๑), with no (๒) near. */
bool lists_is_doubtful(const struct walker *walker);

/* ---- refused.c ---- */

/* Whether the line at hand, or the rest of it from a byte on, has no place in a report, and the message that says so. */
bool refused_line(const struct walker *walker, size_t at, enum diag_code *code);
/* How many of the same sign are at a byte of the line at hand. */
size_t refused_count(const struct walker *walker, size_t at, char c);

#endif
