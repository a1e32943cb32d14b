/*
 * image.h - what a picture file says of itself: its kind and size, before it is decoded.
 *
 * Purpose: composing needs the size, a PDF takes a JPEG as it is; both come from the file's head
 *          here. Decoding is picture/'s. A photograph may have to be turned to be shown.
 * Units:   pixels; an SVG's are hundredths of them (svg.h).
 * Memory:  bytes are borrowed.
 * Errors:  given as a status.
 * Source:  PNG (ISO 15948), 5.3 and 11.2; JPEG (ITU T.81), B.2; Adobe's APP14 marker;
 *          pHYs (ISO 15948, 11.3.5.3) and JFIF 1.02 for the density.
 */
#ifndef ITAREPORT_IMAGE_IMAGE_H
#define ITAREPORT_IMAGE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum image_format { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG };

enum image_status {
    IMAGE_FINE,
    IMAGE_UNKNOWN,   /* neither PNG nor JPEG nor SVG */
    IMAGE_BROKEN,    /* ends early, or contradicts itself */
    IMAGE_TOO_LARGE, /* more pixels than are worth their memory */
    IMAGE_COLOURS,   /* a JPEG of four inks, or of a kind that readers of PDF need not know */
    IMAGE_PACKED,    /* an SVG packed by gzip */
    IMAGE_NO_SIZE,   /* an SVG whose root gives neither a size nor a viewBox */
    IMAGE_REFERS,    /* an SVG that shows something of another file */
    IMAGE_ENTITIES,  /* an SVG that defines entities, which may grow without end */
    IMAGE_FOREIGN,   /* an SVG with text that only browsers show */
    IMAGE_LANGUAGES, /* an SVG that shows different things to readers of different languages */
    IMAGE_EMBEDDED   /* an SVG that holds an image other than a sound PNG or JPEG */
};

enum { IMAGE_MOST_PIXELS = 40 * 1000 * 1000, IMAGE_LONGEST = 20000 };

struct image {
    enum image_format format;
    const unsigned char *bytes; /* the whole file */
    size_t length;
    int32_t width, height; /* as stored, not as shown */
    int orientation;       /* 1 (upright) to 8, as Exif counts; see image_turn */
    int32_t density;       /* pixels a metre, or 0 where the file does not say */
    int components;        /* JPEG: 1 grey, 3 colours */
    bool is_rgb;           /* JPEG: its colours are red, green and blue, though no marker says so */
    int32_t longer;        /* SVG: its longer side in hundredths of the units it is drawn in */
    uint32_t fault_line;   /* SVG: the line of the fault that the status means */
};

/* Where a point of the stored picture is shown: both squares are one wide and high, (u, v) runs from
 * the stored one's top left corner and (x, y) from the shown one's:
 * x = x_u * u + x_v * v + x_0 and y = y_u * u + y_v * v + y_0. */
struct image_turn {
    int x_u, x_v, x_0;
    int y_u, y_v, y_0;
};

const struct image_turn *image_turn(const struct image *image);

/* Its size as shown. */
int32_t image_across(const struct image *image);
int32_t image_down(const struct image *image);

enum image_status image_read(const void *bytes, size_t length, struct image *image);

#endif
