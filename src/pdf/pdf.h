/*
 * finish.h - the PDF file around the pages that were painted.
 *
 * Purpose: writes pages, fonts, the structure tree, links, outline, page labels and the document's
 *          information as one tagged PDF. Knows bytes, no document.
 * Method:  ISO 32000-1, 14.7 and 14.8; objects by writer.h.
 * Units:   1/1024 pt, from the page's top left corner (as in page.h); pages count from 0. Contents
 *          are PDF's own: see paint/contents.h.
 * Memory:  the job is borrowed; the result is added to a buffer of the caller's.
 * Errors:  none; a job that contradicts itself is an error of the program.
 */
#ifndef ITAREPORT_PDF_PDF_H
#define ITAREPORT_PDF_PDF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

enum { TAG_NONE = -1 };

/*
 * An element of the structure tree. Its children are elements and brackets, sorted by `order`;
 * equals keep the order of the job (brackets by page, elements after brackets), links come last.
 */
struct tag_element {
    const char *role; /* a standard name: Document, Sect, H1, P, L, LI, Lbl, LBody, Table, TR … */
    int parent;       /* index of an earlier element, or TAG_NONE for the root */
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

/* What a code of a font shows and says. */
struct pdf_code {
    uint32_t glyph;   /* its number in the program */
    int32_t width;    /* thousandths of an em */
    const char *text; /* UTF-8; NULL: the code is not used */
};

enum { PDF_CODES = 256 };

/* A TrueType program and the codes of one byte that text is written in, as /F and its number. */
struct pdf_font {
    const char *name; /* PostScript's */
    const char *program;
    size_t length;
    int32_t left, bottom, right, top; /* thousandths of an em, as all that follows */
    int32_t ascent, descent, cap_height;
    int32_t slant, weight;
    struct pdf_code code[PDF_CODES];
};

enum tag_bracket_kind { TAG_TEXT, TAG_DRAWING, TAG_ARTIFACT };

/* A piece of marked content. */
struct tag_bracket {
    enum tag_bracket_kind kind;
    int element;             /* TAG_NONE for artifacts */
    int order;               /* among the element's children */
    const char *actual_text; /* what the glyphs say, UTF-8; NULL for drawings */
    const char *artifact;    /* TAG_ARTIFACT: Pagination, Layout */
    const char *subtype;     /* TAG_ARTIFACT: Header, Footer, Watermark; or NULL */
    const char *language;    /* TAG_TEXT: of all of it; NULL: its element's */
};

/* MCIDs count the brackets of a page that are no artifacts. */
struct pdf_page {
    const char *content; /* operators */
    size_t length;
    const struct tag_bracket *bracket;
    size_t brackets;
    int32_t width, height;
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

/* A picture, as /I and its number; its samples of 8 bits a colour, or a JPEG file, or a drawing: a
 * PDF without fonts, of which the first page is taken over. */
struct pdf_image {
    int32_t width, height; /* pixels; of a drawing's page: 1/1024 */
    int components;        /* 1 grey, 3 red, green and blue */
    const void *bytes;
    size_t length;
    const void *alpha; /* a sample a pixel, or NULL */
    bool is_jpeg;
    bool is_rgb; /* JPEG: its colours are not turned */
    bool is_drawing;
};

struct pdf_job {
    const char *title, *author, *subject, *language, *producer;
    int64_t seconds;     /* the document's date, since 1970 UTC */
    size_t first_number; /* printed number of the first page */
    const struct pdf_page *page;
    size_t pages;
    const struct pdf_font *font;
    size_t fonts;
    const struct pdf_image *image;
    size_t images;
    const struct tag_element *element; /* element[0] is the Document */
    size_t elements;
    const struct tag_link *link;
    size_t links;
    const struct tag_outline *outline;
    size_t outlines;
    const struct pdf_archive *archive; /* see archive.h; NULL: a plain file */
};

void pdf_write(const struct pdf_job *job, struct buffer *out);

#endif
