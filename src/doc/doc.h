/*
 * doc.h - the document tree: what the report says, in order, before any line or page is chosen.
 *
 * Purpose: made by doc_compose from a layout, an edition and its figures; read by page/ (lines and
 *          pages) and paint/ (structure tags). Also what a screen reader reads.
 * Units:   lengths in 1/1024 pt; chart values in hundredths.
 * Memory:  the document owns one arena; nodes point into it, and into the sources for places.
 */
#ifndef ITAREPORT_DOC_DOC_H
#define ITAREPORT_DOC_DOC_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/place.h"
#include "doc/style.h"
#include "image/image.h"

enum doc_kind {
    DOC_SECTION,   /* groups blocks; the root is one; may start a page, may be kept together */
    DOC_HEADING,   /* text; level 1 to 6; in the outline and the contents */
    DOC_PARAGRAPH, /* text */
    DOC_LIST,      /* of items */
    DOC_ITEM,      /* a label and blocks */
    DOC_TABLE,     /* of rows; a caption may be its first child */
    DOC_ROW,
    DOC_CELL,     /* of blocks */
    DOC_FIGURE,   /* a chart or an image; a caption may be its child */
    DOC_CAPTION,  /* text */
    DOC_CONTENTS, /* of entries */
    DOC_ENTRY,    /* text, a leader and the page of `target` */
    DOC_NOTE,     /* a label and blocks: at the foot of the page, or under the table, it is in */
    DOC_SPACE,    /* vertical room, vanishes at a page's top unless `fixed` */
    DOC_PAGE_BREAK
};

enum doc_span_flag { DOC_BOLD = 1, DOC_ITALIC = 2, DOC_SUPERSCRIPT = 4 };

/* A stretch of a text that differs from its block's style. Spans are sorted and do not overlap. */
struct doc_span {
    size_t start; /* bytes */
    size_t end;
    unsigned flags;                /* of enum doc_span_flag: switched on */
    const char *link;              /* a URI, or NULL */
    const struct doc_node *target; /* an internal link, or NULL */
    const struct doc_node *note;   /* the note whose number the stretch is, or NULL */
};

/*
 * What is printed comes from values: of a data file, of a layout, or figures that the program makes. A value that is
 * printed in several places has one number.
 */
struct doc_origin {
    struct place place; /* of the value; nowhere: only the program knows it */
    const char *figure; /* its name among the figures, such as indicator.7.score; or NULL */
};

/* A stretch of a text and where it comes from. Traces are sorted, do not overlap, and may leave gaps. */
struct doc_trace {
    uint32_t start, end; /* bytes */
    uint32_t origin;     /* in doc.origin */
    uint32_t
        offset; /* wording: of the value's text as read, the byte that the stretch begins with */
    bool is_wording;      /* letter for letter from the value's text */
    uint32_t from;        /* in doc.origin: the text with the placeholder that names the value */
    uint32_t from_offset; /* and its byte there */
};

struct doc_text {
    const char *bytes; /* UTF-8; U+2028 (or \n) forces a line end */
    size_t length;
    const struct doc_span *span;
    size_t spans;
    struct place place; /* where the text came from */
    const struct doc_trace *trace;
    size_t traces;
    struct place block; /* of the layout that the text is printed by; or nowhere */
};

enum doc_valign { DOC_TOP, DOC_MIDDLE, DOC_BOTTOM };

struct doc_column {
    int32_t width; /* fixed; 0: automatic, from the content */
    int32_t
        share; /* automatic columns: weight of the slack; 0 takes the content's preferred width */
    bool decimal; /* its numbers are aligned at their decimal points */
};

struct doc_table {
    const struct doc_column *column;
    size_t columns;
    size_t header_rows; /* the first rows, repeated on every page */
    int32_t width;      /* 0: the whole measure */
    int32_t rule;       /* line width; 0: none */
    uint32_t rule_colour;
    int32_t pad_x; /* between a rule and the text */
    int32_t pad_y;
    bool keep_whole;       /* do not split over pages when it fits one */
    const char *continued; /* under a merged cell's text shown again, or NULL */
};

struct doc_cell {
    size_t row_span; /* at least 1 */
    size_t column_span;
    bool header; /* a heading of its column or row (for the structure) */
    enum doc_valign valign;
    bool has_fill;
    uint32_t fill;
};

struct doc_row {
    bool group; /* a group row: stays with the row after it */
};

enum doc_chart_kind {
    DOC_CHART_BARS,    /* from the left to the right, a label beside each */
    DOC_CHART_LINES,   /* points over their labels, joined: a trend over years */
    DOC_CHART_COLUMNS, /* upright bars over their labels */
    DOC_CHARTS
};

struct doc_bar {
    struct doc_text label;
    int64_t value;         /* hundredths */
    struct doc_text shown; /* the value as printed */
    bool marked;           /* below the target: drawn with a pattern, not by colour alone */
    size_t series; /* whose bar it is; those after series 0 have no label and are below it */
};

/* One of the values that are compared, bar beside bar; light and dark show which is which. */
struct doc_series {
    struct doc_text name; /* in the legend */
    uint32_t colour;
};

struct doc_chart {
    enum doc_chart_kind kind;
    const struct doc_bar *bar;
    size_t bars;
    const struct doc_series *series;
    size_t series_count; /* 0: bars of one kind, without a legend */
    int64_t low, high;   /* the scale, hundredths */
    int64_t step;        /* between marks of the scale */
    bool is_broken;      /* the scale fits the values and does not begin at 0: its axis is marked */
    bool has_target;
    int64_t target;
    struct doc_text target_label; /* with its value, as printed; or no bytes */
    bool thai_digits;
    int32_t bar_height;
    uint32_t colour, marked_colour, target_colour;
};

/* A picture file of the edition, at the size that the layout gives. */
struct doc_image {
    struct image file; /* its bytes are the collector's (see diag.h) */
    const char *name;
    int32_t width, height;
};

/*
 * Notes. A mark is a span with a note, whose bytes are the note's number; several marks may share a note. The note is
 * a child of the block whose text has its first mark; or, where that is in a table, of the table, after its rows.
 * Those of a block are at the foot of the page that its mark is on, under a rule; those of a table, under the table.
 */
struct doc_notes {
    int32_t rule;       /* of the line above a page's notes; 0: none */
    int32_t rule_width; /* how long it is */
    uint32_t rule_colour;
    int32_t space_before, space_after; /* room above it, and from it to the first note */
};

/* How the paper of a section's pages is turned. */
enum doc_orientation {
    DOC_AS_OUTER, /* as outside of the section */
    DOC_PORTRAIT, /* as doc.page says */
    DOC_LANDSCAPE /* turned: see doc_page_turned */
};

struct doc_node {
    enum doc_kind kind;
    const struct style *style;
    struct place place; /* in a layout file or an input file */
    const struct doc_node *parent;
    const struct doc_node *first; /* children */
    const struct doc_node *next;
    size_t id; /* 0 … nodes - 1, in reading order */

    struct doc_text text;  /* heading, paragraph, caption, entry; heading: with its number */
    struct doc_text label; /* item, note */
    struct doc_text title; /* heading: shorter words for the contents and bookmarks, or no bytes */
    const char *number;    /* heading, table, figure: as references print it, or NULL */
    int level;             /* heading, entry */
    int32_t height;        /* space: its height; figure: the drawing's height */
    bool fixed;            /* space */
    bool page_start;       /* section: begins a page */
    enum doc_orientation orientation; /* section: unless DOC_AS_OUTER, it has pages of its own */
    bool keep_whole;                  /* section: not split when it fits a page */
    bool with_previous;               /* section: not the first thing on a page */
    const char *alt;                  /* figure: text alternative */
    const struct doc_image *image;    /* figure: shown in place of a chart; or NULL */
    const struct doc_node *target;    /* entry: the heading, table or figure it names */
    union {
        struct doc_table table;
        struct doc_row row;
        struct doc_cell cell;
        struct doc_chart chart;
    };
};

enum { DOC_NUMBER_PIECES = 8 };

/* Text drawn on every page: pieces of wording with the page number between them. */
struct doc_furniture {
    const struct style *style;
    const char *piece[DOC_NUMBER_PIECES]; /* NULL where the page number (or count) goes */
    bool is_count[DOC_NUMBER_PIECES];     /* at a NULL piece: number of pages, not the page's own */
    size_t pieces;
    bool thai_digits;
    bool at_foot;
    int32_t offset;   /* of the baseline from the paper's edge */
    size_t from_page; /* counting from 1 */
    struct place place;
};

/* Words that mark a draft; text is NULL in a final report. */
struct doc_mark {
    const char *text;
    const struct style *style;
    struct place place;
};

/* A block that the layout gives a name, for texts that say its number or its page. */
struct doc_reference {
    const char *name;
    const struct doc_node *node; /* NULL: not in this document */
    const char *number;          /* as printed, or NULL */
    bool number_right;           /* texts that print the number print this one */
    size_t page;                 /* as texts print it; 0 until pages were made */
};

struct doc_page { /* the paper and its margins */
    int32_t width, height;
    int32_t left, right, top, bottom;
};

struct doc {
    struct arena *arena;
    const struct doc_node *root;  /* a section */
    const struct doc_node **node; /* by id */
    size_t nodes;
    struct doc_page page;
    struct doc_page turned; /* of landscape sections */
    struct doc_notes notes;
    const struct doc_furniture *furniture;
    size_t furnitures;
    struct doc_mark watermark; /* across every page of a draft */
    struct doc_mark stamp;     /* one line at the foot of every page of a draft */
    const struct doc_reference *reference;
    size_t references;
    const struct doc_origin *origin; /* the first is nowhere */
    size_t origins;
    bool asks_numbers; /* a text says the number of a reference */
    bool asks_pages;   /* … the page */
    const char *title; /* for the file's information */
    const char *author;
    const char *subject;
    const char *language;       /* BCP 47 */
    bool hyphenate;             /* English words may be hyphenated where nothing else fits */
    bool thai_digits;           /* page numbers in the contents */
    int32_t entry_number_width; /* room for a page number in the contents; 0: by its type */
};

/* The paper turned to the left with its margins: what was at the left is then at the top. */
struct doc_page doc_page_turned(const struct doc_page *page);

/* Where what a text has besides its traces comes from, such as a number that was counted: the block, if it has traces. */
struct place doc_text_own_place(const struct doc_text *text);

/* The first span that ends after a byte of the text; their number, if none does. */
size_t doc_span_after(const struct doc_text *text, size_t byte);

/* Whether the texts print the right number of every reference. False: compose again with
 * doc.reference as what is known. */
bool doc_numbers_settled(const struct doc *doc);

void doc_free(struct doc *doc);
void doc_dump(const struct doc *doc, struct buffer *out);

#endif
