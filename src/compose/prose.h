/*
 * prose.h - Markdown with placeholders, as paragraphs and lists of runs.
 *
 * Purpose: the only door to the Markdown parser (libcmark). Placeholders are protected by one
 *          sentinel character each while the text is parsed, so that values are never taken for
 *          Markdown and Markdown is never looked for inside an expression.
 * Units:   offsets are bytes of the text as written in the YAML.
 * Memory:  the prose belongs to the arena given and points into the template.
 * Errors:  what the document tree has no place for (tables, code, HTML, an image inside a line of
 *          text) is reported at its block and left out.
 * Source:  CommonMark 0.30.
 */
#ifndef ITAREPORT_COMPOSE_PROSE_H
#define ITAREPORT_COMPOSE_PROSE_H

#include "formula/template.h"

enum prose_run_kind {
    PROSE_TEXT,
    PROSE_PLACEHOLDER,
    PROSE_SOFT_BREAK, /* a line end in the source: nothing between Thai letters, else a space */
    PROSE_HARD_BREAK,
    PROSE_NOTE /* the mark of a note */
};

struct prose_note;

struct prose_run {
    enum prose_run_kind kind;
    const char *bytes; /* text */
    size_t length;
    const struct expr *expr; /* placeholder */
    unsigned flags;          /* of enum doc_span_flag */
    const char *link;        /* or NULL */
    const struct prose_note *note;
};

enum prose_kind { PROSE_PARAGRAPH, PROSE_LIST, PROSE_ITEM, PROSE_IMAGE };

struct prose_image;

struct prose_node {
    enum prose_kind kind;
    size_t offset; /* where it starts */
    bool ordered;  /* list */
    int start;     /* ordered list: first number */
    char after;    /* ordered list: '.' or ')' after the number */
    struct prose_run *run;
    size_t runs;
    struct prose_image *image; /* image */
    struct prose_node *first;
    struct prose_node *next;
};

/* What a mark leads to: paragraphs and lists. Marks of one label in a text share a note. */
struct prose_note {
    size_t offset; /* where it is written */
    struct prose_node *first;
};

/* Texts as runs, each a node of its own. */
struct prose_image {
    struct prose_node file, alt, caption;
};

struct prose {
    const struct template *template;
    struct prose_node *first;
};

const struct prose *prose_parse(struct arena *arena, struct diag *diag,
                                const struct template *template);

#endif
