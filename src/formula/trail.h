/*
 * trail.h - which bytes of a printed text come from where.
 *
 * Purpose: kept while a text is printed, for whoever shows the document and wants to lead back to the
 *          data. Only what goes into one buffer is noted: what a filter prints for itself is not, and
 *          its result is from where its input was.
 * Units:   bytes of that buffer; pieces are in order and do not overlap, and may leave gaps.
 * Memory:  pieces belong to the trail's arena and point at texts of the evaluation.
 */
#ifndef ITAREPORT_FORMULA_TRAIL_H
#define ITAREPORT_FORMULA_TRAIL_H

#include "base/buffer.h"
#include "formula/value.h"

/* A text with a byte of it: where wording begins, or a placeholder. */
struct trail_spot {
    const struct text *text;
    size_t offset;
};

struct trail_piece {
    size_t start, end;
    /* Wording: letter for letter what a text has from here on; no text: it is a value. */
    struct trail_spot wording;
    struct value_origin value;
    struct trail_spot from; /* the placeholder that names it; of wording printed as it is, itself */
};

struct trail {
    struct arena *arena;
    const struct buffer *into; /* NULL: nothing is noted now */
    struct trail_piece *piece;
    size_t pieces, room;
};

/* What was just added to a buffer, from byte `start` on; nothing where a trail is NULL or of another buffer. */
void trail_add_wording(struct trail *trail, const struct buffer *into, size_t start,
                       struct trail_spot wording, struct trail_spot from);
void trail_add_value(struct trail *trail, const struct buffer *into, size_t start,
                     const struct value *value, struct trail_spot from);

/* The same as the pieces of a text that was put together. */
void trail_add_pieces(struct trail *trail, const struct buffer *into, size_t start,
                      const struct trail *pieces);

#endif
