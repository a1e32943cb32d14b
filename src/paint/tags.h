/*
 * tags.h - the tags of a painted document: what is read aloud, in which order, where it leads.
 *
 * Purpose: the painter records them and an output that has a place for them (PDF) writes them. They
 *          are plain data: no operators, no object numbers.
 * Units:   1/1024 pt from the page's top left corner, y downwards; pages count from 0 among the
 *          painted ones.
 * Memory:  everything is borrowed from whoever filled it.
 * Source:  ISO 32000-1, 14.7 and 14.8.
 */
#ifndef ITAREPORT_PAINT_TAGS_H
#define ITAREPORT_PAINT_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TAG_NONE = -1 };

/*
 * An element of the structure tree. Its children are elements and brackets, sorted by `order`;
 * equals keep the order of the lists (brackets by page, elements after brackets), links come last.
 */
struct tag_element {
    const char *role; /* a standard name: Document, Sect, H1, P, L, LI, Lbl, LBody, Table, TR … */
    int parent;       /* index of an earlier element, or TAG_NONE for the root */
    int order;        /* among the parent's children */
    const char *alt;  /* text alternative, or NULL */
    size_t row_span, column_span; /* TH, TD; 0 or 1: not written */
    const char *scope;            /* TH: Column or Row */
    const char *id;               /* TH: what Headers name it by, unique; Note; or NULL */
    const char *const *header;    /* TH, TD: ids of the cells that head this one */
    size_t headers;
    const char *list_numbering; /* L: None, Decimal, Disc … */
    bool has_box;               /* Figure: its box on its page */
    int box_page;
    int32_t box_x, box_y, box_width, box_height;
};

enum tag_bracket_kind { TAG_TEXT, TAG_DRAWING, TAG_ARTIFACT };

struct tag_link;

/* A piece of marked content. */
struct tag_bracket {
    enum tag_bracket_kind kind;
    int element;                 /* TAG_NONE for artifacts */
    int order;                   /* among the element's children */
    const char *actual_text;     /* what the glyphs say, UTF-8; NULL for drawings */
    const char *artifact;        /* TAG_ARTIFACT: Pagination, Layout */
    const char *subtype;         /* TAG_ARTIFACT: Header, Footer, Watermark; or NULL */
    const char *language;        /* TAG_TEXT: of all of it; NULL: its element's */
    const struct tag_link *link; /* what it leads to, while it is opened; NULL: nothing */
};

/* The brackets of a page, in the order they were drawn. */
struct tag_page {
    const struct tag_bracket *bracket;
    size_t brackets;
};

struct tag_link {
    int page;
    int32_t x, y, width, height;
    int element;     /* of role Link */
    const char *uri; /* or NULL: */
    int target_page;
    int32_t target_y;
    const char *contents; /* what it says aloud */
};

struct tag_outline {
    const char *title;
    int level; /* 1 … ; an entry is a child of the nearest earlier one of a lower level */
    int page;
    int32_t y;
};

struct tags {
    const struct tag_page *page;
    size_t pages;
    const struct tag_element *element; /* element[0] is the Document */
    size_t elements;
    const struct tag_link *link; /* in the order of reading */
    size_t links;
    const struct tag_outline *outline;
    size_t outlines;
};

#endif
