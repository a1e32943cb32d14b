/*
 * Fonts cut down for a PDF: the program has the glyphs asked for, its variants are where they were
 * moved to and are as wide as was said. HarfBuzz reads the program again.
 */
#include "unit_text.h"

#include <hb-ot.h>
#include <stdlib.h>

#include "pdf/composites.h"
#include "pdf/embed.h"

enum { VARIANTS = 5, PLAIN = 0, MOVED, WIDER, WITH_RING, NOTHING };

struct program {
    const struct text_face *face;
    struct embed_variant variant[VARIANTS];
    uint32_t number[VARIANTS];
    struct buffer bytes;
    hb_font_t *font;
};

static const struct text_face *face_of(struct text_bench *bench, const char *families)
{
    struct text_shaped *shaped = text_bench_shape_in(bench, "กอไก่", families);
    struct text_lines lines = text_bench_cut(bench, shaped, 900 * PT, TEXT_LEFT);
    return text_line_glyphs(&lines.line[0], bench->arena).glyph[0].face;
}

static hb_font_t *font_of(const struct buffer *bytes)
{
    hb_blob_t *blob =
        hb_blob_create(bytes->bytes, (unsigned)bytes->length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

static struct program program_open(struct text_bench *bench, const char *families)
{
    struct program p = {.face = face_of(bench, families)};
    uint32_t letter = embed_glyph(p.face, 0x0E01), mark = embed_glyph(p.face, 0x0E48);
    p.variant[PLAIN] = (struct embed_variant){.glyph = letter};
    p.variant[MOVED] = (struct embed_variant){.glyph = mark, .x = 70, .y = -30};
    p.variant[WIDER] = (struct embed_variant){.glyph = letter, .wider = -120};
    p.variant[WITH_RING] = (struct embed_variant){
        .glyph = letter, .added = embed_glyph(p.face, 0x0E4D), .added_x = 400, .added_y = 11};
    p.variant[NOTHING] = (struct embed_variant){.glyph = embed_glyph(p.face, ' '), .wider = 5};
    assert_true(embed_program(p.face, p.variant, VARIANTS, p.number, &p.bytes));
    p.font = font_of(&p.bytes);
    return p;
}

static void program_close(struct program *p)
{
    hb_font_destroy(p->font);
    buffer_free(&p->bytes);
}

static hb_glyph_extents_t extents_of(const struct program *p, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    assert_true(hb_font_get_glyph_extents(p->font, glyph, &extents));
    return extents;
}

static void check_variants(struct program *p)
{
    int width = hb_font_get_glyph_h_advance(p->font, p->number[PLAIN]);
    assert_int_equal(hb_font_get_glyph_h_advance(p->font, p->number[WIDER]), width - 120);
    assert_int_equal(hb_font_get_glyph_h_advance(p->font, p->number[WITH_RING]), width);
    hb_glyph_extents_t plain = extents_of(p, p->number[PLAIN]);
    hb_glyph_extents_t same = extents_of(p, p->number[WIDER]);
    assert_int_equal(same.width, plain.width);
    assert_int_equal(same.x_bearing, plain.x_bearing);
    hb_glyph_extents_t ringed = extents_of(p, p->number[WITH_RING]);
    assert_true(ringed.height < plain.height); /* downwards is negative: it is higher */
}

static void variants_are_where_they_were_moved(void **state)
{
    static const char *const FONTS[] = {"Laksaman", "Garuda", "Norasi"};
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        struct program p = program_open(*state, FONTS[f]);
        check_variants(&p);
        hb_face_t *face = hb_font_get_face(p.font);
        assert_int_equal(hb_face_get_glyph_count(face) > p.number[NOTHING], true);
        program_close(&p);
    }
}

/* The moved mark, drawn from the whole font and from the program, differs by what it was moved. */
static void marks_are_moved(void **state)
{
    struct program p = program_open(*state, "Laksaman");
    struct embed_variant plain = {.glyph = p.variant[MOVED].glyph};
    uint32_t number;
    struct buffer bytes = {0};
    assert_true(embed_program(p.face, &plain, 1, &number, &bytes));
    hb_font_t *font = font_of(&bytes);
    hb_glyph_extents_t before = {0};
    hb_font_get_glyph_extents(font, number, &before);
    hb_glyph_extents_t after = extents_of(&p, p.number[MOVED]);
    assert_int_equal(after.x_bearing - before.x_bearing, 70);
    assert_int_equal(after.y_bearing - before.y_bearing, -30);
    assert_int_equal(after.width, before.width);
    hb_font_destroy(font);
    buffer_free(&bytes);
    program_close(&p);
}

/* The sum over a whole font program, its own correction included, is fixed by the format. */
static void sums_are_right(void **state)
{
    struct program p = program_open(*state, "Laksaman");
    uint32_t sum = 0;
    for (size_t i = 0; i < p.bytes.length; i++)
        sum += (uint32_t)(unsigned char)p.bytes.bytes[i] << (24 - i % 4 * 8);
    assert_int_equal(sum, 0xB1B0AFBAu);
    program_close(&p);
}

static void measures_are_sound(void **state)
{
    struct text_bench *bench = *state;
    const struct text_face *face = face_of(bench, "Laksaman");
    struct embed_about about = embed_about(face, bench->arena);
    assert_string_equal(about.name, "Laksaman");
    assert_int_equal(about.weight, 400);
    assert_int_equal(about.slant, 0);
    assert_true(about.bottom < about.descent / 2 && about.descent < 0);
    assert_true(about.cap_height > 300 && about.ascent > about.cap_height);
    assert_int_equal(embed_size(face), 16 * PT);
    assert_in_range(embed_width(face, embed_glyph(face, 0x0E01)), 300, 900);
}

static void what_is_no_truetype_is_refused(void **state)
{
    struct program p = program_open(*state, "Laksaman");
    struct composites composites = {p.variant, VARIANTS, p.number};
    struct buffer out = {0};
    for (size_t length = 0; length < 200; length += 7)
        assert_false(composites_add(p.bytes.bytes, length, &composites, &out));
    p.bytes.bytes[0] = 'O';
    assert_false(composites_add(p.bytes.bytes, p.bytes.length, &composites, &out));
    buffer_free(&out);
    program_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variants_are_where_they_were_moved),
        cmocka_unit_test(marks_are_moved),
        cmocka_unit_test(sums_are_right),
        cmocka_unit_test(measures_are_sound),
        cmocka_unit_test(what_is_no_truetype_is_refused),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
