/*
 * page_break.h - choose the page ends of a whole document at once.
 *
 * Purpose: minimum total cost over a flat list of slabs, by dynamic programming (the method of
 *          Knuth and Plass for lines, and of Plass for pages, with pages in the place of lines). A slab with the mark
 *          of a note brings lines for the page's foot with it.
 *          Works on integers only; text, tables and documents live elsewhere.
 * Units:   1/1024 pt for heights; costs are plain numbers, see below.
 * Memory:  reads the document; writes at most slabs + lines pages to the caller's array.
 * Errors:  a slab taller than a page is on a page of its own; break_page_height tells which pages are
 *          too full. A note that has no room on the page of its mark begins on a later one, never on an earlier one.
 */
#ifndef ITAREPORT_PAGE_PAGE_BREAK_H
#define ITAREPORT_PAGE_PAGE_BREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct break_slab {
    int32_t gap;     /* room before it; vanishes at the top of a page */
    int32_t height;  /* its own */
    int32_t head;    /* added when it is first on a page (repeated header rows) */
    int32_t foot;    /* added when it is last on a page (the rule that closes a table) */
    int32_t penalty; /* cost of a page end after it, 0 to BREAK_CUT; or BREAK_FORCED */
    size_t rest;     /* slabs up to the end of its row, where it begins the rest of one; or 0 */
    int32_t body;    /* height of a page that it starts, where not the document's; or 0 */
    int32_t
        head_cut; /* added in place of head when the page ends before that rest (a row cut twice) */
    size_t notes; /* lines of the notes whose marks it has */
};

/* A line of a note. */
struct break_line {
    int32_t gap; /* room before it; vanishes where it is the first one of its page */
    int32_t height;
    int32_t penalty; /* cost of going over to the next page after it, 0 to BREAK_NEVER */
    bool begins;     /* it is the first one of its note */
};

struct break_document {
    const struct break_slab *slab;
    size_t slabs;
    int32_t body;                  /* height of a page */
    const struct break_line *line; /* of all notes, in the order of the slabs that bring them */
    size_t lines;
    int32_t rule; /* room above the notes of a page */
};

/* A page holds what comes after the page before it, up to: */
struct break_page {
    size_t end;      /* one after its last slab; no slab, where only notes are left of a part */
    size_t note_end; /* one after its last line of a note */
};

enum {
    BREAK_GOOD = 50,         /* up to here a place is as good as any: use it, or lose its room */
    BREAK_FORCED = -1,       /* a page must end here, and may be as empty as it likes */
    BREAK_NEVER = 100000000, /* only when nothing else is possible */
    BREAK_CUT = 1000000000   /* not even then, if breaking one BREAK_NEVER helps */
};

/* Height of a page that holds the slabs [first, end). */
int64_t break_page_height(const struct break_slab *slab, size_t first, size_t end);

/* Height of the lines [first, end) of notes, with the rule above them. */
int64_t break_notes_height(const struct break_document *document, size_t first, size_t end);

/* Height of the body of a page that begins with the slab: its own, or the document's. */
int32_t break_body(const struct break_slab *slab, int32_t body);

/* Writes every page and returns the number of pages. */
size_t break_pages(const struct break_document *document, struct break_page *page);

#endif
