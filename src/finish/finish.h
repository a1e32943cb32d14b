/*
 * finish.h - from Cairo's PDF to the file that is delivered (libqpdf).
 *
 * Purpose: replaces the painter's numbered brackets by real marked content, and writes the
 * structure tree, links, outline, page labels and document information. Knows bytes, no document.
 * Method:  docs/design.md, "The finishing pass"; ISO 32000-1, 14.7 and 14.8.
 * Units:   1/1024 pt, from the page's top left corner (as in page.h); pages count from 0.
 * Memory:  the job is borrowed; the result is added to a buffer of the caller's.
 * Errors:  a PDF that is not what the painter promised (another Cairo) is reported; returns false.
 */
#ifndef ITAREPORT_FINISH_FINISH_H
#define ITAREPORT_FINISH_FINISH_H

#include "base/buffer.h"
#include "base/diag.h"

enum { FINISH_NONE = -1 };

/*
 * An element of the structure tree. Its children are elements and brackets, sorted by `order`;
 * equals keep the order of the job (brackets by page, elements after brackets), links come last.
 */
struct finish_element {
    const char *role; /* a standard name: Document, Sect, H1, P, L, LI, Lbl, LBody, Table, TR … */
    int parent;       /* index of an earlier element, or FINISH_NONE for the root */
    int order;        /* among the parent's children */
    const char *alt;  /* text alternative, or NULL */
    const char *title;            /* /T, or NULL */
    const char *language;         /* or NULL: inherited */
    size_t row_span, column_span; /* TH, TD; 0 or 1: not written */
    const char *scope;            /* TH: Column or Row */
    const char *id;               /* TH: what Headers name it by, unique; or NULL */
    const char *const *header;    /* TH, TD: ids of the cells that head this one */
    size_t headers;
    const char *list_numbering; /* L: None, Decimal, Disc … */
    bool has_box;               /* Figure: its box on its page */
    int box_page;
    int32_t box_x, box_y, box_width, box_height;
};

/* A small drawing used many times, kept in the file once. */
struct finish_shape {
    const char *path; /* PDF path operators; points, y downwards, around its own origin */
    int32_t x, y, width, height; /* a box around it, from its origin */
};

/* Where a shape is filled, in the colour of the text before it. */
struct finish_stamp {
    int shape;
    int32_t x, y; /* of its origin */
};

enum finish_bracket_kind { FINISH_TEXT, FINISH_DRAWING, FINISH_ARTIFACT };

/* The n-th bracket the painter opened on a page. */
struct finish_bracket {
    enum finish_bracket_kind kind;
    int element;                      /* FINISH_NONE for artifacts */
    int order;                        /* among the element's children */
    const char *actual_text;          /* what the glyphs say, UTF-8; NULL for drawings */
    const char *artifact;             /* FINISH_ARTIFACT: Pagination, Layout */
    const char *subtype;              /* FINISH_ARTIFACT: Header, Footer, Watermark; or NULL */
    const struct finish_stamp *stamp; /* painted at the bracket's end */
    size_t stamps;
};

struct finish_page {
    const struct finish_bracket *bracket;
    size_t brackets;
    int32_t width, height;
};

struct finish_link {
    int page;
    int32_t x, y, width, height;
    int element;     /* of role Link */
    const char *uri; /* or NULL: */
    int target_page;
    int32_t target_y;
    const char *contents; /* what it says aloud */
};

struct finish_outline {
    const char *title;
    int level; /* 1 … ; an entry is a child of the nearest earlier one of a lower level */
    int page;
    int32_t y;
};

struct finish_job {
    const char *title, *author, *subject, *language, *producer;
    int64_t seconds;     /* the document's date, since 1970 UTC */
    size_t first_number; /* printed number of the first page */
    const struct finish_page *page;
    size_t pages;
    const struct finish_shape *shape;
    size_t shapes;
    const struct finish_element *element; /* element[0] is the Document */
    size_t elements;
    const struct finish_link *link;
    size_t links;
    const struct finish_outline *outline;
    size_t outlines;
    const struct finish_archive *archive; /* see archive.h; NULL: a plain file */
};

bool finish_pdf(const struct buffer *raw, const struct finish_job *job, struct buffer *out,
                struct diag *diag);

#endif
