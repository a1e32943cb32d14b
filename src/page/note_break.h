/*
 * note_break.h - which lines of notes a page has room for at its foot.
 *
 * Purpose: a part of page_break.c. The lines of all notes are one list in the order of their marks; a page takes some
 *          of them from where the page before it stopped.
 * Units:   as in page_break.h. Lines are counted from 0; so many are "done" before a page, and so many after it.
 * Memory:  note_break_free gives back what note_break_new took; the document is borrowed.
 */
#ifndef ITAREPORT_PAGE_NOTE_BREAK_H
#define ITAREPORT_PAGE_NOTE_BREAK_H

#include "page/page_break.h"

struct note_break {
    const struct break_document *document;
    size_t *marked;  /* [j]: lines of the notes whose marks are in the slabs before j */
    int64_t *height; /* [k]: gaps and heights of the lines before k */
    size_t *begun;   /* [k]: notes that begin in the lines before k */
    size_t *place;   /* [k]: the last place up to k where a note may be parted or ends; 0: none */
};

struct note_break note_break_new(const struct break_document *document);
void note_break_free(struct note_break *notes);

/* What is wanted of a page, and what becomes of it. */
struct note_wish {
    size_t done;  /* before the page */
    size_t all;   /* after it, if nothing goes over to the next page */
    int64_t room; /* left by its text */
};

struct note_fill {
    size_t done;     /* after the page */
    int64_t height;  /* what the notes take, the rule with them */
    int64_t penalty; /* 0: nothing goes over */
};

/* The lines of a page of text that wishes for some; there may be room for none. */
struct note_fill note_break_below(const struct note_break *notes, const struct note_wish *wish);

/* The lines of a page without text: at least one. */
struct note_fill note_break_alone(const struct note_break *notes, const struct note_wish *wish);

#endif
