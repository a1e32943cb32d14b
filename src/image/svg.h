/*
 * svg.h - the size of an SVG drawing, and whether it holds all that it shows.
 *
 * Purpose: gives the size, and refuses what would be missing or differ from one machine to the
 *          next: other files, entities, texts that only browsers show or that follow the reader's
 *          language, embedded images that are neither PNG nor JPEG.
 * Units:   hundredths of a pixel, of which an inch has 96.
 * Memory:  bytes are borrowed.
 * Errors:  given as a status, with the line.
 * Source:  SVG 1.1 (second edition), 5 and 7; CSS Images 3, 5.1 (the size without one).
 */
#ifndef ITAREPORT_IMAGE_SVG_H
#define ITAREPORT_IMAGE_SVG_H

#include "image/image.h"

enum { SVG_PIXEL = 100 };

/* Of a file that begins with a tag, of whatever kind. */
enum image_status svg_read(struct image *image);

#endif
