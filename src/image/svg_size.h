/*
 * svg_size.h - the size of an SVG drawing from the attributes of its root.
 *
 * Purpose: width and height where both are lengths; else the viewBox gives what is missing.
 * Units:   hundredths of a pixel, of which an inch has 96.
 * Errors:  a size that is not there, or nothing, is 0.
 */
#ifndef ITAREPORT_IMAGE_SVG_SIZE_H
#define ITAREPORT_IMAGE_SVG_SIZE_H

#include <stdint.h>

#include "image/markup.h"

struct svg_size {
    int64_t width, height;
    int64_t longer; /* of its sides, in hundredths of its own units */
};

struct svg_size svg_size_of(struct markup_part attributes);

#endif
