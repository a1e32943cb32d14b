/*
 * Cairo decodes PNG, jpeg.c JPEG, both to Cairo's pixels: 32 bits, colours already multiplied by
 * what covers them. A drawing is read by svg.c.
 */
#include "picture/pictures.h"

#include <assert.h>
#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/index.h"
#include "doc/doc.h"
#include "picture/jpeg.h"
#include "picture/svg.h"

enum { KEPT_PIXELS = 10 * 1000 * 1000 };

struct pictures {
    const struct text_engine *engine;
    struct svg_common drawings; /* without fonts until there is one */
    struct picture *picture;
    size_t count, room;
    struct index by_bytes;
    int64_t kept; /* pixels */
};

struct pictures *pictures_new(const struct text_engine *engine)
{
    struct pictures *pictures = memory_zeroed(1, sizeof *pictures);
    pictures->engine = engine;
    return pictures;
}

static void picture_done(struct picture *picture)
{
    cairo_surface_destroy(picture->surface);
    svg_free(picture->svg);
}

void pictures_free(struct pictures *pictures)
{
    if (pictures == NULL)
        return;
    for (size_t i = 0; i < pictures->count; i++)
        picture_done(&pictures->picture[i]);
    text_drawing_fonts_free(pictures->drawings.fonts);
    index_free(&pictures->by_bytes);
    free(pictures->picture);
    free(pictures);
}

/* A file is in memory once. */
static uint32_t hash_of(const struct image *image)
{
    uint64_t address = (uintptr_t)image->bytes;
    return hash_step(hash_step(HASH_START, (uint32_t)address), (uint32_t)(address >> 32));
}

const struct picture *pictures_find(const struct pictures *pictures, const struct image *image)
{
    size_t i = index_first(&pictures->by_bytes, hash_of(image));
    for (; i != INDEX_END; i = index_next(&pictures->by_bytes, i))
        if (pictures->picture[i].image->bytes == image->bytes)
            return &pictures->picture[i];
    return NULL;
}

/* ---- Decoding ---- */

struct reader {
    const unsigned char *bytes;
    size_t left;
};

static cairo_status_t read_bytes(void *closure, unsigned char *out, unsigned length)
{
    struct reader *reader = closure;
    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, reader->bytes, length);
    reader->bytes += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static bool is_right(cairo_surface_t *surface, const struct image *image)
{
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return false;
    cairo_format_t format = cairo_image_surface_get_format(surface);
    return (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) &&
           cairo_image_surface_get_width(surface) == image->width &&
           cairo_image_surface_get_height(surface) == image->height;
}

/* The pixels, or NULL. */
static cairo_surface_t *decode(const struct image *image)
{
    struct reader reader = {image->bytes, image->length};
    cairo_surface_t *surface =
        image->format == IMAGE_JPEG
            ? jpeg_decode(image)
            : cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    if (surface == NULL || is_right(surface, image))
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

static struct svg *open_drawing(struct pictures *pictures, const struct doc_node *figure,
                                struct diag *diag)
{
    if (pictures->drawings.fonts == NULL)
        pictures->drawings.fonts = text_drawing_fonts_new(pictures->engine);
    return svg_open(figure, &pictures->drawings, diag);
}

/* Keeps the pixels, or not. */
static void keep(struct pictures *pictures, struct picture *picture)
{
    int64_t pixels = (int64_t)picture->image->width * picture->image->height;
    if (pictures->kept + pixels > KEPT_PIXELS) {
        cairo_surface_destroy(picture->surface);
        picture->surface = NULL;
        return;
    }
    pictures->kept += pixels;
}

/* Pixels or a drawing; false after reporting. */
static bool take(struct pictures *pictures, const struct doc_node *figure, struct picture *picture,
                 struct diag *diag)
{
    if (picture->image->format == IMAGE_SVG) {
        picture->svg = open_drawing(pictures, figure, diag);
        return picture->svg != NULL;
    }
    picture->surface = decode(picture->image);
    if (picture->surface == NULL)
        diag_say(diag, MESSAGE_IMAGE_DAMAGED, figure->place, figure->image->name);
    bool good = picture->surface != NULL;
    if (good)
        keep(pictures, picture);
    return good;
}

void pictures_add(struct pictures *pictures, const struct doc_node *figure, struct diag *diag)
{
    struct picture picture = {.image = &figure->image->file, .number = pictures->count};
    if (pictures_find(pictures, picture.image) != NULL || !take(pictures, figure, &picture, diag))
        return;
    pictures->picture =
        memory_room(pictures->picture, pictures->count, &pictures->room, sizeof *pictures->picture);
    pictures->picture[pictures->count++] = picture;
    index_add(&pictures->by_bytes, hash_of(picture.image));
}

/* ---- Taking a picture out ---- */

size_t pictures_count(const struct pictures *pictures)
{
    return pictures->count;
}

const struct picture *pictures_at(const struct pictures *pictures, size_t number)
{
    assert(number < pictures->count);
    return &pictures->picture[number];
}

cairo_surface_t *picture_surface(const struct picture *picture)
{
    return picture->surface != NULL ? cairo_surface_reference(picture->surface)
                                    : decode(picture->image);
}

struct picture_pixels picture_pixels(const struct picture *picture)
{
    cairo_surface_t *surface = picture_surface(picture);
    cairo_surface_flush(surface);
    return (struct picture_pixels){
        (const uint32_t *)(const void *)cairo_image_surface_get_data(surface),
        (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t),
        cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32, surface};
}

void picture_pixels_free(struct picture_pixels *pixels)
{
    cairo_surface_destroy(pixels->surface);
    *pixels = (struct picture_pixels){0};
}

struct picture_drawing picture_drawing(const struct picture *picture, struct arena *arena)
{
    struct svg_extents extents = svg_extents(picture->image);
    size_t length = 0;
    const char *pdf = svg_pdf(picture->svg, &length);
    return (struct picture_drawing){extents.width, extents.height, arena_copy(arena, pdf, length),
                                    length};
}
