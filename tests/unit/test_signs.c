/* Signs that no Thai font has: set from other fonts, each with its own text, in a size that suits the text. */
#include "unit_text.h"

#include "base/utf8.h"
#include "text/engine.h"
#include "text/signs.h"

static const char SIGNS[] =
    "☐☑☒✓✔✗✘●○■□▪▫◆◇★☆→←↑↓↔⇒⇐⇔№☎①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❿½¼¾²³°±×÷≤≥≠≈…\u2010\u2011"
    "\u2212•™©®§†‡€‰∞√Σαβμπ«»‹›";

static struct text_glyphs glyphs_of(struct text_bench *bench, const char *text,
                                    const char *families)
{
    struct text_shaped *shaped = text_bench_shape_in(bench, text, families);
    struct text_lines lines = text_bench_cut(bench, shaped, 9000 * PT, TEXT_LEFT);
    return text_line_glyphs(&lines.line[0], bench->arena);
}

static const char *file_of(const struct text_glyph *glyph)
{
    const char *path = fonts_face_file(glyph->face);
    return strrchr(path, '/') + 1;
}

/* Every sign has one glyph, which says it; beside Thai as alone. */
static void signs_have_glyphs(void **state)
{
    struct text_bench *bench = *state;
    static const char *const FAMILIES[] = {"Laksaman", "Garuda", "Norasi"};
    for (size_t f = 0; f < sizeof FAMILIES / sizeof *FAMILIES; f++) {
        struct text_glyphs glyphs = glyphs_of(bench, SIGNS, FAMILIES[f]);
        size_t at = 0;
        for (size_t i = 0; i < glyphs.count; i++) {
            assert_int_not_equal(glyphs.glyph[i].index, 0);
            assert_int_equal(glyphs.glyph[i].start, at);
            utf8_next(SIGNS, strlen(SIGNS), &at);
            assert_int_equal(glyphs.glyph[i].end, at);
        }
        assert_int_equal(at, strlen(SIGNS));
    }
    unit_expect(bench->diag, "");
}

/* What the text's own font has comes from it, and so does a hyphen. */
static void the_text_s_font_comes_first(void **state)
{
    struct text_bench *bench = *state;
    struct text_glyphs glyphs = glyphs_of(bench, "ก½\u2011☑⑩⑪", "Laksaman");
    static const char *const FILES[] = {"Laksaman.ttf",
                                        "Laksaman.ttf",
                                        "Laksaman.ttf",
                                        "DejaVuSans.ttf",
                                        "NotoSansSymbols-Regular.ttf",
                                        "NotoSansSymbols-Regular.ttf"};
    assert_int_equal(glyphs.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(file_of(&glyphs.glyph[i]), FILES[i]);
}

/* Scripts of other languages are not taken from there. */
static void others_stay_missing(void **state)
{
    struct text_bench *bench = *state;
    glyphs_of(bench, "\u0905", "Laksaman");
    glyphs_of(bench, "\uF0B7", "Laksaman");
    glyphs_of(bench, "👍", "Laksaman");
    unit_expect(
        bench->diag,
        "itareport: error: no font has the character “अ” (U+0905) [glyph-missing]\n"
        "itareport: error: no font has the character U+F0B7, which has a meaning only in the "
        "program it was copied from [glyph-missing]\n"
        "itareport: error: no font has the picture “👍” (U+1F44D) [glyph-missing]\n");
    diag_rewind(bench->diag, 0);
}

/* A sign that says it is in colour is the sign. */
static void colour_is_left_out(void **state)
{
    struct text_bench *bench = *state;
    struct text_glyphs glyphs = glyphs_of(bench, "☑\uFE0Fก", "Laksaman");
    assert_int_equal(glyphs.count, 2);
    unit_expect(bench->diag, "");
}

static void sizes_suit_the_text(void **state)
{
    (void)state;
    struct signs *signs = signs_new("fonts");
    PangoFontDescription *beside = pango_font_description_new();
    pango_font_description_set_size(beside, 16 * PT);
    pango_font_description_set_weight(beside, PANGO_WEIGHT_BOLD);
    assert_true(signs_have(signs, 0x2611));
    assert_false(signs_have(signs, 0x0301));
    const PangoFontDescription *like = signs_describe(signs, 0x2611, beside, 0.716);
    assert_int_equal(pango_font_description_get_size(like), 16 * PT);
    assert_int_equal(pango_font_description_get_weight(like), PANGO_WEIGHT_BOLD);
    PangoFontDescription *small = pango_font_description_copy(beside);
    assert_int_equal(pango_font_description_get_size(signs_describe(signs, 0x2611, small, 0.486)),
                     (int)(16 * PT * 0.486 / 0.729 + 0.5));
    pango_font_description_free(small);
    pango_font_description_free(beside);
    signs_free(signs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_have_glyphs),   cmocka_unit_test(the_text_s_font_comes_first),
        cmocka_unit_test(others_stay_missing), cmocka_unit_test(colour_is_left_out),
        cmocka_unit_test(sizes_suit_the_text),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
