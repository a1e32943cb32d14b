/*
 * web_page.h - a page as SVG for a browser: text as letters, in the report's own fonts.
 *
 * Purpose: a browser shapes Thai with the same HarfBuzz and the same font tables as the program, so a line is
 *          its letters with the gaps between them, and only where a letter would not be at its place is
 *          the place said again. So text can be selected, found and read aloud, and a page is small.
 * Units:   points in the SVG, with two decimals.
 * Memory:  the SVG is added to a buffer of the caller's.
 */
#ifndef ITAREPORT_WEB_WEB_PAGE_H
#define ITAREPORT_WEB_WEB_PAGE_H

#include "paint/paint.h"
#include "web/web_fonts.h"

/* Pictures are at the address picture/HASH, see web_picture_hash. */
void web_page(const struct painting *painting, size_t number, struct web_fonts *fonts,
              struct buffer *out);

/* What a picture's address ends with. */
uint64_t web_picture_hash(const struct picture *picture);

#endif
