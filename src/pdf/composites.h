/*
 * composites.h - glyphs of a TrueType program moved or put together.
 *
 * Purpose: adds a composite glyph to a program for every variant that is no plain glyph.
 * Units:   units of the font's design.
 * Memory:  the program is added to a buffer of the caller's.
 * Errors:  false for a program that is not TrueType or lacks a table.
 * Source:  ISO/IEC 14496-22, 5.2 and 5.3 (glyf, loca, hmtx, maxp).
 */
#ifndef ITAREPORT_PDF_COMPOSITES_H
#define ITAREPORT_PDF_COMPOSITES_H

#include "pdf/embed.h"

struct composites {
    const struct embed_variant *variant; /* with the program's own numbers */
    size_t count;
    uint32_t *number; /* filled: what each variant is called */
};

bool composites_add(const char *program, size_t length, const struct composites *composites,
                    struct buffer *out);

#endif
