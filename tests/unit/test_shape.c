/* Glyphs in the order of their characters, each with its own text; widths that add up. */
#include "unit_text.h"

#include <hb.h>
#include <pango/pango.h>

#include "base/utf8.h"
#include "text/engine.h"

static const char *const FONTS[] = {"Laksaman", "Garuda", "Norasi"};

static const char *const WORDS =
    "น้ำ คำ ช้ำ ป่า ปู่ ป๋ำ ฟ้า ฝั่ง ที่ ดี้ กุ้ง กู้ ญู ญุ ฐู่ ฏุ ฎู กิ๊ก เก๋ง ก็ ศักดิ์ ผึ้ง สู้ ขึ้น "
    "สำนัก ซ้ำซ้อน ต่ำ ปั๊ม ฤๅษี ฯลฯ ต่าง ๆ เปลี่ยน office AVATAR To. ๑๒๓ (ก) “ข” พ.ศ.";

static struct text_glyphs glyphs_of(struct text_bench *bench, const char *text,
                                    const char *families)
{
    struct text_shaped *shaped = text_bench_shape_in(bench, text, families);
    struct text_lines lines = text_bench_cut(bench, shaped, 9000 * PT, TEXT_LEFT);
    assert_int_equal(lines.count, 1);
    return text_line_glyphs(&lines.line[0], bench->arena);
}

/* Each byte of the text has a glyph; texts come in order; a text is skipped only by its equals. */
static void texts_come_in_order(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        struct text_glyphs glyphs = glyphs_of(&bench, WORDS, FONTS[f]);
        size_t at = 0, start = 0;
        for (size_t i = 0; i < glyphs.count; i++) {
            const struct text_glyph *glyph = &glyphs.glyph[i];
            if (glyph->start != at)
                assert_int_equal(glyph->start, start);
            assert_true(glyph->end > glyph->start && glyph->end >= at);
            start = glyph->start;
            at = glyph->end;
        }
        assert_int_equal(at, strlen(WORDS));
    }
    unit_expect(bench.diag, "");
    text_bench_close(&bench);
}

/* In Thai every character has one glyph, whatever the font does; a SARA AM has two. */
static void thai_characters_have_their_own_glyphs(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        struct text_glyphs glyphs = glyphs_of(&bench, WORDS, FONTS[f]);
        for (size_t i = 0; i < glyphs.count; i++) {
            const struct text_glyph *glyph = &glyphs.glyph[i];
            size_t at = glyph->start;
            char32_t c = utf8_next(WORDS, glyph->end, &at);
            if (!utf8_is_thai(c))
                continue;
            assert_int_equal(at, glyph->end);
            if (c != 0x0E33)
                assert_int_equal(glyph->role, TEXT_GLYPH_PLAIN);
            else
                assert_int_not_equal(glyph->role, TEXT_GLYPH_PLAIN);
            if (glyph->role == TEXT_GLYPH_NIKHAHIT)
                assert_int_equal(glyph[1].role, TEXT_GLYPH_AM);
        }
    }
    text_bench_close(&bench);
}

/* The glyph of a character is its own, or a form of it that the font made. */
static void forms_belong_to_their_characters(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        struct text_glyphs glyphs = glyphs_of(&bench, WORDS, FONTS[f]);
        for (size_t i = 0; i < glyphs.count; i++) {
            const struct text_glyph *glyph = &glyphs.glyph[i];
            size_t at = glyph->start;
            char32_t c = utf8_next(WORDS, glyph->end, &at);
            if (glyph->role == TEXT_GLYPH_NIKHAHIT)
                c = 0x0E4D;
            if (glyph->role == TEXT_GLYPH_AM)
                c = 0x0E32;
            if (utf8_is_thai(c) && fonts_face_glyph(glyph->face, c) != glyph->index)
                assert_int_equal(fonts_face_character(glyph->face, glyph->index), c);
        }
    }
    text_bench_close(&bench);
}

/* The width of a line that Pango itemizes and shapes whole. */
static int pango_width(struct text_bench *bench, const char *text, const char *family)
{
    struct fonts *fonts = bench->engine->resources->fonts;
    struct text_font font = {family, 16 * PT, false, false};
    const PangoFontDescription *description = fonts_describe(fonts, &font);
    struct fonts_choice choice = {fonts_context(fonts), description};
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(description));
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
    PangoGlyphString *glyphs = pango_glyph_string_new();
    GList *items =
        pango_itemize(fonts_context(fonts), text, 0, (int)strlen(text), attributes, NULL);
    int width = 0;
    for (GList *at = items; at != NULL; at = at->next) {
        PangoItem *item = at->data;
        fonts_settle(fonts, &choice, item->analysis.language);
        pango_shape_full(text + item->offset, item->length, text, -1, &item->analysis, glyphs);
        width += pango_glyph_string_get_width(glyphs);
        pango_item_free(item);
    }
    g_list_free(items);
    pango_glyph_string_free(glyphs);
    pango_attr_list_unref(attributes);
    return width;
}

/* Words shaped one by one are as wide as the line shaped whole: Thai has no context across words. */
static void widths_add_up(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        int32_t ours = text_measure(text_bench_shape_in(&bench, WORDS, FONTS[f])).max;
        int whole = pango_width(&bench, WORDS, FONTS[f]);
        assert_in_range(ours, whole - 64, whole + 64); /* a sixteenth of a point */
    }
    text_bench_close(&bench);
}

static void latin_is_kerned(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    int32_t pair = text_measure(text_bench_shape(&bench, "AV")).max;
    int32_t a = text_measure(text_bench_shape(&bench, "A")).max;
    int32_t v = text_measure(text_bench_shape(&bench, "V")).max;
    assert_true(pair < a + v);
    text_bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_in_order),
        cmocka_unit_test(thai_characters_have_their_own_glyphs),
        cmocka_unit_test(forms_belong_to_their_characters),
        cmocka_unit_test(widths_add_up),
        cmocka_unit_test(latin_is_kerned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
