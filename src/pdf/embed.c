/*
 * HarfBuzz reads the tables; text/subset.c cuts the program down. Glyphs get new numbers in the program, in
 * the order of the numbers they had; variants that are no plain glyphs come after them (composites.c).
 */
#include "pdf/embed.h"

#include <hb-ot.h>
#include <stdlib.h>

#include "pdf/composites.h"
#include "text/fonts.h"
#include "text/subset.h"

enum { EM = 1000 };

/* Where numbers are in the tables. */
enum { HEAD_BOX = 36, NAME_MOST = 128 };

static int32_t thousandths(int64_t value, int64_t em)
{
    int64_t twice = value * EM * 2;
    return (int32_t)((twice >= 0 ? twice + em : twice - em) / (em * 2));
}

const void *embed_identity(const struct text_face *face)
{
    return hb_font_get_face(fonts_shaper(face));
}

int32_t embed_size(const struct text_face *face)
{
    return fonts_size(face);
}

/* The font at its own units, in which every number is exact. */
static hb_font_t *design_font(const struct text_face *face)
{
    return hb_font_create(hb_font_get_face(fonts_shaper(face)));
}

static int64_t units_of(const struct text_face *face)
{
    return hb_face_get_upem(hb_font_get_face(fonts_shaper(face)));
}

int32_t embed_width(const struct text_face *face, uint32_t glyph)
{
    hb_font_t *font = design_font(face);
    hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
    hb_font_destroy(font);
    return thousandths(width, units_of(face));
}

int32_t embed_units(const struct text_face *face, int32_t length)
{
    if (length == 0)
        return 0;
    int64_t twice = length * units_of(face) * 2, size = embed_size(face);
    return (int32_t)((twice >= 0 ? twice + size : twice - size) / (size * 2));
}

int32_t embed_design(const struct text_face *face, int32_t thousandths)
{
    return (int32_t)(thousandths * units_of(face) / EM);
}

uint32_t embed_glyph(const struct text_face *face, uint32_t character)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(fonts_shaper(face), character, &glyph) ? glyph : 0;
}

/* ---- About a font ---- */

/* The n-th of the 16-bit numbers from an offset on. */
static int32_t word_at(const char *table, int offset, int n)
{
    const unsigned char *at = (const unsigned char *)table + offset + n * 2;
    int32_t word = at[0] << 8 | at[1];
    return word >= 0x8000 ? word - 0x10000 : word;
}

static void read_box(hb_face_t *face, struct embed_about *about)
{
    hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const char *table = hb_blob_get_data(head, &length);
    if (length >= HEAD_BOX + 8) {
        int64_t em = hb_face_get_upem(face);
        about->left = thousandths(word_at(table, HEAD_BOX, 0), em);
        about->bottom = thousandths(word_at(table, HEAD_BOX, 1), em);
        about->right = thousandths(word_at(table, HEAD_BOX, 2), em);
        about->top = thousandths(word_at(table, HEAD_BOX, 3), em);
    }
    hb_blob_destroy(head);
}

static const char *read_name(hb_face_t *face, struct arena *arena)
{
    char name[NAME_MOST];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    size_t used = 0;
    for (size_t i = 0; i < size && name[i] != '\0'; i++)
        if ((name[i] >= '0' && name[i] <= '9') || (name[i] >= 'A' && name[i] <= 'Z') ||
            (name[i] >= 'a' && name[i] <= 'z') || name[i] == '-')
            name[used++] = name[i];
    return used > 0 ? arena_copy(arena, name, used) : "Font";
}

struct embed_about embed_about(const struct text_face *face, struct arena *arena)
{
    hb_font_t *font = design_font(face);
    int64_t em = units_of(face);
    struct embed_about about = {.name = read_name(hb_font_get_face(font), arena)};
    read_box(hb_font_get_face(font), &about);
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(font, &extents);
    about.ascent = thousandths(extents.ascender, em);
    about.descent = thousandths(extents.descender, em);
    hb_position_t cap = extents.ascender;
    hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
    about.cap_height = thousandths(cap, em);
    about.slant = (int32_t)hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE);
    about.weight = (int32_t)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);
    hb_font_destroy(font);
    return about;
}

/* ---- The program ---- */

/* Of every variant its glyph and the one added to it (0, which every program has, where there is none). */
static uint32_t *glyphs_of(const struct embed_variant *variant, size_t count)
{
    uint32_t *glyph = memory_grow(NULL, 2 * count + 1, sizeof *glyph);
    for (size_t i = 0; i < count; i++) {
        glyph[2 * i] = variant[i].glyph;
        glyph[2 * i + 1] = variant[i].added;
    }
    return glyph;
}

/* The variants with the glyphs' numbers in the program that was cut down. */
static struct embed_variant *renumber(const uint32_t *glyph, const struct embed_variant *variant,
                                      size_t count)
{
    struct embed_variant *renumbered = memory_grow(NULL, count + 1, sizeof *renumbered);
    for (size_t i = 0; i < count; i++) {
        renumbered[i] = variant[i];
        renumbered[i].glyph = glyph[2 * i];
        if (variant[i].added != 0)
            renumbered[i].added = glyph[2 * i + 1];
    }
    return renumbered;
}

bool embed_program(const struct text_face *face, const struct embed_variant *variant, size_t count,
                   uint32_t *number, struct buffer *out)
{
    uint32_t *glyph = glyphs_of(variant, count);
    struct buffer cut = {0};
    struct subset_wanted wanted = {.glyph = glyph, .glyphs = 2 * count};
    bool good = subset_make(face, &wanted, glyph, &cut);
    if (good) {
        struct embed_variant *renumbered = renumber(glyph, variant, count);
        struct composites composites = {.variant = renumbered, .count = count};
        composites.number = number;
        good = composites_add(cut.bytes, cut.length, &composites, out);
        free(renumbered);
    }
    buffer_free(&cut);
    free(glyph);
    return good;
}
