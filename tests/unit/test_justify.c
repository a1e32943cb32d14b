/* Rules J1 to J5: where the slack of a line goes, to the last unit. */
#include "unit_text.h"

#include "base/utf8.h"
#include "text/linebreak.h"

static const char *const PARAGRAPH =
    "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (ป.ป.ช.) "
    "ได้ดำเนินงานโครงการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment : ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
    "ซึ่งถือเป็นการยกระดับให้น้ำใจ ค่ำคืน ปู่ย่า ฟ้าผ่า ต่าง ๆ กันไป อย่างนั้น ๆ และต่อ ๆ ไป "
    "โดยมุ่งหวังให้หน่วยงานภาครัฐที่เข้ารับการประเมินได้ผลการประเมินและแนวทางในการพัฒนา";

static char32_t character(const char *text, const struct text_glyph *glyph)
{
    size_t at = glyph->start;
    return utf8_next(text, glyph->end, &at);
}

/* The right edge of the last glyph that is seen. */
static int32_t right_edge(const char *text, const struct text_glyphs *glyphs)
{
    int32_t edge = 0;
    for (size_t i = 0; i < glyphs->count; i++) {
        const struct text_glyph *glyph = &glyphs->glyph[i];
        if (character(text, glyph) != ' ' && glyph->advance > 0)
            edge = glyph->x + glyph->advance;
    }
    return edge;
}

static void fills_lines_to_the_unit(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, PARAGRAPH);
    for (int32_t width = 300 * PT; width < 500 * PT; width += 7 * PT + 13) {
        struct text_frame frame = {width, 36 * PT, TEXT_JUSTIFY};
        struct text_lines lines = text_cut(bench.engine, bench.arena, shaped, &frame, bench.diag);
        for (size_t i = 0; i < lines.count; i++) {
            const struct text_line *line = &lines.line[i];
            struct text_glyphs glyphs = text_line_glyphs(line, bench.arena);
            assert_int_equal(line->x, i == 0 ? 36 * PT : 0);
            int32_t edge = line->x + line->width;
            assert_in_range(right_edge(PARAGRAPH, &glyphs), edge - 1,
                            edge); /* a unit may be rounded off */
            assert_false(line->overfull);
            if (!line->ends_paragraph)
                assert_int_equal(line->x + line->width, width);
        }
        assert_true(lines.line[lines.count - 1].width <= lines.line[lines.count - 1].natural);
    }
    text_bench_close(&bench);
}

/* Where a line is loose or pressed its letters are a little wider or narrower, all by the same share. */
static void widens_letters(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, PARAGRAPH);
    int32_t most = linebreak_widest(LINEBREAK_IN_DISTRESS);
    size_t widened = 0;
    for (int32_t width = 300 * PT; width < 500 * PT; width += 7 * PT) {
        struct text_lines lines = text_bench_cut(&bench, shaped, width, TEXT_JUSTIFY);
        for (size_t i = 0; i < lines.count; i++) {
            const struct text_line *line = &lines.line[i];
            struct text_glyphs glyphs = text_line_glyphs(line, bench.arena);
            assert_in_range(line->wider + most, 0, 2 * most);
            assert_true(line->wider == 0 || (line->wider > 0) == (line->natural < line->width));
            widened += line->wider != 0;
            for (size_t g = 0; g < glyphs.count; g++)
                assert_int_equal(glyphs.glyph[g].wider, line->wider);
        }
        lines = text_bench_cut(&bench, shaped, width, TEXT_LEFT);
        for (size_t i = 0; i < lines.count; i++)
            assert_int_equal(lines.line[i].wider, 0);
    }
    assert_true(widened > 0);
    text_bench_close(&bench);
}

/* The stretched line against the same clusters unstretched: marks and rings keep their distance. */
static void detaches_no_mark(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    const char *text = "ที่น้ำใจคือค่ำคืนปู่ฟ้าผ่าช้ำ ญู่ฐู่ กิ๊ฟ";
    struct text_shaped *shaped = text_bench_shape(&bench, text);
    struct text_lines lines = text_bench_cut(&bench, shaped, 400 * PT, TEXT_LEFT);
    struct text_line plain = lines.line[0], wide = plain;
    wide.letter_gap = 3000;
    wide.space_gap = 9000;
    struct text_glyphs a = text_line_glyphs(&plain, bench.arena);
    struct text_glyphs b = text_line_glyphs(&wide, bench.arena);
    assert_int_equal(a.count, b.count);
    for (size_t i = 1; i < a.count; i++) {
        char32_t c = character(text, &a.glyph[i]);
        int32_t before = b.glyph[i - 1].x - a.glyph[i - 1].x, here = b.glyph[i].x - a.glyph[i].x;
        bool attached = utf8_is_thai_mark(c) || a.glyph[i].role == TEXT_GLYPH_NIKHAHIT;
        bool space = character(text, &a.glyph[i - 1]) == ' ';
        assert_int_equal(here - before, attached ? 0 : space ? 12000 : 3000);
    }
    text_bench_close(&bench);
}

static void keeps_the_space_before_maiyamok(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    const char *text = "ต่าง ๆ กัน";
    struct text_shaped *shaped = text_bench_shape(&bench, text);
    struct text_line line = text_bench_cut(&bench, shaped, 400 * PT, TEXT_LEFT).line[0];
    struct text_glyphs a = text_line_glyphs(&line, bench.arena);
    line.letter_gap = 1000;
    line.space_gap = 5000;
    struct text_glyphs b = text_line_glyphs(&line, bench.arena);
    /* ต ่ า ง space ๆ space ก ั น */
    assert_int_equal(b.glyph[5].x - a.glyph[5].x, b.glyph[4].x - a.glyph[4].x);
    assert_int_equal(b.glyph[7].x - a.glyph[7].x - (b.glyph[6].x - a.glyph[6].x), 6000);
    text_bench_close(&bench);
}

static void sets_narrow_cells_ragged(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, PARAGRAPH);
    struct text_lines lines = text_bench_cut(&bench, shaped, 190 * PT, TEXT_JUSTIFY);
    for (size_t i = 0; i < lines.count; i++)
        assert_int_equal(lines.line[i].width, lines.line[i].natural);
    text_bench_close(&bench);
}

static void aligns(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "กลาง ");
    struct text_line left = text_bench_cut(&bench, shaped, 300 * PT, TEXT_LEFT).line[0];
    struct text_line centre = text_bench_cut(&bench, shaped, 300 * PT, TEXT_CENTRE).line[0];
    struct text_line right = text_bench_cut(&bench, shaped, 300 * PT, TEXT_RIGHT).line[0];
    assert_int_equal(left.x, 0);
    assert_int_equal(centre.x, (300 * PT - left.natural) / 2);
    assert_int_equal(right.x, 300 * PT - left.natural);
    text_bench_close(&bench);
}

/* Beyond the cap the line is filled all the same, and said to be loose. */
static void reports_a_loose_line(void **state)
{
    (void)state;
    struct text_bench bench = text_bench_open();
    struct text_shaped *shaped = text_bench_shape(&bench, "กรรมการ ธรรมาภิบาลธรรมาภิบาลธรรมาภิบาล");
    text_bench_cut(&bench, shaped, 400 * PT, TEXT_JUSTIFY);
    unit_expect(bench.diag, "");
    const char *text = "เขา นายอัครพงศ์พิสุทธิ์ศักดิ์ "
                       "นางสาวเพชรรัตนาภรณ์พิมพ์";
    struct text_lines lines =
        text_bench_cut(&bench, text_bench_shape(&bench, text), 215 * PT, TEXT_JUSTIFY);
    assert_true(lines.count >= 2);
    assert_true(diag_count(bench.diag, DIAG_WARNING) > 0);
    assert_int_equal(lines.line[0].width, 215 * PT);
    text_bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_lines_to_the_unit),
        cmocka_unit_test(widens_letters),
        cmocka_unit_test(detaches_no_mark),
        cmocka_unit_test(keeps_the_space_before_maiyamok),
        cmocka_unit_test(sets_narrow_cells_ragged),
        cmocka_unit_test(aligns),
        cmocka_unit_test(reports_a_loose_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
