/*
 * drawn.h - the text inside drawings: in the fonts of the document.
 *
 * Purpose: a library that draws files of others (SVG) asks Pango for the fonts of the system. While
 *          this is there it gets the files that the document has been set with so far, and the
 *          document's families for all that are not among them; so a drawing looks the same on every
 *          machine.
 * Units:   none.
 * Memory:  borrows nothing once it is made; only one at a time in a thread.
 * Errors:  none.
 */
#ifndef ITAREPORT_TEXT_DRAWN_H
#define ITAREPORT_TEXT_DRAWN_H

#include <uchar.h>

#include "text/text.h"

struct text_drawn;

struct text_drawn *text_drawn_new(const struct text_engine *engine);
void text_drawn_free(struct text_drawn *drawn);

/* Whether any of the fonts has a character; what shows nothing needs none. */
bool text_drawn_has(const struct text_drawn *drawn, char32_t c);

#endif
