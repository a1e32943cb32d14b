/*
 * painter.h - the state of painting one page after another on one canvas.
 *
 * Purpose: shared by the files of paint/. A bracket is opened on the canvas and recorded in the
 *          structure at the same moment.
 * Units:   1/1024 pt.
 * Memory:  borrows everything; scratch lives for one page.
 */
#ifndef ITAREPORT_PAINT_PAINTER_H
#define ITAREPORT_PAINT_PAINTER_H

#include "paint/canvas.h"
#include "paint/structure.h"
#include "picture/pictures.h"

struct painter {
    struct canvas *canvas;
    struct structure *structure; /* NULL: pictures, nothing is recorded */
    const struct pictures *pictures;
    struct arena *scratch;
    size_t page; /* among the painted ones, from 0 */
    bool is_open;
    struct tag_bracket bracket; /* the open one */
};

/* Opens a bracket of its own. */
void painter_open(struct painter *painter, const struct tag_bracket *bracket);

/* Stays in the open bracket when it is alike and without text; else opens one. */
void painter_join(struct painter *painter, const struct tag_bracket *bracket);

void painter_close(struct painter *painter);

#endif
