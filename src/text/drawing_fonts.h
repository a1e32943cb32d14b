/*
 * drawing_fonts.h - the document's fonts for the text inside drawings.
 *
 * Purpose: a library that draws a file of its own format (SVG) takes its fonts from Pango's default
 *          map. While this exists, that map has the files that the document has been set with so
 *          far, and gives the document's families for every family it lacks; so a drawing is the
 *          same on every machine.
 * Memory:  borrows nothing once it is made; only one at a time in a thread.
 */
#ifndef ITAREPORT_TEXT_DRAWING_FONTS_H
#define ITAREPORT_TEXT_DRAWING_FONTS_H

#include <uchar.h>

#include "text/text.h"

struct text_drawing_fonts;

struct text_drawing_fonts *text_drawing_fonts_new(const struct text_engine *engine);
void text_drawing_fonts_free(struct text_drawing_fonts *fonts);

/* In a copy of the process (base/apart.h), which has no thread of the map's: another map for it, until it ends. */
void text_drawing_fonts_renew(const struct text_drawing_fonts *fonts);

/* Whether any of the fonts has a character; one that draws nothing needs no font. */
bool text_drawing_fonts_has(const struct text_drawing_fonts *fonts, char32_t c);

#endif
