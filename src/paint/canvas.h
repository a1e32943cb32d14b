/*
 * canvas.h - what can be drawn: the one interface of the painter for all formats.
 *
 * Purpose: a table of functions that every output implements: pdf/contents.h the contents of PDF
 *          pages, raster/canvas_cairo.h a Cairo context. What is drawn where was decided before.
 * Units:   1/1024 pt; x and y from the page's top left corner, y downwards.
 * Memory:  everything is borrowed for the time of a call.
 * Errors:  kept by the implementation.
 */
#ifndef ITAREPORT_PAINT_CANVAS_H
#define ITAREPORT_PAINT_CANVAS_H

#include "page/page.h"
#include "paint/tags.h"
#include "text/text.h"

struct canvas_text {
    const struct text_glyph *glyph;
    size_t count;
    const char *bytes;  /* of the line */
    size_t bytes_start; /* where the line starts in its paragraph */
    int32_t x, y;       /* of the frame's left edge and the baseline */
    bool ends_line;     /* nothing follows it there */
};

struct canvas_box {
    int32_t x, y, width, height;
};

struct canvas_segment {
    int32_t x1, y1, x2, y2;
};

/* Lines of one look. */
struct canvas_stroke {
    const struct canvas_segment *segment;
    size_t segments;
    int32_t width;
    int32_t dash; /* as long as the gap after it; 0: unbroken */
    uint32_t colour;
};

struct picture;

struct canvas;

struct canvas_methods {
    /* What is drawn until `close` is marked content of this kind. Brackets do not nest. */
    void (*open)(struct canvas *canvas, const struct tag_bracket *bracket);
    void (*close)(struct canvas *canvas);
    void (*text)(struct canvas *canvas, const struct canvas_text *text);
    void (*fill)(struct canvas *canvas, const struct canvas_box *box, uint32_t colour);
    void (*stroke)(struct canvas *canvas, const struct canvas_stroke *stroke);
    /* Fills a box with a picture, see pictures.h. */
    void (*picture)(struct canvas *canvas, const struct picture *picture,
                    const struct canvas_box *box);
    /* Until `turn_back`, x and y are along the turn. Outside brackets; not nested. */
    void (*turn)(struct canvas *canvas, const struct frame_turn *turn);
    void (*turn_back)(struct canvas *canvas);
};

/* The first member of every implementation. */
struct canvas {
    const struct canvas_methods *methods;
};

#endif
