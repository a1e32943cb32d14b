/*
 * image.h - what a picture file says of itself: its kind and size, before it is decoded.
 *
 * Purpose: composing needs the size, a PDF takes a JPEG as it is; both come from the file's head
 *          here. Decoding is paint/'s.
 * Units:   pixels.
 * Memory:  bytes are borrowed.
 * Errors:  told by the status.
 * Source:  PNG (ISO 15948), 5.3 and 11.2; JPEG (ITU T.81), B.2; Adobe's APP14 marker.
 */
#ifndef ITAREPORT_BASE_IMAGE_H
#define ITAREPORT_BASE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum image_format { IMAGE_PNG, IMAGE_JPEG };

enum image_status {
    IMAGE_FINE,
    IMAGE_UNKNOWN,   /* neither PNG nor JPEG */
    IMAGE_BROKEN,    /* ends early, or contradicts itself */
    IMAGE_TOO_LARGE, /* more pixels than are worth their memory */
    IMAGE_COLOURS    /* a JPEG of four inks, or of a kind that readers of PDF need not know */
};

enum { IMAGE_MOST_PIXELS = 40 * 1000 * 1000, IMAGE_LONGEST = 20000 };

struct image {
    enum image_format format;
    const unsigned char *bytes; /* the whole file */
    size_t length;
    int32_t width, height;
    int components; /* JPEG: 1 grey, 3 colours */
    bool is_rgb;    /* JPEG: its colours are red, green and blue, though no marker says so */
};

enum image_status image_read(const void *bytes, size_t length, struct image *image);

#endif
