/* Text from end to end: what can go wrong with odd texts and narrow frames, and what must not. */
#include "unit_text.h"

#include "base/utf8.h"

static const char *const PARAGRAPH =
    "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (ป.ป.ช.) "
    "ได้ดำเนินงานโครงการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment : ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
    "น้ำใจ ค่ำคืน ปู่ย่า ฟ้าผ่า ต่าง ๆ กันไป";

/* Every line begins where the one before ended, and the last one ends the text. */
static void assert_covers(const struct text_shaped *shaped, const struct text_lines *lines,
                          const char *text)
{
    (void)shaped;
    const char *at = text;
    for (size_t i = 0; i < lines->count; i++) {
        size_t length;
        const char *bytes = text_line_bytes(&lines->line[i], &length);
        assert_ptr_equal(bytes, at);
        at = bytes + length;
    }
    assert_ptr_equal(at, text + strlen(text));
}

static void lines_cover_the_text(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    static const char *const texts[] = {"",   " ",        "     ",        "ก",
                                        "\n", "ก\nข\n",   "\u200B\u200B", "ำ",
                                        "่่่่่",   "a\u2060b", "  ๆ ๆ",        "ก\u2028\u2028ข"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int width = 0; width < 60; width += 7) {
            struct text_shaped *shaped = text_bench_shape(&bench, texts[i]);
            struct text_lines lines = text_bench_cut(&bench, shaped, width * PT, TEXT_JUSTIFY);
            assert_true(lines.count > 0);
            assert_covers(shaped, &lines, texts[i]);
        }
    for (int width = 0; width < 700; width += 23) {
        struct text_shaped *shaped = text_bench_shape(&bench, PARAGRAPH);
        struct text_lines lines = text_bench_cut(&bench, shaped, width * PT, TEXT_JUSTIFY);
        assert_covers(shaped, &lines, PARAGRAPH);
    }
    text_bench_close(&bench);
}

static void forces_line_ends(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "หนึ่ง\nสอง\u2028\u2028สาม");
    struct text_lines lines = text_bench_cut(&bench, shaped, 400 * PT, TEXT_JUSTIFY);
    assert_int_equal(lines.count, 4);
    assert_true(lines.line[0].ends_paragraph);
    assert_int_equal(lines.line[0].width, lines.line[0].natural);
    assert_int_equal(lines.line[2].natural, 0);
    text_bench_close(&bench);
}

static void measures_min_and_max(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "ข้อ ๑ ดีมาก  \nข้อ ๑๐");
    struct text_widths widths = text_measure(shaped);
    struct text_lines lines = text_bench_cut(&bench, shaped, widths.max, TEXT_LEFT);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.line[0].natural, widths.max);
    assert_true(widths.min >= text_measure(text_bench_shape(&bench, "ข้อ ๑๐")).max);
    lines = text_bench_cut(&bench, shaped, widths.min, TEXT_LEFT);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(lines.line[i].overfull);
    unit_expect(bench.diag, "");
    text_bench_close(&bench);
}

/* A line that is wide enough for the longest compound need not part any; ragged ones do not. */
static void measures_compounds(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "งบประมาณและการจัดซื้อจัดจ้าง ของหน่วยงาน");
    struct text_widths widths = text_measure(shaped);
    assert_int_equal(widths.whole, text_measure(text_bench_shape(&bench, "การจัดซื้อจัดจ้าง")).max);
    assert_true(widths.min < widths.whole && widths.whole < widths.max);
    struct text_lines lines = text_bench_cut(&bench, shaped, widths.whole, TEXT_LEFT);
    struct buffer out = {0};
    for (size_t i = 0; i < lines.count; i++)
        text_line_dump(&lines.line[i], &out);
    assert_non_null(strstr(buffer_text(&out), "\nการ¦จัด¦ซื้อ¦จัด¦จ้าง "));
    buffer_free(&out);
    text_bench_close(&bench);
}

static void breaks_a_wide_word_and_says_so(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "๑ ตุลาคม ๒๕๖๘");
    text_bench_cut(&bench, shaped, 63 * PT, TEXT_LEFT);
    unit_expect(bench.diag, "itareport: warning: “๑ ตุลาคม ๒๕๖๘” is wider than its line (63 pt) and "
                            "was parted between its words [words-parted]\n");
    text_bench_close(&bench);
    bench = text_bench_open();
    shaped = text_bench_shape(&bench, "ธรรมาภิบาล");
    struct text_lines lines = text_bench_cut(&bench, shaped, 40 * PT, TEXT_LEFT);
    assert_true(lines.count > 1);
    for (size_t i = 0; i < lines.count; i++)
        assert_true(lines.line[i].natural <= 40 * PT);
    unit_expect(bench.diag,
                "itareport: warning: “ธรรมาภิบาล” is wider than its line (40 pt) and was "
                "broken inside [word-broken]\n");
    text_bench_close(&bench);
}

static void names_a_missing_character(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    text_bench_shape(&bench, "คำ漢ว่า");
    text_bench_shape_in(&bench, "ก", "TH Nowhere, No Such Font");
    unit_expect(bench.diag,
                "itareport: error: no font has the character “漢” (U+6F22) [glyph-missing]\n"
                "itareport: error: the fonts folder has none of: TH Nowhere, No Such Font "
                "[font-missing]\n");
    text_bench_close(&bench);
}

static void takes_the_first_family_there_is(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    int32_t garuda = text_measure(text_bench_shape_in(&bench, "กขคง", "Garuda")).max;
    int32_t listed =
        text_measure(text_bench_shape_in(&bench, "กขคง", "TH Nowhere, Garuda, Laksaman")).max;
    assert_int_equal(garuda, listed);
    assert_int_not_equal(garuda, text_measure(text_bench_shape(&bench, "กขคง")).max);
    unit_expect(bench.diag, "");
    text_bench_close(&bench);
}

/* A bold word inside changes its width, not where lines may end. */
static void spans_change_no_breaks(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    const char *text = "การดำเนินงานของหน่วยงาน";
    size_t cut = strlen("การดำเ");
    struct text_font plain = {"Laksaman", 16 * PT, false, false};
    struct text_font bold = {"Laksaman", 16 * PT, true, false};
    struct text_span spans[] = {{0, cut, plain, 0, NULL, 0}, {cut, strlen(text), bold, 1, text, 0}};
    struct text_input input = {text, strlen(text), spans, 2, {0}};
    struct text_shaped *mixed = text_shape(bench.engine, bench.arena, &input, bench.diag);
    struct text_lines a = text_bench_cut(&bench, mixed, 900 * PT, TEXT_LEFT);
    struct text_lines b =
        text_bench_cut(&bench, text_bench_shape(&bench, text), 900 * PT, TEXT_LEFT);
    struct buffer one = {0}, two = {0};
    text_line_dump(&a.line[0], &one);
    text_line_dump(&b.line[0], &two);
    assert_string_equal(buffer_text(&one), buffer_text(&two));
    assert_true(a.line[0].natural != b.line[0].natural);
    struct text_glyphs glyphs = text_line_glyphs(&a.line[0], bench.arena);
    assert_ptr_equal(glyphs.glyph[glyphs.count - 1].mark, text);
    assert_null(glyphs.glyph[0].mark);
    buffer_free(&one);
    buffer_free(&two);
    text_bench_close(&bench);
}

static void repeat(struct buffer *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_add_string(out, text);
}

/* A hundred thousand characters of each kind, in time that is no more than a few blinks. */
static void takes_endless_texts(void **state)
{
    (void)state;
    static const char *const bits[] = {"ก", "a", "กา", " ", "\u200B", "ก่", "ๆ", "1/", "ำ", "การ"};
    struct text_bench bench = text_bench_open();
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
        struct buffer text = {0};
        repeat(&text, bits[i], 100000 / utf8_count(bits[i], strlen(bits[i])));
        struct text_shaped *shaped = text_bench_shape(&bench, buffer_text(&text));
        struct text_lines lines = text_bench_cut(&bench, shaped, 450 * PT, TEXT_JUSTIFY);
        assert_covers(shaped, &lines, buffer_text(&text));
        buffer_free(&text);
    }
    text_bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_cover_the_text),
        cmocka_unit_test(forces_line_ends),
        cmocka_unit_test(measures_min_and_max),
        cmocka_unit_test(measures_compounds),
        cmocka_unit_test(breaks_a_wide_word_and_says_so),
        cmocka_unit_test(names_a_missing_character),
        cmocka_unit_test(takes_the_first_family_there_is),
        cmocka_unit_test(spans_change_no_breaks),
        cmocka_unit_test(takes_endless_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
