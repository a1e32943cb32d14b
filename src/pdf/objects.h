/*
 * objects.h - what the writers of objects share: the file being written and its objects' numbers.
 *
 * Purpose: objects that are named from several places get their numbers before any is written.
 * Units:   lengths in 1/1024 pt, from the page's top left corner; written as points from below.
 * Memory:  borrows the file's parts; arrays belong to the arena.
 */
#ifndef ITAREPORT_PDF_OBJECTS_H
#define ITAREPORT_PDF_OBJECTS_H

#include "base/arena.h"
#include "pdf/pdf_file.h"
#include "pdf/writer.h"

struct objects {
    struct writer *writer;
    const struct pdf_file *file;
    struct arena *arena;
    int page;       /* the first page's object; the others follow, as they do below */
    int element;    /* the first element's */
    int annotation; /* the first link's */
    int outline;    /* 0: none */
    int tree;
};

/* [left bottom right top] of a box on a page: x, y, width, height. */
void objects_box(struct objects *objects, struct buffer *out, int page, const int32_t box[4]);

/* /Dest[page /XYZ null top null] */
void objects_destination(struct objects *objects, struct buffer *out, int page, int32_t y);

#endif
