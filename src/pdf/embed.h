/*
 * embed.h - a face as a document carries it: only the glyphs that are used.
 *
 * Purpose: what a PDF needs of a font: widths, measures, and a font program with the glyphs used and
 *          nothing else (no hinting, no layout tables, no names).
 * Units:   thousandths of an em, y upwards; glyphs by the numbers the face has, unless said.
 * Memory:  results are added to buffers of the caller's, or belong to the arena given.
 * Errors:  embed_program returns false for a font that is not TrueType or cannot be cut down.
 */
#ifndef ITAREPORT_PDF_EMBED_H
#define ITAREPORT_PDF_EMBED_H

#include "text/text.h"

/* Faces of one font file at different sizes have the same program. */
const void *embed_identity(const struct text_face *face);

/* The size of a face, in 1/1024 pt. */
int32_t embed_size(const struct text_face *face);

int32_t embed_width(const struct text_face *face, uint32_t glyph);

/* The plain glyph of a character; 0 when there is none. */
uint32_t embed_glyph(const struct text_face *face, uint32_t character);

struct embed_about {
    const char *name; /* PostScript's */
    int32_t left, bottom, right, top;
    int32_t ascent, descent, cap_height;
    int32_t slant;  /* degrees, as in the post table: leaning right is negative */
    int32_t weight; /* 400, 700 … */
};

struct embed_about embed_about(const struct text_face *face, struct arena *arena);

/* A length, and thousandths of an em, as units of a face's design, which a program counts in. */
int32_t embed_units(const struct text_face *face, int32_t length);
int32_t embed_design(const struct text_face *face, int32_t thousandths);

/*
 * A glyph as a program has it: moved, wider or narrower than it was, and with another one added (a
 * ring above a letter), so that a text can be a plain row of glyphs.
 */
struct embed_variant {
    uint32_t glyph;
    int32_t x, y;   /* moved by so many units to the right and up */
    int32_t wider;  /* by so many units */
    uint32_t added; /* 0: none */
    int32_t added_x, added_y;
};

/* The program with these variants; number[i] becomes what variant[i] is called in it. */
bool embed_program(const struct text_face *face, const struct embed_variant *variant, size_t count,
                   uint32_t *number, struct buffer *out);

#endif
