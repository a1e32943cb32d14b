/*
 * pictures.h - image files, decoded or drawn for painting.
 *
 * Purpose: each file is decoded when it is added, which proves that it is whole before a PDF takes it as it is. Its
 *          pixels are kept if it is small, or made again whenever they are wanted: photographs fill the memory.
 * Units:   pixels.
 * Memory:  owns the decoded pictures; borrows the files and the engine.
 * Errors:  a file that cannot be decoded or drawn is reported at its figure's place.
 */
#ifndef ITAREPORT_PICTURE_PICTURES_H
#define ITAREPORT_PICTURE_PICTURES_H

#include "base/arena.h"
#include "base/diag.h"
#include "image/image.h"

struct picture {
    const struct image *image;
    size_t number;                  /* from 0, in the order they were added */
    struct _cairo_surface *surface; /* pixels (a cairo_surface_t), where they are kept */
    struct svg *svg;                /* or a drawing */
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

size_t pictures_count(const struct pictures *pictures);
const struct picture *pictures_at(const struct pictures *pictures, size_t number);

/* 32 bits a pixel, alpha first; colours are multiplied by alpha, which means nothing without has_alpha. */
struct picture_pixels {
    const uint32_t *pixel;
    size_t stride; /* pixels from a row to the next */
    bool has_alpha;
    struct _cairo_surface *surface; /* which they are of */
};

struct picture_pixels picture_pixels(const struct picture *picture);
void picture_pixels_free(struct picture_pixels *pixels);

/* The same for Cairo: of the image's size, to be destroyed. */
struct _cairo_surface *picture_surface(const struct picture *picture);

/* A drawing as a PDF of one page, in which text is areas; its size in 1/1024 of that PDF's unit. */
struct picture_drawing {
    int32_t width, height;
    const void *pdf;
    size_t length;
};

struct picture_drawing picture_drawing(const struct picture *picture, struct arena *arena);

#endif
