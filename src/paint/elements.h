/*
 * elements.h - structure elements, made from the document's nodes.
 *
 * Purpose: one walk over the tree. A cell or an item's body whose only block is a paragraph holds
 *          that paragraph's text itself. Blocks without content on the painted pages are left out,
 *          but a table is kept whole or not at all.
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
    bool *leads;       /* by node id: a heading on a painted page */
    int *text;         /* by node id: element of its text, its cell, its figure */
    int *label;        /* by node id of an item: its Lbl */
    int *first_span;   /* by node id: Link element of its first leading span; others follow */
};

/* has_content and leads are filled; everything else is made here. */
void elements_make(struct elements *elements, const struct doc *doc);

/* Whether a span is a link that leads somewhere. */
bool elements_span_leads(const struct elements *elements, const struct doc_span *span);

/* ORDER_LAST comes after every byte of a text. */
enum { ORDER_LAST = INT32_MAX };

#endif
