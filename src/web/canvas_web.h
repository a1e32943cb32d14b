/*
 * canvas_web.h - a page's SVG being written, as a canvas.
 *
 * Purpose: shapes of one colour that follow each other are one path; the lines of a paragraph that follow
 *          each other are one text, so that a search goes over line ends.
 * Units:   see canvas.h.
 * Memory:  borrows the buffer and the fonts; the arena is the page's.
 */
#ifndef ITAREPORT_WEB_CANVAS_WEB_H
#define ITAREPORT_WEB_CANVAS_WEB_H

#include "paint/canvas.h"
#include "web/web_fonts.h"

enum { WEB_GROUPS = 32 }; /* inside each other */

enum web_open { WEB_NOTHING, WEB_FILL, WEB_TEXT };

/* What letters look like and where they are; as it was last written into the text that is open. */
struct web_look {
    size_t family;
    int64_t size, x, y;           /* hundredths of a point */
    int64_t letter_gap, word_gap; /* thousandths */
    uint32_t colour;
};

struct canvas_web {
    struct canvas canvas;
    struct buffer *out;
    struct web_fonts *fonts;
    struct arena *arena;
    enum web_open open;
    uint32_t fill;
    const char *paragraph; /* whose text is open: where its bytes begin */
    struct web_look look;  /* of that text */
    bool is_quiet;         /* that text is not read aloud */
    int linked;            /* the element of the link that is open in it, or TAG_NONE */
    const struct tag_element
        *element;          /* of the document, by number; NULL: pages without structure */
    int group[WEB_GROUPS]; /* those whose groups are open, the outermost first */
    size_t groups;
    int entered; /* the element that they are of; 0: none */
    /* of what is drawn now: */
    bool is_hidden;  /* nobody is to hear it */
    bool is_english; /* it is read in English */
    const struct tag_link *link;
    int link_element;
};

struct canvas_web canvas_web_new(struct buffer *out, struct web_fonts *fonts, struct arena *arena);

/* Ends what is open. */
void canvas_web_close(struct canvas_web *web);

/* A number of so many decimals. */
void canvas_web_attribute(struct canvas_web *web, const char *name, int64_t number, int places);
void canvas_web_colour(struct canvas_web *web, const char *name, uint32_t colour);

/* canvas_web_roles.c: what is drawn between open and end belongs to an element; and a link around some
 * letters of a text, which goes on as long as they have the same. */
void canvas_web_open(struct canvas *canvas, const struct tag_bracket *bracket);
void canvas_web_end(struct canvas *canvas);
void canvas_web_leave(struct canvas_web *web, size_t depth);
void canvas_web_follow_link(struct canvas_web *web);
void canvas_web_end_link(struct canvas_web *web);

/* canvas_web_text.c */
void canvas_web_text(struct canvas *canvas, const struct canvas_text *text);

#endif
