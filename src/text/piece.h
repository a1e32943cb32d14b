/*
 * piece.h - shaped words, each shaped once for a font.
 *
 * Purpose: the words of a report repeat, and Thai shaping has no context across words: a piece is
 *          shaped by Pango and HarfBuzz when it is first met and copied from then on.
 * Units:   1/1024 pt; bytes from the piece's start.
 * Memory:  struct pieces owns what it shaped; a piece returned is good until the next call.
 * Errors:  a character without a glyph has glyph 0 (a piece says whether there is one).
 */
#ifndef ITAREPORT_TEXT_PIECE_H
#define ITAREPORT_TEXT_PIECE_H

#include "text/shape.h"

struct pieces;

struct piece {
    struct shape_cluster *cluster;
    size_t clusters;
    struct shape_glyph *glyph;
    size_t glyphs;
    bool missing;            /* some glyph is 0 */
    const char *const *file; /* the fonts that it was shaped with, in the order of the text */
    size_t files;
};

struct pieces *pieces_new(struct fonts *fonts);
void pieces_free(struct pieces *pieces);

/* NULL as font takes whatever the folder has. */
const struct piece *pieces_shape(struct pieces *pieces, const PangoFontDescription *font,
                                 const char *text, size_t length);

#endif
