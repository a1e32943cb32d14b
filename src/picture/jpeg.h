/*
 * jpeg.h - the only door to the JPEG library.
 *
 * Purpose: decodes a JPEG into Cairo's pixels.
 * Units:   pixels.
 * Memory:  the surface is the caller's.
 * Errors:  NULL for a file that is damaged anywhere, where the library would fill up with grey.
 */
#ifndef ITAREPORT_PICTURE_JPEG_H
#define ITAREPORT_PICTURE_JPEG_H

#include <cairo.h>

#include "image/image.h"

cairo_surface_t *jpeg_decode(const struct image *image);

#endif
