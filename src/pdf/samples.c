/* Cairo multiplies colours by what covers them; here they are parted again. */
#include "pdf/samples.h"

struct samples {
    const struct image *image;
    struct picture_pixels pixels;
};

static uint32_t pixel_at(const struct samples *samples, int32_t x, int32_t y)
{
    uint32_t pixel = samples->pixels.pixel[(size_t)y * samples->pixels.stride + (size_t)x];
    return samples->pixels.has_alpha ? pixel : pixel | 0xFF000000;
}

/* A colour of a pixel before it was multiplied by alpha. */
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
    const struct image *image = samples->image;
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
    const struct image *image = samples->image;
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
    struct samples samples = {image, picture_pixels(picture)};
    bool coloured, covered;
    survey(&samples, &coloured, &covered);
    size_t pixels = (size_t)image->width * (size_t)image->height;
    int components = coloured ? 3 : 1;
    unsigned char *colour = ARENA_NEW(arena, unsigned char, pixels *(size_t)components);
    unsigned char *alpha = covered ? NULL : ARENA_NEW(arena, unsigned char, pixels);
    take_samples(&samples, components, colour, alpha);
    picture_pixels_free(&samples.pixels);
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

static struct pdf_image from_drawing(const struct picture *picture, struct arena *arena)
{
    struct picture_drawing drawing = picture_drawing(picture, arena);
    return (struct pdf_image){.width = drawing.width,
                              .height = drawing.height,
                              .bytes = drawing.pdf,
                              .length = drawing.length,
                              .is_drawing = true};
}

struct pdf_image samples_take(const void *pictures, size_t number, struct arena *arena)
{
    const struct picture *picture = pictures_at(pictures, number);
    if (picture->image->format == IMAGE_SVG)
        return from_drawing(picture, arena);
    return picture->image->format == IMAGE_JPEG ? from_jpeg(picture->image)
                                                : from_pixels(picture, arena);
}
