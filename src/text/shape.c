/*
 * Itemizes and shapes a paragraph once, with Pango and HarfBuzz.
 *
 * The text is shaped in stretches between characters that draw nothing (zero-width space, word
 * joiner, line ends); those become empty clusters here and never reach a font. Inside a stretch
 * each shaping cluster is matched to its characters (match.c) and split before the AA of a SARA AM,
 * where justification may open a gap.
 */
#include "text/shape.h"

#include <assert.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/match.h"

enum { SARA_AM = 0x0E33, NIKHAHIT = 0x0E4D, SARA_AA = 0x0E32 };

/* What is being built, in growing memory. */
struct builder {
    struct fonts *fonts;
    struct text_shaped *shaped;
    struct diag *diag;
    const char *text; /* the paragraph with tabs as spaces */
    PangoAttrList *attributes;
    struct shape_cluster *cluster;
    size_t clusters, cluster_room;
    struct shape_glyph *glyph;
    size_t glyphs, glyph_room;
    uint32_t span; /* of the latest cluster */
};

static bool is_line_end(char32_t c)
{
    return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* Characters that draw nothing and take no room. */
static bool is_invisible(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
           (c < 0x20 && c != '\t' && c != '\r') || c == 0x7F;
}

static uint8_t flags_of(char32_t c)
{
    if (c == ' ' || c == '\t' || c == '\r')
        return SHAPE_SPACE | SHAPE_FLEXIBLE;
    if (c == 0x00A0)
        return SHAPE_FLEXIBLE;
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x3000)
        return SHAPE_SPACE;
    return c == 0x202F ? SHAPE_CLOSED : 0;
}

static struct shape_cluster *cluster_add(struct builder *b, size_t start, size_t end)
{
    while (b->span + 1 < b->shaped->spans && start >= b->shaped->span[b->span].end)
        b->span++;
    b->cluster = memory_room(b->cluster, b->clusters, &b->cluster_room, sizeof *b->cluster);
    struct shape_cluster *cluster = &b->cluster[b->clusters++];
    *cluster = (struct shape_cluster){.start = (uint32_t)start,
                                      .end = (uint32_t)end,
                                      .glyph = (uint32_t)b->glyphs,
                                      .span = b->span};
    return cluster;
}

static struct shape_glyph *glyph_add(struct builder *b, const struct shape_glyph *glyph)
{
    b->glyph = memory_room(b->glyph, b->glyphs, &b->glyph_room, sizeof *b->glyph);
    b->glyph[b->glyphs] = *glyph;
    return &b->glyph[b->glyphs++];
}

static void report_missing(const struct builder *b, char32_t c)
{
    char shown[5] = {0}, code[16];
    utf8_write(c, shown);
    snprintf(code, sizeof code, "U+%04X", (unsigned)c);
    diag_say(b->diag, DIAG_TEXT_GLYPH_MISSING, b->shaped->place, shown, code);
}

/* The characters of a shaping cluster as parts; false when there are too many to match. */
static bool split_parts(const struct builder *b, size_t start, size_t end,
                        const struct text_face *face, struct match_part *part, size_t *parts)
{
    *parts = 0;
    for (size_t at = start; at < end;) {
        size_t from = at;
        char32_t c = utf8_next(b->text, end, &at);
        if (*parts + 2 > MATCH_MOST)
            return false;
        struct match_part whole = {c, (uint32_t)from, (uint32_t)at, TEXT_GLYPH_PLAIN};
        part[(*parts)++] = whole;
        if (c == SARA_AM && fonts_face_glyph(face, NIKHAHIT) != 0) {
            part[*parts - 1].character = NIKHAHIT;
            part[*parts - 1].role = TEXT_GLYPH_NIKHAHIT;
            part[*parts] = whole;
            part[*parts].character = SARA_AA;
            part[(*parts)++].role = TEXT_GLYPH_AM;
        }
    }
    return true;
}

/* Copies the glyphs [first, last) with positions from the cluster's origin; returns its width. */
static int32_t copy_glyphs(struct builder *b, const PangoGlyphInfo *info, int first, int last,
                           const struct text_face *face)
{
    int32_t pen = 0;
    for (int i = first; i < last; i++) {
        const PangoGlyphGeometry *geometry = &info[i].geometry;
        struct shape_glyph glyph = {.index = info[i].glyph,
                                    .x = pen + geometry->x_offset,
                                    .y = geometry->y_offset,
                                    .advance = geometry->width,
                                    .face = face};
        pen += geometry->width;
        if (info[i].glyph == PANGO_GLYPH_EMPTY)
            continue;
        if (info[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            report_missing(b, info[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            glyph.index = 0;
        }
        glyph_add(b, &glyph);
    }
    return pen;
}

/* Opens a cluster of its own for the AA that ends a SARA AM. */
static void split_am(struct builder *b, size_t first)
{
    struct shape_glyph *aa = &b->glyph[b->glyphs - 1];
    if (b->glyphs - first < 2 || aa->role != TEXT_GLYPH_AM)
        return;
    struct shape_cluster *whole = &b->cluster[b->clusters - 1];
    if (aa->advance <= 0 || whole->start == aa->start)
        return;
    int32_t origin = whole->width - aa->advance;
    uint32_t end = whole->end;
    whole->width = origin;
    whole->end = aa->start;
    aa->x -= origin;
    struct shape_cluster *tail = cluster_add(b, aa->start, end);
    tail->glyph = (uint32_t)(b->glyphs - 1);
    tail->width = aa->advance;
}

/* One shaping cluster: bytes [start, end), glyphs [first, last). */
static void add_cluster(struct builder *b, size_t start, size_t end, const PangoGlyphInfo *info,
                        const int *range, const struct text_face *face)
{
    size_t at = start;
    char32_t c = utf8_next(b->text, end, &at);
    struct shape_cluster *cluster = cluster_add(b, start, end);
    cluster->flags = flags_of(c);
    size_t first = b->glyphs;
    cluster->width = copy_glyphs(b, info, range[0], range[1], face);
    size_t count = b->glyphs - first;
    struct match_part part[MATCH_MOST];
    size_t parts = 0;
    bool plain = at == end && count == 1 && c != SARA_AM;
    if (!plain && count > 0 && count <= MATCH_MOST &&
        split_parts(b, start, end, face, part, &parts)) {
        match_glyphs(part, parts, &b->glyph[first], count);
        split_am(b, first);
        return;
    }
    for (size_t i = first; i < b->glyphs; i++) {
        b->glyph[i].start = (uint32_t)start;
        b->glyph[i].end = (uint32_t)end;
    }
}

/* A mark keeps a cluster number of its own even where the font swaps its glyph with another's. */
static bool starts_with_mark(const struct builder *b, size_t at)
{
    return utf8_is_thai_mark(utf8_next(b->text, b->shaped->length, &at));
}

static void add_item(struct builder *b, PangoItem *item, PangoGlyphString *string)
{
    /* Pango takes the language of other scripts from the environment; ours is fixed. */
    item->analysis.language = pango_language_from_string("th");
    const char *text = b->text + item->offset;
    pango_shape_full(text, item->length, NULL, 0, &item->analysis, string);
    const struct text_face *face = fonts_face(b->fonts, item->analysis.font);
    for (int i = 0; i < string->num_glyphs;) {
        int start = string->log_clusters[i];
        int range[2] = {i, i};
        while (range[1] < string->num_glyphs &&
               (string->log_clusters[range[1]] == start ||
                starts_with_mark(b, (size_t)(item->offset + string->log_clusters[range[1]]))))
            range[1]++;
        i = range[1];
        int end = i < string->num_glyphs ? string->log_clusters[i] : item->length;
        assert(end > start);
        add_cluster(b, (size_t)(item->offset + start), (size_t)(item->offset + end), string->glyphs,
                    range, face);
    }
}

static void add_stretch(struct builder *b, size_t start, size_t end)
{
    if (start == end)
        return;
    GList *items = pango_itemize(fonts_context(b->fonts), b->text, (int)start, (int)(end - start),
                                 b->attributes, NULL);
    PangoGlyphString *string = pango_glyph_string_new();
    for (GList *at = items; at != NULL; at = at->next) {
        add_item(b, at->data, string);
        pango_item_free(at->data);
    }
    pango_glyph_string_free(string);
    g_list_free(items);
}

/* The fonts of the spans, for Pango. A font the folder lacks is reported. */
static PangoAttrList *attributes_new(struct builder *b)
{
    PangoAttrList *list = pango_attr_list_new();
    for (size_t i = 0; i < b->shaped->spans; i++) {
        const struct text_span *span = &b->shaped->span[i];
        const PangoFontDescription *description = fonts_describe(b->fonts, &span->font);
        if (description == NULL) {
            diag_say(b->diag, DIAG_TEXT_FONT_MISSING, b->shaped->place, span->font.families);
            continue;
        }
        PangoAttribute *attribute = pango_attr_font_desc_new(description);
        attribute->start_index = (guint)span->start;
        attribute->end_index = (guint)span->end;
        pango_attr_list_insert(list, attribute);
    }
    return list;
}

/* The text as it is shaped: tabs and returns are spaces. */
static const char *plain_text(struct arena *arena, const struct text_shaped *shaped)
{
    char *text = arena_copy(arena, shaped->bytes, shaped->length);
    for (size_t i = 0; i < shaped->length; i++)
        if (text[i] == '\t' || text[i] == '\r')
            text[i] = ' ';
    return text;
}

static void add_text(struct builder *b)
{
    size_t start = 0;
    for (size_t at = 0; at < b->shaped->length;) {
        size_t from = at;
        char32_t c = utf8_next(b->text, b->shaped->length, &at);
        if (!is_line_end(c) && !is_invisible(c))
            continue;
        add_stretch(b, start, from);
        struct shape_cluster *empty = cluster_add(b, from, at);
        empty->flags = SHAPE_CLOSED | (is_line_end(c) ? SHAPE_FORCED : 0);
        start = at;
    }
    add_stretch(b, start, b->shaped->length);
    cluster_add(b, b->shaped->length, b->shaped->length);
}

void shape_paragraph(struct fonts *fonts, struct arena *arena, struct text_shaped *shaped,
                     struct diag *diag)
{
    struct builder b = {.fonts = fonts, .shaped = shaped, .diag = diag};
    b.text = plain_text(arena, shaped);
    b.attributes = attributes_new(&b);
    add_text(&b);
    pango_attr_list_unref(b.attributes);
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
