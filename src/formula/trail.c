#include "formula/trail.h"

static void add(struct trail *trail, const struct trail_piece *piece)
{
    if (piece->end == piece->start)
        return;
    trail->piece =
        arena_room(trail->arena, trail->piece, trail->pieces, &trail->room, sizeof *piece);
    trail->piece[trail->pieces++] = *piece;
}

void trail_add_wording(struct trail *trail, const struct buffer *into, size_t start,
                       struct trail_spot wording, struct trail_spot from)
{
    if (trail != NULL && trail->into == into)
        add(trail, &(struct trail_piece){
                       .start = start, .end = into->length, .wording = wording, .from = from});
}

void trail_add_value(struct trail *trail, const struct buffer *into, size_t start,
                     const struct value *value, struct trail_spot from)
{
    if (trail != NULL && trail->into == into)
        add(trail, &(struct trail_piece){.start = start,
                                         .end = into->length,
                                         .value = value_origin_of(value),
                                         .from = from});
}

void trail_add_pieces(struct trail *trail, const struct buffer *into, size_t start,
                      const struct trail *pieces)
{
    if (trail == NULL || trail->into != into)
        return;
    for (size_t i = 0; i < pieces->pieces; i++) {
        struct trail_piece piece = pieces->piece[i];
        piece.start += start;
        piece.end += start;
        add(trail, &piece);
    }
}
