/*
 * places.h - where on a page what of the document is, and where that comes from.
 *
 * Purpose: the way back from the paper to the data: a line of text falls into stretches of one origin
 *          each. For an editor that shows pages, and for tests.
 * Units:   1/1024 pt, y downwards from the paper's top left corner; bytes of the document's text.
 * Memory:  places belong to the arena given and point into the pages and their document.
 */
#ifndef ITAREPORT_PAGE_PLACES_H
#define ITAREPORT_PAGE_PLACES_H

#include "page/page.h"

/* The stretch of one trace in one line; its box is as high as the lines are apart. */
struct page_place {
    int32_t x, y, width, height; /* y: its top */
    const struct frame *frame;
    const struct doc_text *text;
    size_t start, end; /* bytes of the text, without spaces at the line's end */
    /* NULL: what the text has besides values and wording, such as a number that was counted. */
    const struct doc_trace *trace;
};

struct page_places {
    struct page_place *place;
    size_t count;
};

/*
 * All of a page, in the order in which it is drawn; nothing of frames without a text (page numbers, the numbers of a
 * chart's scale, the marks of a draft). The space between two lines of a text in the data belongs to what is before it.
 */
struct page_places page_places(const struct page *page, struct arena *arena);

/* The origin of a place: of its value; without a trace, of what prints it. */
struct doc_origin page_place_origin(const struct doc *doc, const struct page_place *place);

#endif
