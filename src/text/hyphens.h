/*
 * hyphens.h - where English words may be parted; the only door to libhyphen.
 *
 * Purpose: rule L24: a word of a paragraph that else would come out poorly may be parted between its
 *          syllables, with a hyphen that shows at the line's end only.
 * Units:   bytes; 1/1024 pt.
 * Memory:  struct hyphens owns the patterns, read when a word first needs them; what is made for a
 *          paragraph belongs to the arena given.
 * Errors:  patterns that cannot be read are reported once; no word is parted then.
 * Source:  F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983.
 */
#ifndef ITAREPORT_TEXT_HYPHENS_H
#define ITAREPORT_TEXT_HYPHENS_H

#include "text/piece.h"
#include "text/tokens.h"

struct hyphens;

/* NULL as path: no word is ever parted. */
struct hyphens *hyphens_new(const char *path);
void hyphens_free(struct hyphens *hyphens);

/* The file of the patterns, once it was read; otherwise NULL. */
const char *hyphens_file(const struct hyphens *hyphens);

/* Marks the insides of the words that may be parted (SHAPE_ENGLISH). */
void hyphens_mark(const struct tokens *tokens, struct text_shaped *shaped);

/* What making hyphens takes. */
struct hyphens_with {
    struct hyphens *hyphens;
    struct fonts *fonts;
    struct pieces *pieces;
    struct diag *diag;
};

/* The paragraph with places for hyphens in its marked words; itself when there are none. */
const struct text_shaped *hyphens_add(const struct hyphens_with *with, struct arena *arena,
                                      const struct text_shaped *shaped);

#endif
