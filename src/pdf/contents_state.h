/*
 * contents_state.h - what the files of contents share: the page being written.
 *
 * Purpose: remembers what the operators so far have set, so that nothing is set twice.
 * Units:   hundredths of a point from the page's bottom left corner, y upwards, unless said.
 * Memory:  see contents.h.
 */
#ifndef ITAREPORT_PDF_CONTENTS_STATE_H
#define ITAREPORT_PDF_CONTENTS_STATE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/contents.h"

enum contents_bracket { BRACKET_NONE, BRACKET_WAITING, BRACKET_OPEN };

/* What a PDF calls the graphics state: as far as it is not what a page starts with. */
struct contents_look {
    uint32_t colour;
    int font; /* -1: none yet */
    int size;
    int64_t letter_gap, word_gap; /* 1/10000 pt */
    int wider;                    /* thousandths */
};

struct contents_rectangle {
    int64_t left, bottom, right, top;
};

struct contents {
    struct canvas canvas;
    struct typefaces *typefaces;
    struct buffer out;
    int64_t page_foot, foot; /* what y counts down from: now, and on an upright page */
    enum contents_bracket state;
    struct tag_bracket bracket;
    bool bracket_in_text; /* the bracket was opened inside the text object */
    int mcid;             /* the next one's */
    bool in_text;
    int64_t line_x, line_y; /* where the text line starts */
    int64_t pen_x; /* on that line, in 1/100000 pt; where nothing is shown yet, far from all */
    struct contents_look look, saved;
    struct contents_rectangle *rectangle; /* of one colour, to be filled */
    size_t rectangles, room;
    uint32_t rectangle_colour;
};

int64_t contents_y(const struct contents *contents, int32_t y);

/* Adds numbers of a unit with so many decimals, and a blank after each. */
void contents_number(struct contents *contents, int64_t number, int places);

void contents_colour(struct contents *contents, uint32_t colour);

/* Opens the bracket that waits, inside a text object. */
void contents_enter_text(struct contents *contents);

/* contents_text.c */
void contents_show_text(struct canvas *canvas, const struct canvas_text *text);

#endif
