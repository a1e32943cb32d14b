/*
 * Itemizes and shapes one word with Pango and HarfBuzz, matches its glyphs to its characters
 * (match.c) and splits it into clusters, with the AA of a SARA AM in a cluster of its own, since
 * justification may open a gap before it. Finished words are kept in a hash table.
 */
#include "text/piece.h"

#include <assert.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/letters.h"
#include "text/match.h"

enum {
    NIKHAHIT = 0x0E4D,
    SARA_AA = 0x0E32,
    BUCKETS = 4096,
    KEPT_MOST = 50000, /* words in the table */
    KEPT_LENGTH = 96   /* bytes: longer words are unlikely to come again */
};

struct entry {
    struct entry *next;
    const PangoFontDescription *font;
    const char *text;
    size_t length;
    struct piece piece;
};

struct pieces {
    struct fonts *fonts;
    struct arena *arena;
    struct entry **bucket;
    size_t kept;
    PangoGlyphString *string;
    /* The piece being made. */
    struct piece work;
    size_t cluster_room, glyph_room;
    const char **file;
    size_t file_room;
    const char *text;
};

struct pieces *pieces_new(struct fonts *fonts)
{
    struct pieces *pieces = memory_zeroed(1, sizeof *pieces);
    pieces->fonts = fonts;
    pieces->arena = arena_new();
    pieces->bucket = memory_zeroed(BUCKETS, sizeof *pieces->bucket);
    pieces->string = pango_glyph_string_new();
    return pieces;
}

void pieces_free(struct pieces *pieces)
{
    if (pieces == NULL)
        return;
    pango_glyph_string_free(pieces->string);
    arena_free(pieces->arena);
    free(pieces->bucket);
    free(pieces->work.cluster);
    free(pieces->work.glyph);
    free(pieces->file);
    free(pieces);
}

/* ---- Making ---- */

static uint8_t flags_of(char32_t c)
{
    if (c == ' ')
        return SHAPE_SPACE | SHAPE_FLEXIBLE;
    if (c == 0x00A0)
        return SHAPE_FLEXIBLE;
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x3000)
        return SHAPE_SPACE;
    return c == 0x202F ? SHAPE_CLOSED : 0;
}

static struct shape_cluster *cluster_add(struct pieces *p, size_t start, size_t end)
{
    struct piece *work = &p->work;
    work->cluster =
        memory_room(work->cluster, work->clusters, &p->cluster_room, sizeof *work->cluster);
    struct shape_cluster *cluster = &work->cluster[work->clusters++];
    *cluster = (struct shape_cluster){
        .start = (uint32_t)start, .end = (uint32_t)end, .glyph = (uint32_t)work->glyphs};
    return cluster;
}

static void glyph_add(struct pieces *p, const struct shape_glyph *glyph)
{
    struct piece *work = &p->work;
    work->glyph = memory_room(work->glyph, work->glyphs, &p->glyph_room, sizeof *work->glyph);
    work->glyph[work->glyphs++] = *glyph;
}

/* The characters of a shaping cluster as parts; false when there are too many to match. */
static bool split_parts(const struct pieces *p, size_t start, size_t end,
                        const struct text_face *face, struct match_part *part, size_t *parts)
{
    *parts = 0;
    for (size_t at = start; at < end;) {
        size_t from = at;
        char32_t c = utf8_next(p->text, end, &at);
        if (*parts + 2 > MATCH_MOST)
            return false;
        struct match_part whole = {c, (uint32_t)from, (uint32_t)at, TEXT_GLYPH_PLAIN};
        part[(*parts)++] = whole;
        if (c == LETTER_SARA_AM && fonts_face_glyph(face, NIKHAHIT) != 0) {
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
static int32_t copy_glyphs(struct pieces *p, int first, int last, const struct text_face *face)
{
    int32_t pen = 0;
    for (int i = first; i < last; i++) {
        const PangoGlyphInfo *info = &p->string->glyphs[i];
        struct shape_glyph glyph = {.index = info->glyph,
                                    .x = pen + info->geometry.x_offset,
                                    .y = info->geometry.y_offset,
                                    .advance = info->geometry.width,
                                    .face = face};
        pen += info->geometry.width;
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            p->work.missing = true;
            glyph.index = 0;
        }
        glyph_add(p, &glyph);
    }
    return pen;
}

/* Opens a cluster of its own for the AA that ends a SARA AM. */
static void split_am(struct pieces *p, size_t first)
{
    struct piece *work = &p->work;
    struct shape_glyph *aa = &work->glyph[work->glyphs - 1];
    struct shape_cluster *whole = &work->cluster[work->clusters - 1];
    if (work->glyphs - first < 2 || aa->role != TEXT_GLYPH_AM || aa->advance <= 0 ||
        whole->start == aa->start)
        return;
    int32_t origin = whole->width - aa->advance;
    uint32_t end = whole->end;
    whole->width = origin;
    whole->end = aa->start;
    aa->x -= origin;
    struct shape_cluster *tail = cluster_add(p, aa->start, end);
    tail->glyph = (uint32_t)(work->glyphs - 1);
    tail->width = aa->advance;
}

/* One shaping cluster: bytes [start, end), glyphs [range[0], range[1]). */
static void add_cluster(struct pieces *p, size_t start, size_t end, const int *range,
                        const struct text_face *face)
{
    size_t at = start;
    char32_t c = utf8_next(p->text, end, &at);
    struct shape_cluster *cluster = cluster_add(p, start, end);
    cluster->flags = flags_of(c);
    size_t first = p->work.glyphs;
    cluster->width = copy_glyphs(p, range[0], range[1], face);
    size_t count = p->work.glyphs - first;
    struct match_part part[MATCH_MOST];
    size_t parts = 0;
    bool plain = at == end && count == 1 && c != LETTER_SARA_AM;
    if (!plain && count > 0 && count <= MATCH_MOST &&
        split_parts(p, start, end, face, part, &parts)) {
        match_glyphs(part, parts, &p->work.glyph[first], count);
        split_am(p, first);
        return;
    }
    for (size_t i = first; i < p->work.glyphs; i++) {
        p->work.glyph[i].start = (uint32_t)start;
        p->work.glyph[i].end = (uint32_t)end;
    }
}

/* HarfBuzz numbers marks by themselves, though a font may swap their glyphs: we take them in. */
static bool joins_before(const struct pieces *p, size_t at, size_t length)
{
    char32_t c = utf8_next(p->text, length, &at);
    return utf8_is_thai_mark(c) || c == LETTER_SARA_AM;
}

/* The glyph after the last one that belongs with the glyph `first`. */
static int cluster_end(const struct pieces *p, const PangoItem *item, int first)
{
    const PangoGlyphString *string = p->string;
    size_t length = (size_t)(item->offset + item->length);
    int last = first + 1;
    while (last < string->num_glyphs &&
           (string->log_clusters[last] == string->log_clusters[last - 1] ||
            joins_before(p, (size_t)(item->offset + string->log_clusters[last]), length)))
        last++;
    return last;
}

static void add_file(struct pieces *p, const char *path)
{
    for (size_t i = 0; i < p->work.files; i++)
        if (p->file[i] == path)
            return;
    p->file = memory_room(p->file, p->work.files, &p->file_room, sizeof *p->file);
    p->file[p->work.files++] = path;
    p->work.file = p->file;
}

static void add_item(struct pieces *p, PangoItem *item)
{
    /* Pango takes the language of other scripts from the environment; ours is fixed. */
    item->analysis.language = pango_language_from_string("th");
    item->analysis.level =
        0; /* what is written from right to left is refused (shape.c), but must not turn glyphs round */
    pango_shape_full(p->text + item->offset, item->length, NULL, 0, &item->analysis, p->string);
    const struct text_face *face = fonts_face(p->fonts, item->analysis.font);
    add_file(p, fonts_face_file(face));
    for (int i = 0; i < p->string->num_glyphs;) {
        int start = p->string->log_clusters[i];
        int range[2] = {i, cluster_end(p, item, i)};
        i = range[1];
        int end = i < p->string->num_glyphs ? p->string->log_clusters[i] : item->length;
        assert(end > start);
        add_cluster(p, (size_t)(item->offset + start), (size_t)(item->offset + end), range, face);
    }
}

/* Shapes the bytes [start, end) of the text. */
static void shape_part(struct pieces *p, const struct fonts_choice *choice, size_t start,
                       size_t end)
{
    if (start == end)
        return;
    PangoAttrList *attributes = pango_attr_list_new();
    /* No ligatures: every glyph shows characters of its own. */
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
    if (choice->description != NULL)
        pango_attr_list_insert(attributes, pango_attr_font_desc_new(choice->description));
    GList *items =
        pango_itemize(choice->context, p->text, (int)start, (int)(end - start), attributes, NULL);
    for (GList *at = items; at != NULL; at = at->next) {
        fonts_settle(p->fonts, choice, ((PangoItem *)at->data)->analysis.language);
        add_item(p, at->data);
        pango_item_free(at->data);
    }
    g_list_free(items);
    pango_attr_list_unref(attributes);
}

/* ---- Signs that no font of the text has ---- */

enum { HYPHEN = 0x2010, NO_BREAK_HYPHEN = 0x2011 };

/* A sign of the text, and what to shape it with. */
struct sign {
    size_t start, end;
    struct fonts_choice choice;
    bool is_hyphen; /* drawn as the plain one, which every font has */
};

struct sign_list {
    struct sign *item;
    size_t count, room;
};

/* The characters without a glyph that can be had from elsewhere. */
static struct sign_list find_signs(const struct pieces *p, const struct fonts_choice *text)
{
    struct sign_list signs = {0};
    for (size_t i = 0; i < p->work.glyphs; i++) {
        const struct shape_glyph *glyph = &p->work.glyph[i];
        size_t end = glyph->start;
        if (glyph->index != 0 ||
            (signs.count > 0 && glyph->start < signs.item[signs.count - 1].end))
            continue;
        char32_t c = utf8_next(p->text, glyph->end, &end);
        struct sign sign = {.start = glyph->start, .end = end, .choice = *text};
        sign.is_hyphen = c == HYPHEN || c == NO_BREAK_HYPHEN;
        if (!sign.is_hyphen && !fonts_sign(p->fonts, c, text->description, &sign.choice))
            continue;
        signs.item = memory_room(signs.item, signs.count, &signs.room, sizeof *signs.item);
        signs.item[signs.count++] = sign;
    }
    return signs;
}

/* The plain hyphen's glyph, which says the character of the text. */
static void shape_hyphen_as(struct pieces *p, const struct sign *sign)
{
    const char *text = p->text;
    size_t cluster = p->work.clusters, glyph = p->work.glyphs;
    p->text = "-";
    shape_part(p, &sign->choice, 0, 1);
    p->text = text;
    for (; cluster < p->work.clusters; cluster++) {
        p->work.cluster[cluster].start = (uint32_t)sign->start;
        p->work.cluster[cluster].end = (uint32_t)sign->end;
    }
    for (; glyph < p->work.glyphs; glyph++) {
        p->work.glyph[glyph].start = (uint32_t)sign->start;
        p->work.glyph[glyph].end = (uint32_t)sign->end;
    }
}

static void start_piece(struct pieces *p)
{
    p->work.clusters = p->work.glyphs = p->work.files = 0;
    p->work.missing = false;
}

/* Shapes a text again with the signs that it lacks from other fonts. */
static void shape_with_signs(struct pieces *p, const struct fonts_choice *text, size_t length)
{
    struct sign_list signs = find_signs(p, text);
    size_t at = 0;
    if (signs.count > 0)
        start_piece(p);
    else
        at = length;
    for (size_t i = 0; i < signs.count; i++) {
        const struct sign *sign = &signs.item[i];
        shape_part(p, text, at, sign->start);
        if (sign->is_hyphen)
            shape_hyphen_as(p, sign);
        else
            shape_part(p, &sign->choice, sign->start, sign->end);
        at = sign->end;
    }
    shape_part(p, text, at, length);
    free(signs.item);
}

static void make(struct pieces *p, const PangoFontDescription *font, size_t length)
{
    struct fonts_choice choice = {fonts_context(p->fonts), font};
    start_piece(p);
    shape_part(p, &choice, 0, length);
    if (p->work.missing)
        shape_with_signs(p, &choice, length);
}

/* ---- Keeping ---- */

static size_t hash_of(const PangoFontDescription *font, const char *text, size_t length)
{
    uint32_t hash = hash_bytes(HASH_START, text, length);
    if (font != NULL)
        hash ^= (uint32_t)pango_font_description_get_size(font) * 2654435761u;
    return hash % BUCKETS;
}

static const struct piece *keep(struct pieces *p, struct entry **bucket, const struct entry *like)
{
    struct entry *entry = ARENA_NEW(p->arena, struct entry, 1);
    *entry = *like;
    entry->text = arena_copy(p->arena, like->text, like->length);
    entry->piece = p->work;
    entry->piece.cluster = ARENA_NEW(p->arena, struct shape_cluster, p->work.clusters);
    memcpy(entry->piece.cluster, p->work.cluster, p->work.clusters * sizeof *entry->piece.cluster);
    entry->piece.glyph = ARENA_NEW(p->arena, struct shape_glyph, p->work.glyphs);
    if (p->work.glyphs > 0)
        memcpy(entry->piece.glyph, p->work.glyph, p->work.glyphs * sizeof *entry->piece.glyph);
    const char **file = ARENA_NEW(p->arena, const char *, p->work.files);
    for (size_t f = 0; f < p->work.files; f++)
        file[f] = p->work.file[f];
    entry->piece.file = file;
    entry->next = *bucket;
    *bucket = entry;
    p->kept++;
    return &entry->piece;
}

const struct piece *pieces_shape(struct pieces *pieces, const PangoFontDescription *font,
                                 const char *text, size_t length)
{
    struct entry like = {.font = font, .text = text, .length = length};
    struct entry **bucket = &pieces->bucket[hash_of(font, text, length)];
    for (struct entry *entry = *bucket; entry != NULL; entry = entry->next)
        if (entry->length == length && entry->font == font &&
            memcmp(entry->text, text, length) == 0)
            return &entry->piece;
    pieces->text = text;
    make(pieces, font, length);
    if (length > KEPT_LENGTH || pieces->kept >= KEPT_MOST)
        return &pieces->work;
    return keep(pieces, bucket, &like);
}
