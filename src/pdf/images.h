/*
 * images.h - a picture as a PDF has it: an image object, with a second one for what shows through.
 *
 * Purpose: samples are packed by zlib; a JPEG goes in as it is; a drawing is drawings.c's.
 * Units:   pixels.
 * Source:  ISO 32000-1, 8.9.5 (images), 7.4.8 (DCTDecode), 11.6.5.3 (soft masks).
 */
#ifndef ITAREPORT_PDF_IMAGES_H
#define ITAREPORT_PDF_IMAGES_H

#include "pdf/objects.h"

/* The number of the image's object. */
int images_write(struct objects *objects, const struct pdf_image *image);

#endif
