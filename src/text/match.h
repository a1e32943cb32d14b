/*
 * match.h - which glyph shows which character inside one shaping cluster.
 *
 * Purpose: Thai fonts swap a vowel and a tone mark, shift marks to other glyphs, and every shaper
 *          splits SARA AM; a PDF must still say what was typed, in its order.
 * Memory:  works in the caller's arrays.
 * Errors:  what cannot be told apart shares one text.
 */
#ifndef ITAREPORT_TEXT_MATCH_H
#define ITAREPORT_TEXT_MATCH_H

#include <uchar.h>

#include "text/shape.h"

enum { MATCH_MOST = 24 }; /* parts or glyphs of a cluster worth matching */

/* A character, or the ring or the AA of a SARA AM. */
struct match_part {
    char32_t character;
    uint32_t start, end;
    enum text_role role;
};

/* Sets start, end and role of the glyphs and sorts them into the order of the parts. */
void match_glyphs(const struct match_part *part, size_t parts, struct shape_glyph *glyph,
                  size_t glyphs);

#endif
