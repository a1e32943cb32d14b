/*
 * subset.h - a font file cut down to what is used of it.
 *
 * Purpose: a PDF needs some glyphs and nothing to shape with, for its text is rows of glyphs; a browser
 *          shapes text itself, with the same HarfBuzz, so it needs the tables that shaping reads.
 * Memory:  the program is added to a buffer of the caller's.
 * Errors:  false for a font that cannot be cut down.
 */
#ifndef ITAREPORT_TEXT_SUBSET_H
#define ITAREPORT_TEXT_SUBSET_H

#include "text/text.h"

struct subset_wanted {
    const uint32_t *glyph;
    size_t glyphs;
    const uint32_t *character;
    size_t characters;
    bool keeps_shaping; /* what shapes characters stays, and the glyphs that it can lead to */
};

/* number[i], unless number is NULL, becomes what glyph[i] is called in the program. */
bool subset_make(const struct text_face *face, const struct subset_wanted *wanted, uint32_t *number,
                 struct buffer *out);

#endif
