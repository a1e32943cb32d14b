/*
 * hyphens.h - English words parted with a hyphen.
 *
 * Purpose: rule L24: a word of a paragraph that else would come out poorly may be parted between its
 *          syllables, with a hyphen that shows at the line's end only.
 * Units:   bytes; 1/1024 pt.
 * Memory:  what is made for a paragraph belongs to the arena given.
 * Errors:  patterns that cannot be read are reported once by each engine; it parts no word then.
 */
#ifndef ITAREPORT_TEXT_HYPHENS_H
#define ITAREPORT_TEXT_HYPHENS_H

#include "text/hyphens_patterns.h"
#include "text/shape.h"
#include "text/tokens.h"

/* What an engine knows of them. */
struct hyphens {
    struct patterns *patterns; /* NULL: no word is ever parted */
    bool tried;                /* a word needed the patterns, */
    bool used;                 /* and they could be read */
};

/* Marks the insides of the words that may be parted (SHAPE_ENGLISH). */
void hyphens_mark(const struct tokens *tokens, struct text_shaped *shaped);

/* The paragraph with places for hyphens in its marked words; itself when there are none. */
const struct text_shaped *hyphens_add(struct text_engine *engine, struct arena *arena,
                                      const struct text_shaped *shaped, struct diag *diag);

#endif
