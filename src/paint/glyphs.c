/*
 * A piece is cut into runs of one face and colour. The ring of a SARA AM is no text: rings wait and
 * are filled after the text of the piece (rings.c). Its AA comes from the second face, where it
 * stands for the whole SARA AM (text/fonts.h).
 */
#include "paint/glyphs.h"

#include "paint/rings.h"
#include "paint/spoken.h"
#include "text/fonts.h"

struct run {
    cairo_glyph_t *glyph;
    cairo_text_cluster_t *cluster;
    int glyphs, clusters;
    struct buffer text;
};

static cairo_scaled_font_t *font_of(const struct text_glyph *glyph)
{
    return glyph->role == TEXT_GLYPH_AM ? fonts_scaled_am(glyph->face) : fonts_scaled(glyph->face);
}

static cairo_glyph_t place(const struct glyphs_piece *piece, const struct text_glyph *glyph)
{
    return (cairo_glyph_t){.index = glyph->index,
                           .x = painter_points(piece->x + glyph->x),
                           .y = painter_points(piece->y + glyph->y)};
}

/* Adds a glyph; one with the text of the glyph before it shares that one's cluster. */
static void run_add(struct run *run, struct painter *painter, const struct glyphs_piece *piece,
                    size_t index)
{
    const struct text_glyph *glyph = &piece->glyph[index];
    const struct text_glyph *before = index > 0 ? glyph - 1 : NULL;
    run->glyph[run->glyphs++] = place(piece, glyph);
    if (run->clusters > 0 && before->role == glyph->role && before->start == glyph->start &&
        before->end == glyph->end) {
        run->cluster[run->clusters - 1].num_glyphs++;
        return;
    }
    const char *bytes = piece->bytes + (glyph->start - piece->bytes_start);
    size_t length = run->text.length;
    buffer_add_string(&run->text, spoken_text(painter->scratch, bytes, glyph->end - glyph->start));
    run->cluster[run->clusters++] =
        (cairo_text_cluster_t){.num_bytes = (int)(run->text.length - length), .num_glyphs = 1};
}

static void run_show(struct run *run, struct painter *painter)
{
    if (run->glyphs > 0)
        cairo_show_text_glyphs(painter->cr, buffer_text(&run->text), (int)run->text.length,
                               run->glyph, run->glyphs, run->cluster, run->clusters, 0);
    run->glyphs = 0;
    run->clusters = 0;
    buffer_clear(&run->text);
}

static bool same_run(const struct text_glyph *a, const struct text_glyph *b)
{
    return a->face == b->face && a->colour == b->colour &&
           (a->role == TEXT_GLYPH_AM) == (b->role == TEXT_GLYPH_AM);
}

static void draw_text(struct painter *painter, const struct glyphs_piece *piece)
{
    struct run run = {.glyph = ARENA_NEW(painter->scratch, cairo_glyph_t, piece->count),
                      .cluster = ARENA_NEW(painter->scratch, cairo_text_cluster_t, piece->count)};
    const struct text_glyph *last = NULL;
    for (size_t i = 0; i < piece->count; i++) {
        const struct text_glyph *glyph = &piece->glyph[i];
        if (glyph->role == TEXT_GLYPH_NIKHAHIT)
            continue;
        if (last == NULL || !same_run(last, glyph)) {
            run_show(&run, painter);
            painter_font(painter, font_of(glyph));
            painter_colour(painter, glyph->colour);
        }
        run_add(&run, painter, piece, i);
        last = glyph;
    }
    run_show(&run, painter);
    buffer_free(&run.text);
}

void glyphs_draw(struct painter *painter, const struct glyphs_piece *piece)
{
    draw_text(painter, piece);
    rings_draw(painter, piece);
}
