/*
 * elements.h - structure elements, made from the document's nodes.
 *
 * Purpose: one walk over the tree. A cell or an item's body whose only block is a paragraph holds
 *          that paragraph's text itself. Blocks without content on the painted pages are left out,
 *          but a table is kept whole or not at all. Notes follow the block that they belong to.
 * Units:   elements are counted from 0; order among siblings is the child's number.
 * Memory:  all in the arena given, except the element array (plain memory, grown).
 */
#ifndef ITAREPORT_PAINT_ELEMENTS_H
#define ITAREPORT_PAINT_ELEMENTS_H

#include "doc/doc.h"
#include "paint/tags.h"

struct elements {
    struct arena *arena;
    struct tag_element *element;
    size_t count, room;
    bool *has_content; /* by node id: something of it or in it is painted */
    bool *leads;       /* by node id: it begins on a painted page */
    bool *is_marked;   /* by node id of a note: its mark is on a painted page */
    int *text;         /* by node id: element of its text, its cell, its figure */
    int *label;        /* by node id of an item: its Lbl; of a note: that, or the Link in it */
    int **link;        /* by node id: the Link of every span of its text, or NONE; NULL: no text */
};

/* has_content, leads and is_marked are filled; everything else is made here. */
void elements_make(struct elements *elements, const struct doc *doc);

/* ORDER_LAST comes after every byte of a text. */
enum { ORDER_LAST = INT32_MAX };

#endif
