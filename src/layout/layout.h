/*
 * layout.h - a layout as read: page, styles, table shapes, blocks.
 *
 * Purpose: the typed form of layouts/NAME.yaml and the files it includes; all names of styles,
 *          tables and filters are resolved here, so that composing looks up facts only.
 * Units:   lengths in 1/1024 pt.
 * Memory:  everything belongs to the layout's arena.
 * Errors:  reported at their place in the YAML by layout_load.
 */
#ifndef ITAREPORT_LAYOUT_LAYOUT_H
#define ITAREPORT_LAYOUT_LAYOUT_H

#include "doc/doc.h"
#include "formula/template.h"
#include "source/kept.h"

struct layout_style {
    struct style style;
    const struct layout_style *item; /* of list items among blocks of this style */
    size_t index;                    /* in layout.style */
};

struct block;

struct block_list {
    const struct block *item;
    size_t count;
};

struct layout_loop {
    const char *name; /* NULL: no loop */
    const struct expr *list;
};

struct layout_binding {
    const char *name;
    const struct expr *value;
};

struct layout_bindings {
    struct layout_binding *item;
    size_t count;
};

/* ---- blocks ---- */

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_PROSE,
    BLOCK_LIST,
    BLOCK_TABLE,
    BLOCK_FIGURE,
    BLOCK_IMAGE,
    BLOCK_CONTENTS,
    BLOCK_PAGE_BREAK,
    BLOCK_SPACE,
    BLOCK_SECTION,
    BLOCK_USE,
    BLOCK_FOR,
    BLOCK_IF
};

/* What a contents lists. */
enum layout_listed { LISTED_HEADINGS, LISTED_TABLES, LISTED_FIGURES };

struct layout_section;
struct layout_table;

struct layout_series {
    const struct template *name;
    const struct expr *value;
    uint32_t colour;
};

struct layout_chart {
    int kind;  /* of enum doc_chart_kind */
    bool fits; /* the scale is made from the values */
    const struct template *label;
    const struct expr *value;
    const struct expr *target;
    const struct template *target_label;
    const struct template *alt;
    int64_t low, high, step; /* hundredths */
    int32_t bar_height;
    int32_t height;
    uint32_t colour, marked_colour, target_colour;
    struct layout_series *series;
    size_t series_count;
};

struct layout_image {
    const struct template *file; /* relative to the edition's folder */
    const struct template *alt;
    int32_t width, height; /* 0: from the other, or from the file */
};

struct block {
    enum block_kind kind;
    struct place place;
    const struct expr *condition;     /* or NULL */
    const struct layout_style *style; /* NULL: that of the context */
    const struct template *text;   /* heading, paragraph, list item of a loop; prose written here */
    const struct expr *prose;      /* prose that the facts hold */
    const struct expr *link;       /* paragraph: the address it leads to, or NULL */
    const struct template **entry; /* list: items written here */
    size_t entries;
    struct layout_loop loop;
    const char *marker;           /* list: NULL takes the layout's bullet */
    int level;                    /* heading, contents */
    bool numbered;                /* heading, caption */
    size_t name;                  /* 1 + its index in layout.name; 0: none */
    enum layout_listed listed;    /* contents */
    const struct template *title; /* heading: for the contents and bookmarks, or NULL */
    int32_t height;               /* space */
    bool fixed;
    bool page_start;
    enum doc_orientation orientation;
    bool keep, keep_with_previous;
    struct block_list inner; /* section, for, if */
    struct block_list other; /* if: else */
    struct layout_bindings with;
    const struct layout_section *section; /* use */
    const struct layout_table *table;
    const struct template *caption; /* table, figure, image */
    const struct layout_chart *chart;
    const struct layout_image *image;
};

struct layout_section {
    const char *name;
    const struct node *node;
    struct block_list blocks;
};

/* ---- tables ---- */

/* A style that a cell takes where a condition holds. */
struct layout_cell_style {
    const struct expr *condition;
    const struct layout_style *style;
};

struct layout_cell {
    struct place place;
    const struct expr *condition; /* false: the cell stays empty */
    struct block_list content;
    const struct layout_style *style;      /* NULL: the table's */
    struct layout_cell_style *conditional; /* the first that holds is taken instead */
    size_t conditionals;
    int align;  /* of enum style_align, or -1 */
    int valign; /* of enum doc_valign, or -1 */
    size_t row_span;
    size_t column_span;
    bool header;
    bool has_fill;
    uint32_t fill;
};

struct layout_row;

struct layout_rows {
    struct layout_row *item;
    size_t count;
};

enum layout_row_kind { ROW_CELLS, ROW_GROUP, ROW_NEST };

struct layout_row {
    enum layout_row_kind kind;
    struct place place;
    struct layout_loop loop;
    const struct expr *condition;
    struct layout_cell *cell; /* cells, the group's only cell, or the merged leading cells */
    size_t cells;
    struct layout_rows rows; /* ROW_NEST */
};

struct layout_table {
    const char *name;
    struct place place;
    const struct node *node;
    struct doc_table shape; /* columns, rule, padding; header_rows counts header.count */
    const int *align;       /* of each column, or -1 */
    struct layout_rows header;
    struct layout_rows rows;
    const struct layout_style *style; /* of the cells; NULL: that of the table's context */
    const struct layout_style *header_style;
    const struct layout_style *group_style;
    enum doc_valign valign;
    bool has_header_fill, has_group_fill;
    uint32_t header_fill, group_fill;
};

/* ---- the whole ---- */

enum { LAYOUT_LEVELS = 6 };

struct layout_furniture {
    const struct layout_style *style;
    struct doc_furniture furniture; /* all but the style */
};

/* Words on every page of a draft. */
struct layout_mark {
    const struct template *text;
    const struct layout_style *style; /* or NULL */
};

struct layout {
    struct arena *arena;
    struct place place;      /* of the main file */
    struct node_trees trees; /* of all its files */
    struct texts words;      /* in the order of reading: what it says itself */
    struct doc_page page;
    enum digit_script digits;
    bool hyphenate; /* English words may be hyphenated where nothing else fits */
    const char *language;
    const struct template *title, *author, *subject;
    const char *const *bullet; /* by level of lists; deeper ones have the last */
    size_t bullets;
    const char *numbering[LAYOUT_LEVELS];     /* patterns; NULL: not numbered */
    const char *table_number, *figure_number; /* patterns before captions, or NULL */
    const char *image_number;                 /* NULL: images count among the figures */
    int32_t entry_number_width;
    const char **name; /* of blocks, for references */
    size_t names, name_room;

    struct layout_style **style;
    size_t styles;
    struct layout_table *table;
    size_t tables;
    const struct layout_table
        *prose_table; /* how tables in prose look: no columns or rows; or NULL */
    struct layout_section *section;
    size_t sections;
    struct layout_furniture *furniture;
    size_t furnitures;
    const struct layout_style *body_style; /* of blocks that name none */
    struct layout_mark watermark, stamp;   /* of drafts */
    const char *awaited; /* in a draft, for a figure that cannot be known yet; or NULL */
    const struct layout_style *caption_style, *cell_caption_style; /* or NULL */
    const struct layout_style *image_style;                        /* of images in prose, or NULL */
    const struct layout_style *note_style, *table_note_style; /* of notes, of those of a table */
    struct doc_notes notes;
    const struct layout_style *heading_style[LAYOUT_LEVELS]; /* heading-1 …, or NULL */
    const struct layout_style *entry_style[LAYOUT_LEVELS];   /* contents-1 …, or NULL */
    struct block_list body;
};

/* path: the main layout file (layouts/official.yaml); from: where the edition names it. */
struct layout *layout_load(const char *path, struct place from, struct sources *sources,
                           struct diag *diag);
void layout_free(struct layout *layout);

/* For a shelf of layouts. */
extern const struct kept_kind layout_kind;

#endif
