/*
 * drawn.h - the text inside drawings: in the fonts of the document, as outlines.
 *
 * Purpose: a library that draws files of others (SVG) asks Pango for the fonts of the system. While
 *          this is there it gets the files that the document has been set with so far, and the
 *          document's families for all that are not among them; so a drawing looks the same on every
 *          machine. What it shows becomes outlines, which a PDF can take over without a font.
 * Units:   none.
 * Memory:  borrows nothing once it is made; only one at a time in a thread.
 * Errors:  a text with characters that the fonts lack is told when asked for.
 */
#ifndef ITAREPORT_TEXT_DRAWN_H
#define ITAREPORT_TEXT_DRAWN_H

#include "text/text.h"

struct text_drawn;

struct text_drawn *text_drawn_new(const struct text_engine *engine);
void text_drawn_free(struct text_drawn *drawn);

/* A text shown since the last question that has a character no font has; NULL: there was none. */
const char *text_drawn_lacking(struct text_drawn *drawn);

#endif
