/*
 * Cairo decodes PNG, jpeg.c JPEG, both to Cairo's pixels: 32 bits, colours already multiplied by
 * what covers them. A PDF wants them apart again, and grey alone where that is all there is. Of
 * a drawing's recording, Cairo makes a small PDF for pdf/ to take over.
 */
#include "picture/pictures.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "picture/jpeg.h"
#include "picture/svg.h"

struct pictures {
    const struct text_engine *engine;
    struct text_drawing_fonts *fonts; /* NULL until there is a drawing */
    struct picture *picture;
    size_t count, room;
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
    text_drawing_fonts_free(pictures->fonts);
    free(pictures->picture);
    free(pictures);
}

const struct picture *pictures_find(const struct pictures *pictures, const struct image *image)
{
    for (size_t i = 0; i < pictures->count; i++)
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
    if (pictures->fonts == NULL)
        pictures->fonts = text_drawing_fonts_new(pictures->engine);
    return svg_open(figure, pictures->fonts, diag);
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
    return picture->surface != NULL;
}

void pictures_add(struct pictures *pictures, const struct doc_node *figure, struct diag *diag)
{
    struct picture picture = {.image = &figure->image->file, .number = pictures->count};
    if (pictures_find(pictures, picture.image) != NULL || !take(pictures, figure, &picture, diag))
        return;
    pictures->picture =
        memory_room(pictures->picture, pictures->count, &pictures->room, sizeof *pictures->picture);
    pictures->picture[pictures->count++] = picture;
}

/* ---- Samples for a PDF ---- */

struct samples {
    const struct picture *picture;
    int stride; /* pixels */
    const uint32_t *pixel;
    bool has_alpha;
};

static uint32_t pixel_at(const struct samples *samples, int32_t x, int32_t y)
{
    uint32_t pixel = samples->pixel[(size_t)y * (size_t)samples->stride + (size_t)x];
    return samples->has_alpha ? pixel : pixel | 0xFF000000;
}

/* A colour of a pixel, freed of what covers it. */
static unsigned char part(uint32_t pixel, int shift)
{
    uint32_t alpha = pixel >> 24, value = pixel >> shift & 0xFF;
    if (alpha == 0)
        return 0xFF;
    value = (value * 255 + alpha / 2) / alpha;
    return (unsigned char)(value < 255 ? value : 255);
}

/* What the pixels are made of, over all of them. */
static void survey(const struct samples *samples, bool *coloured, bool *covered)
{
    const struct image *image = samples->picture->image;
    *coloured = false;
    *covered = true;
    for (int32_t y = 0; y < image->height; y++)
        for (int32_t x = 0; x < image->width; x++) {
            uint32_t pixel = pixel_at(samples, x, y);
            *covered = *covered && pixel >> 24 == 0xFF;
            *coloured =
                *coloured || part(pixel, 16) != part(pixel, 8) || part(pixel, 8) != part(pixel, 0);
        }
}

static void take_samples(const struct samples *samples, int components, unsigned char *colour,
                         unsigned char *alpha)
{
    const struct image *image = samples->picture->image;
    for (int32_t y = 0; y < image->height; y++)
        for (int32_t x = 0; x < image->width; x++) {
            uint32_t pixel = pixel_at(samples, x, y);
            for (int i = 0; i < components; i++)
                *colour++ = part(pixel, 16 - 8 * i);
            if (alpha != NULL)
                *alpha++ = (unsigned char)(pixel >> 24);
        }
}

static struct pdf_image from_pixels(const struct picture *picture, struct arena *arena)
{
    const struct image *image = picture->image;
    cairo_surface_t *surface = picture->surface;
    cairo_surface_flush(surface);
    struct samples samples = {picture, cairo_image_surface_get_stride(surface) / 4,
                              (const uint32_t *)(const void *)cairo_image_surface_get_data(surface),
                              cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32};
    bool coloured, covered;
    survey(&samples, &coloured, &covered);
    size_t pixels = (size_t)image->width * (size_t)image->height;
    int components = coloured ? 3 : 1;
    unsigned char *colour = ARENA_NEW(arena, unsigned char, pixels *(size_t)components);
    unsigned char *alpha = covered ? NULL : ARENA_NEW(arena, unsigned char, pixels);
    take_samples(&samples, components, colour, alpha);
    return (struct pdf_image){.width = image->width,
                              .height = image->height,
                              .components = components,
                              .bytes = colour,
                              .length = pixels * (size_t)components,
                              .alpha = alpha};
}

static struct pdf_image from_jpeg(const struct image *image)
{
    return (struct pdf_image){.width = image->width,
                              .height = image->height,
                              .components = image->components,
                              .bytes = image->bytes,
                              .length = image->length,
                              .is_jpeg = true,
                              .is_rgb = image->is_rgb};
}

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* The recording as a PDF of one page. */
static struct pdf_image from_drawing(const struct picture *picture, struct arena *arena)
{
    struct svg_extents extents = svg_extents(picture->image);
    struct buffer pdf = {0};
    cairo_surface_t *page = cairo_pdf_surface_create_for_stream(
        collect, &pdf, extents.width / 1024.0, extents.height / 1024.0);
    cairo_surface_set_fallback_resolution(page, 72, 72); /* a pixel a unit */
    cairo_t *cr = cairo_create(page);
    cairo_set_source_surface(cr, svg_recording(picture->svg), 0, 0);
    cairo_paint(cr);
    assert(cairo_status(cr) == CAIRO_STATUS_SUCCESS); /* or the recording would have failed */
    cairo_destroy(cr);
    cairo_surface_destroy(page);
    struct pdf_image image = {.width = extents.width,
                              .height = extents.height,
                              .bytes = arena_copy(arena, pdf.bytes, pdf.length),
                              .length = pdf.length,
                              .is_drawing = true};
    buffer_free(&pdf);
    return image;
}

static struct pdf_image finish_picture(const struct picture *picture, struct arena *arena)
{
    if (picture->image->format == IMAGE_SVG)
        return from_drawing(picture, arena);
    return picture->image->format == IMAGE_JPEG ? from_jpeg(picture->image)
                                                : from_pixels(picture, arena);
}

void pictures_finish(const struct pictures *pictures, struct arena *arena, struct pdf_file *file)
{
    struct pdf_image *image = ARENA_NEW(arena, struct pdf_image, pictures->count);
    for (size_t i = 0; i < pictures->count; i++)
        image[i] = finish_picture(&pictures->picture[i], arena);
    file->image = image;
    file->images = pictures->count;
}
