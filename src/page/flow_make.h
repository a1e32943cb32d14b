/*
 * flow_make.h - what the makers of slabs and frames share; nobody outside page/ includes it.
 *
 * Purpose: flow.c walks the tree, flow_text.c makes lines, flow_table.c, table_slice.c and
 *          table_keep.c rows, chart.c charts, image.c images, flow_notes.c notes; all add slabs to a list. page.c and
 *          furniture.c shape the few strings that depend on the pages.
 * Units:   1/1024 pt.
 * Memory:  a list is plain memory until flow_list_close moves it into the arena.
 * Errors:  reported to the maker's diag.
 */
#ifndef ITAREPORT_PAGE_FLOW_MAKE_H
#define ITAREPORT_PAGE_FLOW_MAKE_H

#include "page/flow.h"

/* What it costs to end a page somewhere; page_break.c weighs it against emptiness, where a page a
 * quarter empty costs 625 and every percent more 1000. */
enum {
    COST_PARAGRAPH = 15,     /* inside a paragraph */
    COST_HYPHEN = 300,       /* … and inside a word */
    COST_FIGURE_APART = 200, /* between a paragraph and a figure with a caption */
    COST_ROW = 40,           /* between rows of a table */
    COST_EDGE_ROW = 450,     /* after a table's first row, or before its last, if short */
    COST_IN_ROW = 250,       /* between lines of a row */
    COST_IN_CELL = 400,      /* … and inside a paragraph of a cell; twice, of several cells */
    COST_FIRST_ROW = 5000,   /* inside a table's first row: rather a page 29 % empty */
    COST_FEW_LINES = 150,    /* … with only two lines of it on either side */
    COST_FIRST_LINES = 800,  /* … after a few lines of a table's first row */
    COST_SMALL_REST = 300,   /* where less goes over than the header shown above it */
    COST_GROWN = 250,        /* where a row grows for a merged cell's text shown again */
    COST_SHORT_TABLE = 5000, /* inside a short table: rather a page 29 % empty */
    COST_ALONE = 30000,      /* before what the layout does not want alone: 54 % */
    COST_KEEP_WHOLE = 20000, /* inside what the layout keeps whole: 44 % */
};

struct flow_list {
    struct slab *slab;
    size_t count, capacity;
    const struct doc_page *paper; /* of what is added */
    int32_t gap;                  /* left by what came before */
    bool in_cell;
    const struct doc_node *label; /* an item whose label waits for its first line */
    int32_t label_x;
};

struct flow_maker {
    struct text_engine *engine;
    struct arena *arena;
    const struct doc *doc;
    struct diag *diag;
    struct text_shaped **text;    /* by node id; shaped when first needed */
    struct text_shaped **label;   /* by node id: of items */
    const struct doc_page *paper; /* of the section being measured */
    int32_t body;                 /* height of its text */
    struct flow_list notes;       /* those at the foot of pages */
};

/* Where a block may be. */
struct flow_area {
    int32_t x;
    int32_t width;
};

/* flow_text.c: the area between a style's indents. */
struct flow_area flow_indented(const struct style *style, struct flow_area area);

/* The new last slab of the list, its gap filled in from what came before and space_before. */
struct slab *flow_add(struct flow_list *list, enum slab_kind kind, const struct doc_node *node,
                      int32_t space_before);

/* Moves the slabs into the arena; their number to *count. */
struct slab *flow_list_close(struct flow_list *list, struct arena *arena, size_t *count);

/* Makes ending a page after a slab dearer; the reason is a row MESSAGE_REASON_…, or NO_REASON. */
void flow_penalty(struct slab *slab, int32_t penalty, enum diag_code reason);

/* Every page end inside [first, end) costs so much more, if the slabs fit a page. */
void flow_keep(const struct flow_maker *maker, struct slab *slab, size_t first, size_t end,
               int32_t penalty, enum diag_code reason);

/* flow.c */
void flow_blocks(struct flow_maker *maker, struct flow_list *list, const struct doc_node *parent,
                 struct flow_area area);
/* An item or a note: its blocks are at indent_left, its label at indent_left + indent_first. */
void flow_item(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
               struct flow_area area);

/* flow_notes.c: the notes of a block, whose text the slabs are the lines of. */
void flow_notes(struct flow_maker *maker, const struct doc_node *node, struct slab *slab,
                size_t lines);
/* Those of a table, below its last row. */
void flow_table_notes(struct flow_maker *maker, struct flow_list *list,
                      const struct doc_node *table, struct flow_area area);

/* flow_text.c */
void flow_paragraph(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                    struct flow_area area);
void flow_entry(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area);
/* A line of its own for a label that no text followed. */
void flow_label(struct flow_maker *maker, struct flow_list *list);
struct text_shaped *flow_shape_string(struct flow_maker *maker, const char *string,
                                      const struct style *style, struct place place);
/* The words of a text without its spans. */
struct text_shaped *flow_shape_words(struct flow_maker *maker, const struct doc_text *text,
                                     const struct style *style);
/* The only line of a string set without a measure, where its text is flush left at 0. */
struct text_line flow_one_line(struct flow_maker *maker, const struct text_shaped *shaped);
int32_t flow_baseline(struct flow_maker *maker, const struct style *style);
/* Widths that the blocks of a cell need. */
struct text_widths flow_widths(struct flow_maker *maker, const struct doc_node *parent);

struct text_widths flow_widest(struct text_widths a, struct text_widths b);

/* flow_table.c */
void flow_table(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area);

/* table_slice.c */
/* Rules and pads of a row, or of a merged cell, that is not split. */
int32_t flow_row_frame(const struct flow_table *table);
/* Cuts the rows' cells into slices and adds a slab for each. */
void flow_slices(struct flow_maker *maker, struct flow_list *list, struct flow_table *table);

/* table_again.c: makes room for merged cells' text shown again. */
void flow_again(struct flow_maker *maker, struct flow_list *list, const struct flow_table *table);

/* table_decimal.c: sets the numbers of decimal columns with their points below each other. */
void flow_decimals(struct flow_maker *maker, struct flow_table *table);

/* table_keep.c */
/* The lines of a cell's strips [first, end), where an image is as good as some. */
size_t flow_lines_of(const struct flow_cell *cell, size_t first, size_t end);
void flow_table_penalties(struct flow_list *list, const struct flow_table *table);

/* chart.c */
void flow_chart(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area);

/* image.c: the image and its caption. */
struct text_widths flow_image_widths(struct flow_maker *maker, const struct doc_node *node);
void flow_image(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area);

#endif
