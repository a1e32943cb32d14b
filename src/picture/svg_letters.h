/*
 * svg_letters.h - whether the fonts have what the texts of a drawing say.
 *
 * Purpose: the library that draws them would show boxes with numbers.
 * Errors:  the first character that no font has is reported at the figure's place.
 */
#ifndef ITAREPORT_PICTURE_SVG_LETTERS_H
#define ITAREPORT_PICTURE_SVG_LETTERS_H

#include "base/diag.h"
#include "text/drawing_fonts.h"

struct doc_node;

/* False after reporting. */
bool svg_letters_check(const struct doc_node *figure, const struct text_drawing_fonts *fonts,
                       struct diag *diag);

#endif
