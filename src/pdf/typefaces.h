/*
 * typefaces.h - the fonts of a PDF being written, and the codes its texts are made of.
 *
 * Purpose: gives out a code of one byte for every glyph with its characters, the first time it is
 *          used; at the end the programs with the glyphs that got one.
 * Units:   see pdf_file.h.
 * Memory:  owned by the typefaces; borrows the text engine's faces.
 * Errors:  a font that cannot be embedded is reported.
 */
#ifndef ITAREPORT_PDF_TYPEFACES_H
#define ITAREPORT_PDF_TYPEFACES_H

#include "base/diag.h"
#include "pdf/pdf_file.h"
#include "text/text.h"

struct typefaces;

struct typefaces *typefaces_new(void);
void typefaces_free(struct typefaces *typefaces);

/* A glyph of a text: where it is drawn from the pen's place, and what it says. */
struct typefaces_glyph {
    const struct text_face *face;
    uint32_t index;
    int32_t x, y;   /* 1/1024 pt; y downwards */
    int32_t moved;  /* further to the right, thousandths of an em */
    int32_t wider;  /* than it is, thousandths of an em */
    uint32_t added; /* a ring drawn with it, from the same face; 0: none */
    int32_t added_x, added_y;
    const char *bytes; /* of the paragraph */
    size_t length;
};

/* What it is in the file. */
struct typefaces_code {
    int font; /* /F and its number */
    int code; /* never one that a string must escape; TYPEFACES_SPACE is the plain space only */
    const char *text;
};

enum { TYPEFACES_SPACE = 32 };

/*
 * The codes of a letter and its marks, all of one face: they are of one font, too, for readers lose
 * the place of a mark that begins a text of another font.
 */
enum { TYPEFACES_TOGETHER = 4 };
void typefaces_codes(struct typefaces *typefaces, const struct typefaces_glyph *const glyph[],
                     size_t count, struct typefaces_code code[]);

/* The size of a face, in hundredths of a point, and the width of its glyph in 1/1000 em. */
int typefaces_size(struct typefaces *typefaces, const struct text_face *face);
int typefaces_width(struct typefaces *typefaces, const struct text_face *face, uint32_t glyph);

/* Gives the file its fonts, with the glyphs that got a code; false after reporting. */
bool typefaces_embed(struct typefaces *typefaces, struct pdf_file *file, struct diag *diag);

#endif
