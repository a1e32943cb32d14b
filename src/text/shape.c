/*
 * Cuts a paragraph into pieces that shape alike in any place (Thai words, runs of other
 * characters, single spaces), has each shaped (piece.c) and strings the results together.
 * Characters that draw nothing become empty clusters here and never reach a font.
 */
#include "text/shape.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/script.h"
#include "base/utf8.h"
#include "text/engine.h"

/* What is being built, in growing memory. */
struct builder {
    struct text_engine *engine;
    struct text_shaped *shaped;
    struct diag *diag;
    const struct characters *characters;
    struct shape_cluster *cluster;
    size_t clusters, cluster_room;
    struct shape_glyph *glyph;
    size_t glyphs, glyph_room;
    uint32_t span;    /* of the latest cluster */
    const char *file; /* the font of the latest piece, where it was set with one */
};

/* What a piece is made of, if not of anything else; a change ends it. */
enum {
    KINDS = CHARACTER_WORD | CHARACTER_BLANK | CHARACTER_INVISIBLE | CHARACTER_LINE_END,
    SINGLE = CHARACTER_BLANK | CHARACTER_INVISIBLE | CHARACTER_LINE_END
};

enum {
    DOTTED_CIRCLE = 0x25CC,
    PIECE_MOST = 256 /* characters: HarfBuzz goes back over all marks of a letter for each */
};

static struct shape_cluster *cluster_add(struct builder *b, const struct shape_cluster *like,
                                         size_t offset)
{
    while (b->span + 1 < b->shaped->spans && offset + like->start >= b->shaped->span[b->span].end)
        b->span++;
    b->cluster = memory_room(b->cluster, b->clusters, &b->cluster_room, sizeof *b->cluster);
    struct shape_cluster *cluster = &b->cluster[b->clusters++];
    *cluster = *like;
    cluster->start += (uint32_t)offset;
    cluster->end += (uint32_t)offset;
    cluster->glyph += (uint32_t)b->glyphs;
    cluster->span = b->span;
    return cluster;
}

static void report_missing(const struct builder *b, size_t at)
{
    char shown[5] = {0}, code[16];
    char32_t c = utf8_next(b->shaped->bytes, b->shaped->length, &at);
    if (script_from_right(c) != NULL) /* reported already */
        return;
    utf8_write(c, shown);
    snprintf(code, sizeof code, "U+%04X", (unsigned)c);
    enum diag_code message = MESSAGE_TEXT_GLYPH_MISSING;
    if ((c >= 0x1F000 && c <= 0x1FAFF) || c == 0x2705 || c == 0x274C)
        message = MESSAGE_TEXT_EMOJI;
    else if (c >= 0xE000 && c <= 0xF8FF)
        message = MESSAGE_TEXT_PRIVATE;
    diag_say(b->diag, message, b->shaped->place, shown, code);
}

/* Adds a shaped piece whose text begins at offset. */
static void add_piece(struct builder *b, const struct piece *piece, size_t offset)
{
    if (piece->files != 1 || piece->file[0] != b->file)
        fonts_used_add(&b->engine->used, piece->file, piece->files);
    b->file = piece->files == 1 ? piece->file[0] : NULL;
    for (size_t i = 0; i < piece->clusters; i++)
        cluster_add(b, &piece->cluster[i], offset);
    for (size_t i = 0; i < piece->glyphs; i++) {
        b->glyph = memory_room(b->glyph, b->glyphs, &b->glyph_room, sizeof *b->glyph);
        struct shape_glyph *glyph = &b->glyph[b->glyphs++];
        *glyph = piece->glyph[i];
        glyph->start += (uint32_t)offset;
        glyph->end += (uint32_t)offset;
        if (piece->missing && glyph->index == 0)
            report_missing(b, glyph->start);
    }
}

/* The fonts of the spans as Pango knows them. A font the folder lacks is reported. */
static const PangoFontDescription **describe_spans(struct builder *b, struct arena *arena)
{
    const PangoFontDescription **font =
        ARENA_NEW(arena, const PangoFontDescription *, b->shaped->spans + 1);
    for (size_t i = 0; i < b->shaped->spans; i++) {
        const struct text_font *name = &b->shaped->span[i].font;
        font[i] = fonts_describe(b->engine->resources->fonts, name);
        if (font[i] == NULL)
            diag_say(b->diag, MESSAGE_TEXT_FONT_MISSING, b->shaped->place, name->families);
    }
    return font;
}

/* The marks on a circle of dots that shows them belong to it. */
static size_t circle_end(const struct character *text, size_t circle, size_t limit)
{
    size_t end = circle + 1;
    while (end < limit && (text[end].class & CHARACTER_LEANS_BACK) && end - circle < PIECE_MOST)
        end++;
    return end;
}

/* The end of the piece that begins at `start`; `limit` is the end of text in the same font. */
static size_t piece_end(const struct builder *b, size_t start, size_t limit)
{
    const struct character *text = b->characters->at;
    unsigned kind = text[start].class & KINDS;
    size_t end = start + 1;
    if (limit - start > PIECE_MOST)
        limit = start + PIECE_MOST;
    while (!(kind & SINGLE) && end < limit && (text[end].class & KINDS) == kind &&
           (!text[end].word || (text[end].class & CHARACTER_LEANS_BACK)))
        end++;
    return text[end - 1].code == DOTTED_CIRCLE ? circle_end(text, end - 1, limit) : end;
}

/* Shapes the characters [start, end), all in one font. */
static void add_text(struct builder *b, const PangoFontDescription *font, size_t start, size_t end)
{
    struct pieces *pieces = b->engine->resources->pieces;
    const struct character *text = b->characters->at;
    while (start < end) {
        size_t stop = piece_end(b, start, end);
        size_t byte = text[start].start, length = text[stop].start - byte;
        unsigned class = text[start].class;
        struct shape_cluster empty = {.end = (uint32_t)length, .flags = SHAPE_CLOSED};
        if (class & CHARACTER_LINE_END)
            empty.flags |= SHAPE_FORCED;
        if (class & (CHARACTER_INVISIBLE | CHARACTER_LINE_END))
            cluster_add(b, &empty, byte);
        else if (class & CHARACTER_BLANK)
            add_piece(b, pieces_shape(pieces, font, " ", 1), byte);
        else
            add_piece(b, pieces_shape(pieces, font, b->shaped->bytes + byte, length), byte);
        start = stop;
    }
}

static void add_spans(struct builder *b, struct arena *scratch)
{
    const struct text_span *span = b->shaped->span;
    const PangoFontDescription **font = describe_spans(b, scratch);
    size_t start = 0, end = 0;
    for (size_t first = 0; first < b->shaped->spans; start = end) {
        size_t last = first;
        while (last + 1 < b->shaped->spans && font[last + 1] == font[first])
            last++;
        while (end < b->characters->count && b->characters->at[end].start < span[last].end)
            end++;
        add_text(b, font[first], start, end);
        first = last + 1;
    }
}

/* The first letter that is written from right to left, or what may not be typed. The readers of files refuse both at
 * their place; a reference of Markdown (&#1488;) can still name one. */
static void check_letters(const struct builder *b)
{
    for (size_t i = 0; i < b->characters->count; i++) {
        const struct character *at = &b->characters->at[i];
        const struct script *script = script_from_right(at->code);
        if (script == NULL && ((at->class & CHARACTER_LINE_END) || utf8_may_be_typed(at->code)))
            continue;
        char code[16];
        snprintf(code, sizeof code, "U+%04X", (unsigned)at->code);
        if (script != NULL)
            diag_say(b->diag, MESSAGE_TEXT_FROM_RIGHT, b->shaped->place, code, script->english,
                     script->thai);
        else
            diag_say(b->diag, MESSAGE_TEXT_CONTROL, b->shaped->place, code);
        return;
    }
}

void shape_paragraph(struct text_engine *engine, struct arena *arena, struct text_shaped *shaped,
                     struct diag *diag)
{
    struct builder b = {
        .engine = engine, .shaped = shaped, .diag = diag, .characters = engine->characters};
    check_letters(&b);
    add_spans(&b, arena);
    struct shape_cluster sentinel = {0};
    cluster_add(&b, &sentinel, shaped->length);
    shaped->clusters = b.clusters - 1;
    shaped->cluster = ARENA_NEW(arena, struct shape_cluster, b.clusters);
    memcpy(shaped->cluster, b.cluster, b.clusters * sizeof *b.cluster);
    shaped->glyphs = b.glyphs;
    shaped->glyph = ARENA_NEW(arena, struct shape_glyph, b.glyphs);
    if (b.glyphs > 0)
        memcpy(shaped->glyph, b.glyph, b.glyphs * sizeof *b.glyph);
    free(b.cluster);
    free(b.glyph);
}
