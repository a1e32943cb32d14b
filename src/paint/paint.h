/*
 * paint.h - draws the frames of pages on a canvas.
 *
 * Purpose: what is drawn where was decided in page/. The outputs (pdf/, raster/) bring a canvas, open
 *          a painting of the pages they want, and paint page after page.
 * Units:   1/1024 pt; pages count from 1.
 * Memory:  a painting owns its pictures and borrows all else.
 * Errors:  a picture that cannot be decoded is reported at its figure.
 */
#ifndef ITAREPORT_PAINT_PAINT_H
#define ITAREPORT_PAINT_PAINT_H

#include "paint/canvas.h"
#include "paint/structure.h"

struct paint_range {
    size_t first, last;
};

struct painting {
    const struct pages *pages;
    struct paint_range range;
    struct pictures *pictures;
    struct structure *structure; /* records the tags; NULL where a format has none */
};

/* The pages that are wanted and there are; 0 at either end: as far as they go. */
struct paint_range paint_range(const struct pages *pages, struct paint_range wanted);

/* Decodes every picture of a range of pages once; false after reporting, and closed. */
bool paint_open(struct painting *painting, const struct text_engine *engine,
                const struct pages *pages, struct paint_range range, struct diag *diag);
void paint_close(struct painting *painting);

/* A page of the range. */
void paint_page(const struct painting *painting, size_t number, struct canvas *canvas);

#endif
