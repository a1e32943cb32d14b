/*
 * prose.h - prose as officers write it, as paragraphs, lists, tables, images and notes of runs.
 *
 * Purpose: the only reader of prose: Markdown's signs where they mean what they say, and the lists
 *          that are typed the Thai way. docs/prose.md is its grammar. A placeholder is one letter of
 *          the text, so that values are never taken for signs, nor signs looked for in expressions.
 * Units:   offsets are bytes of the text as written in the YAML.
 * Memory:  the prose belongs to the arena given and points into the template.
 * Errors:  a sign that means nothing here, and whatever has no place in a report, is reported at its
 *          place; no sign of Markdown is left in the runs unless it is plainly meant as a letter.
 *          Time is linear in the text; nesting is bounded.
 */
#ifndef ITAREPORT_PROSE_PROSE_H
#define ITAREPORT_PROSE_PROSE_H

#include "formula/template.h"

/* Lists inside lists; columns and rows of a table. */
enum { PROSE_LISTS = 4, PROSE_COLUMNS = 24, PROSE_ROWS = 2000 };

enum prose_run_kind {
    PROSE_TEXT,
    PROSE_PLACEHOLDER,
    PROSE_SOFT_BREAK, /* a line end in the source: nothing between Thai letters, else a space */
    PROSE_HARD_BREAK,
    PROSE_NOTE /* the mark of a note */
};

struct prose_link;
struct prose_note;

struct prose_run {
    enum prose_run_kind kind;
    const char *bytes; /* text */
    size_t length;
    struct trail_spot typed;       /* text: where it is written; no text: nowhere */
    const struct expr *expr;       /* placeholder */
    unsigned flags;                /* of enum doc_span_flag */
    const struct prose_link *link; /* or NULL */
    struct prose_note *note;       /* mark */
    struct place place;            /* mark */
};

enum prose_kind {
    PROSE_PARAGRAPH, /* runs */
    PROSE_LIST,      /* of items */
    PROSE_ITEM,      /* a label and blocks */
    PROSE_IMAGE,
    PROSE_TABLE, /* of rows */
    PROSE_ROW,   /* of cells */
    PROSE_CELL   /* runs */
};

struct prose_image;
struct prose_table;

struct prose_node {
    enum prose_kind kind;
    struct place place; /* where it starts */
    const char *label;  /* item: as typed; NULL: the layout's bullet */
    struct prose_run *run;
    size_t runs, room;
    struct prose_image *image;
    struct prose_table *table;
    struct prose_node *first;
    struct prose_node *next;
};

/* Texts as runs, each a node of its own. */
struct prose_image {
    struct prose_node file, alt, caption;
};

/* An address may hold placeholders; without, it has been found to be fine. */
struct prose_link {
    struct prose_node address;
};

struct prose_table {
    size_t columns;
    const int *align;           /* of each column: of enum style_align, or -1 */
    bool has_head;              /* the first row */
    struct prose_node *caption; /* runs, or NULL */
};

/* A note, reached by its marks only. */
struct prose_note {
    struct place place; /* of its definition */
    const char *label;  /* digits Western */
    struct prose_node *first;
    void *made; /* for whoever makes documents: NULL at first */
};

struct prose_extent {
    size_t start, end;
};

struct prose {
    const struct template *template;
    struct prose_node *first;
    struct prose_note **note; /* in the order of their first marks */
    size_t notes;
    /* What the lines of each paragraph, item and cell cover, in order; and inside of them what is no
     * wording: markers of items, marks and labels of notes, addresses, files. */
    struct prose_extent *paragraph, *aside;
    size_t paragraphs, asides;
};

/* With a NULL diag nothing is reported. */
const struct prose *prose_parse(struct arena *arena, struct diag *diag,
                                const struct template *template);

#endif
