/*
 * flow.h - the document as one flat list of slabs, measured but not yet on pages.
 *
 * Purpose: between the document tree and the pages. A slab is a line of a paragraph, a slice of a
 *          table row over all its cells (from where one line ends to where the next one does), a
 *          chart, an image, or room that never vanishes. The text width is the same on every page of
 *          a section of one orientation, so nothing is measured twice: every paragraph is shaped and
 *          cut exactly once.
 * Units:   1/1024 pt. x from the paper's left edge, y from the slab's top.
 * Memory:  everything belongs to the arena given, and points into the doc.
 * Errors:  faults of a table (spans, widths) are reported at the cell.
 */
#ifndef ITAREPORT_PAGE_FLOW_H
#define ITAREPORT_PAGE_FLOW_H

#include "page/page.h"
#include "page/page_break.h"

enum slab_kind { SLAB_LINE, SLAB_SLICE, SLAB_FIGURE, SLAB_SPACE };

struct flow_table;

/* In the place of a row of messages. */
#define NO_REASON DIAG_CODES

struct slab {
    enum slab_kind kind;
    const struct doc_node *node;
    const struct doc_page *paper; /* of the pages it may be on; NULL in a cell */
    struct break_slab size;
    enum diag_code reason; /* why a page had better not end after it, or NO_REASON */
    struct frame *frame;   /* what it shows; a slice's text is in its table's cells */
    size_t frames;
    const struct flow_table *table; /* a slice's */
    size_t row, slice;
    bool begins_note; /* the first line of a note at the foot of a page */
};

/* A cell and its text, a strip a line, from the cell's top (below the room above the text). */
struct flow_cell {
    const struct doc_node *node; /* NULL: a place the layout left without a cell */
    size_t row, rows;
    size_t column, columns;
    struct slab *strip;
    size_t strips;
    size_t *slice;     /* of its row, for every strip (whole cells: unused) */
    int32_t *drop;     /* of a strip's top below the cell's */
    int32_t height;    /* of its text */
    bool whole;        /* its text is kept together, and shown again on the next page */
    struct slab *more; /* the line under text shown again, or NULL */
};

struct flow_row {
    const struct doc_node *node;
    size_t first_slab; /* in the flow */
    size_t slices;
    int32_t *bottom; /* of every slice, from the row's top, while the row is not cut */
    int32_t extra;   /* below the last one, for a cell that spans rows */
    size_t first_cell;
    size_t cells;
};

struct flow_table {
    const struct doc_node *node;
    int32_t *edge; /* columns + 1 */
    size_t columns, rows, cells, header_rows;
    int32_t pad_x, pad_y, rule;
    int32_t header_height; /* of the rows shown again on later pages */
    struct flow_row *row;
    struct flow_cell *cell;
    size_t *grid; /* rows × columns: which cell is there */
};

struct flow {
    struct slab *slab;
    size_t count;
    int32_t body; /* height of a page's text */
    struct slab
        *note; /* the lines of all notes at the foot of pages, in the order of their marks */
    size_t notes;
    int32_t note_rule; /* room above the notes of a page */
};

const struct flow *flow_measure(struct text_engine *engine, struct arena *arena,
                                const struct doc *doc, struct diag *diag);

/* table_slice.c: height of a row's slices [from, to) where they are on one page. */
int32_t flow_slices_height(const struct flow_table *table, size_t row, size_t from, size_t to);

/* table_again.c: what a height lacks for a merged cell's text shown again. */
int32_t flow_again_missing(const struct flow_table *table, const struct flow_cell *cell,
                           int32_t height);

/* The cell at a place below the header if its text is held together and it ends there, or NULL. */
const struct flow_cell *flow_cell_ending(const struct flow_table *table, size_t row, size_t column);

/* The first strip of a cell that is in a slice or after it. */
size_t flow_strip_from(const struct flow_cell *cell, size_t slice);

#endif
