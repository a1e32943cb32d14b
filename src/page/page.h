/*
 * page.h - from the document tree to frames on pages.
 *
 * Purpose: flow.c measures the tree into slabs (a line of a paragraph, a slice of a table row, a
 *          chart, itself made of frames by chart.c; an image), page_break.c chooses the page ends over
 *          integers, page_fill.c places frames. What is drawn where is decided here, not in paint/.
 * Units:   1/1024 pt; x and y from the paper's top left corner, y downwards.
 * Memory:  pages own one arena; they point into the doc, which must outlive them.
 * Errors:  a row taller than a page and the like are reported at the place the text came from.
 */
#ifndef ITAREPORT_PAGE_PAGE_H
#define ITAREPORT_PAGE_PAGE_H

#include "doc/doc.h"
#include "text/text.h"

enum frame_kind {
    FRAME_LINE,   /* a line of text: y is its baseline */
    FRAME_RULE,   /* a filled box: a table's rule, a cell's ground, a chart's bar */
    FRAME_HATCH,  /* a box filled with slanted lines and outlined: a bar below the target */
    FRAME_STROKE, /* a straight line from corner to corner of the box: a chart's line */
    FRAME_DASHES, /* a dashed line along the longer side of the box: a chart's target */
    FRAME_IMAGE,  /* the image of a figure, filling the box */
    FRAME_LEADER  /* dots between an entry of the contents and its page number */
};

enum frame_role {
    FRAME_CONTENT,    /* read aloud, once */
    FRAME_REPEAT,     /* shown again: a header row on a later page, a merged cell's text */
    FRAME_FURNITURE,  /* page numbers */
    FRAME_DECORATION, /* rules and grounds */
    FRAME_WATERMARK,  /* of a draft: below everything else */
    FRAME_STAMP       /* of a draft: a line at the foot */
};

/* A direction along the page: x then runs along (dx, dy) from (x, y). */
struct frame_turn {
    int32_t x, y, dx, dy;
};

struct frame {
    enum frame_kind kind;
    enum frame_role role;
    int32_t x, y, width, height;
    const struct doc_node *node; /* the block it belongs to, or NULL */
    bool is_label;               /* FRAME_LINE: an item's label, not its text */
    bool is_page_number;         /* FRAME_LINE: the page number of an entry */
    struct text_line line;       /* FRAME_LINE, FRAME_LEADER */
    const struct doc_text
        *text; /* FRAME_LINE: the text that it is a line of; NULL: none of the document's */
    struct frame_stroke {
        int32_t width;
        int32_t dash;              /* as long as the gap after it; 0: unbroken */
        bool rises;                /* from the lower left corner to the upper right one */
    } stroke;                      /* FRAME_STROKE */
    uint32_t colour;               /* all but FRAME_LINE, whose glyphs carry theirs */
    const struct frame_turn *turn; /* x and y are along it; NULL: upright */
};

struct page {
    size_t number; /* from 1 */
    const struct doc_page *paper;
    struct frame *frame;
    size_t frames;
    enum diag_code break_reason; /* why the page ends here, for the dump: a row MESSAGE_REASON_… */
    int32_t room;                /* left at its foot */
};

struct pages {
    struct arena *arena;
    const struct doc *doc;
    const struct flow *flow; /* what the pages were made from; see flow.h */
    struct page *page;
    size_t count;
    size_t *node_page; /* by node id: page of its first frame, 0 when it has none */
    int32_t *node_y;   /* by node id: top of its first frame */
};

/* Lays out the whole document. */
struct pages *page_build(struct text_engine *engine, const struct doc *doc, struct diag *diag);
void pages_free(struct pages *pages);

void page_dump(const struct pages *pages, struct buffer *out);

/* The slabs that the pages were made from, a line each (the dump `flow`). */
void page_dump_flow(const struct pages *pages, struct buffer *out);

/* Every line of the body, in order, as text_line_dump shows it (the dump of stage `lines`). */
void page_dump_lines(const struct pages *pages, struct buffer *out);

#endif
