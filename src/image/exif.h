/*
 * exif.h - how a photograph is to be turned, as its camera noted.
 *
 * Purpose: phones store pictures as the sensor was held, and in the Exif block which way is up.
 * Memory:  bytes are borrowed; nothing outside of them is read.
 * Errors:  a block that is malformed, or has no orientation, means upright.
 * Source:  Exif 2.32 (CIPA DC-008), 4.5 and 4.6.4, tag Orientation; TIFF 6.0, section 2.
 */
#ifndef ITAREPORT_IMAGE_EXIF_H
#define ITAREPORT_IMAGE_EXIF_H

#include <stddef.h>

enum { EXIF_UPRIGHT = 1, EXIF_LAST = 8 };

/* Of the body of a JPEG's APP1 segment: EXIF_UPRIGHT to EXIF_LAST. */
int exif_orientation(const unsigned char *bytes, size_t length);

#endif
