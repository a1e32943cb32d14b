/*
 * pictures.h - image files, decoded or drawn for painting.
 *
 * Purpose: each file is decoded once, however often it stands on the pages; decoding also proves
 *          that a file is whole before a PDF takes it as it is.
 * Units:   pixels.
 * Memory:  owns the decoded pictures; borrows the files and the engine.
 * Errors:  a file that cannot be decoded or drawn is reported at its figure's place.
 */
#ifndef ITAREPORT_PICTURE_PICTURES_H
#define ITAREPORT_PICTURE_PICTURES_H

#include <cairo.h>

#include "base/arena.h"
#include "base/diag.h"
#include "image/image.h"
#include "pdf/pdf_file.h"

struct picture {
    const struct image *image;
    size_t number;            /* from 0: what a PDF calls it */
    cairo_surface_t *surface; /* premultiplied, of the image's size; or NULL and: */
    struct svg *svg;
};

struct pictures;
struct doc_node;
struct text_engine;

/* The text of drawings is set in the fonts that the engine has used when the first one is added. */
struct pictures *pictures_new(const struct text_engine *engine);
void pictures_free(struct pictures *pictures);

/* The picture of a figure, unless it was added before. */
void pictures_add(struct pictures *pictures, const struct doc_node *figure, struct diag *diag);

const struct picture *pictures_find(const struct pictures *pictures, const struct image *image);

/* Hands the pictures over to a job; their samples belong to the arena. */
void pictures_finish(const struct pictures *pictures, struct arena *arena, struct pdf_file *file);

#endif
