/*
 * HarfBuzz reads the tables and cuts the program down. Glyphs get new numbers in the program, in
 * the order of the numbers they had; variants that are no plain glyphs come after them (composites.c).
 */
#include "pdf/embed.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>

#include "pdf/composites.h"
#include "text/fonts.h"

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
    int x, y;
    hb_font_get_scale(fonts_shaper(face), &x, &y);
    return x;
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

static void drop_tables(hb_subset_input_t *input)
{
    static const char *const TABLES[] = {"GSUB", "GPOS", "GDEF", "kern", "cmap", "name", "OS/2",
                                         "post", "gasp", "cvt ", "fpgm", "prep", "DSIG", "FFTM"};
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++)
        hb_set_add(drop, hb_tag_from_string(TABLES[i], 4));
}

static hb_subset_plan_t *plan_new(hb_face_t *face, const struct embed_variant *variant,
                                  size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        hb_set_add(hb_subset_input_glyph_set(input), variant[i].glyph);
        hb_set_add(hb_subset_input_glyph_set(input), variant[i].added);
    }
    drop_tables(input);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* The variants with the glyphs' numbers in the program that was cut down. */
static struct embed_variant *renumber(const hb_map_t *map, const struct embed_variant *variant,
                                      size_t count)
{
    struct embed_variant *renumbered = memory_grow(NULL, count + 1, sizeof *renumbered);
    for (size_t i = 0; i < count; i++) {
        renumbered[i] = variant[i];
        renumbered[i].glyph = hb_map_get(map, variant[i].glyph);
        if (variant[i].added != 0)
            renumbered[i].added = hb_map_get(map, variant[i].added);
    }
    return renumbered;
}

bool embed_program(const struct text_face *face, const struct embed_variant *variant, size_t count,
                   uint32_t *number, struct buffer *out)
{
    hb_subset_plan_t *plan = plan_new(hb_font_get_face(fonts_shaper(face)), variant, count);
    hb_face_t *cut = plan != NULL ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool good = cut != NULL;
    if (good) {
        struct embed_variant *renumbered =
            renumber(hb_subset_plan_old_to_new_glyph_mapping(plan), variant, count);
        hb_blob_t *blob = hb_face_reference_blob(cut);
        unsigned length;
        const char *bytes = hb_blob_get_data(blob, &length);
        good = composites_add(bytes, length, &(struct composites){renumbered, count, number}, out);
        hb_blob_destroy(blob);
        free(renumbered);
    }
    hb_face_destroy(cut);
    hb_subset_plan_destroy(plan);
    return good;
}
