/*
 * fonts.h - a font as a PDF has it: composite, with the codes of one byte that typefaces.h gives out.
 *
 * Purpose: a code is also the glyph's CID, so that two codes may show one glyph and say different
 *          things, in readers that go by the code and in those that go by the CID.
 * Units:   thousandths of an em.
 * Source:  ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-3, 6.2.11.
 */
#ifndef ITAREPORT_PDF_FONTS_H
#define ITAREPORT_PDF_FONTS_H

#include "pdf/objects.h"

/* The number of the font's object. */
int fonts_write(struct objects *objects, const struct pdf_font *font);

#endif
