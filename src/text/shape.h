/*
 * shape.h - a paragraph as clusters and glyphs, in the order of its characters.
 *
 * Purpose: the inside of struct text_shaped, shared by the files of text/ and by nobody else.
 *          A cluster is the smallest thing that justification moves: a base with its marks, a
 *          ligature, a space, the AA of a SARA AM (its ring stays with the consonant).
 * Units:   1/1024 pt; bytes.
 * Memory:  all in the arena given to text_shape.
 * Errors:  a missing glyph is reported at the paragraph's place.
 */
#ifndef ITAREPORT_TEXT_SHAPE_H
#define ITAREPORT_TEXT_SHAPE_H

#include "text/fonts.h"
#include "text/text.h"

struct shape_glyph {
    uint32_t index;
    uint32_t start, end; /* the text it shows */
    int32_t x, y;        /* from its cluster's origin; y grows downwards */
    int32_t advance;
    const struct text_face *face;
    enum text_role role;
};

enum shape_flag {
    SHAPE_SPACE = 1,    /* vanishes at a line's end */
    SHAPE_FLEXIBLE = 2, /* a space that justification may widen */
    SHAPE_CLOSED = 4,   /* no letter gap after it: nothing is drawn, or a space that is fixed */
    SHAPE_FORCED = 8,   /* the line ends after it, always */
    SHAPE_WORD =
        16, /* a word ends after it; for need a line may end there even if the penalty is NEVER */
    SHAPE_ENGLISH = 32, /* inside a word that hyphens.c may part */
    SHAPE_HYPHEN = 64   /* a line that ends after it shows a hyphen */
};

struct shape_cluster {
    uint32_t start, end; /* bytes */
    uint32_t glyph;      /* the first one; the next cluster's first one ends them */
    uint32_t span;
    int32_t width;
    int32_t penalty; /* for a line end after it; LINEBREAK_NEVER mostly */
    uint8_t rule;    /* the row of the rule table that gave the penalty */
    uint8_t flags;
};

struct text_shaped {
    const char *bytes;
    size_t length;
    const struct text_span *span;
    size_t spans;
    struct place place;
    struct shape_cluster *cluster; /* one more at the end, as a sentinel */
    size_t clusters;
    struct shape_glyph *glyph;
    size_t glyphs;
    int32_t em;                       /* of the first span */
    int32_t space;                    /* the narrowest space that stretches */
    const struct shape_glyph *hyphen; /* of each span, or NULL */
};

/* The hyphen that ends a line of the clusters [first, last); NULL when none does. */
static inline const struct shape_glyph *shape_hyphen(const struct text_shaped *shaped, size_t first,
                                                     size_t last)
{
    if (last == first || !(shaped->cluster[last - 1].flags & SHAPE_HYPHEN))
        return NULL;
    return &shaped->hyphen[shaped->cluster[last - 1].span];
}

/* Fills clusters and glyphs from the engine's characters, whose words are marked; penalties are all zero yet. */
void shape_paragraph(struct text_engine *engine, struct arena *arena, struct text_shaped *shaped,
                     struct diag *diag);

#endif
