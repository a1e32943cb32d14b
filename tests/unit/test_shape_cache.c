/* An engine that keeps what it shaped gives the same glyphs and messages as one that does not. */
#include "unit_text.h"

static const char *const TEXTS[] = {
    "",
    "การดำเนินงานของหน่วยงานภาครัฐ ตามแผนการป้องกันการทุจริต",
    "การดำเนินงานของหน่วยงานภาครัฐ ตามแผนการป้องกันการทุจริต ๒๕๖๘",
    "the internationalisation of อบต.หินเหล็กไฟ\nน้ำใจ 1,234.50 บาท",
    "a character that no font has: \U0001F600",
};

enum { TEXT_COUNT = sizeof TEXTS / sizeof *TEXTS, WAYS = 6 };

/* One text with two spans, in one of several ways. */
struct sample {
    struct text_span span[2];
    struct text_input input;
};

static void make_sample(struct sample *sample, const char *text, int way, const void *mark)
{
    static const struct text_font font[WAYS] = {
        {"Laksaman", 16 * PT, false, false}, {"Laksaman", 16 * PT, true, false},
        {"Laksaman", 16 * PT, false, true},  {"Garuda, Laksaman", 16 * PT, false, false},
        {"Laksaman", 14 * PT, false, false}, {"Laksaman", 14 * PT, false, false}};
    size_t length = strlen(text);
    size_t cut = length > 12 ? 9 : 0; /* three letters, or the first one only of Latin text */
    sample->span[0] = (struct text_span){.end = cut, .font = font[0], .colour = 0x112233};
    sample->span[1] = (struct text_span){cut, length, font[way], 0x445566, mark, 0};
    if (way == WAYS - 1)
        sample->span[1].rise = 5 * PT;
    sample->input = (struct text_input){text, length, sample->span, 2, {0}};
}

static void dump_lines(struct text_bench *bench, const struct sample *sample, struct buffer *out)
{
    struct text_shaped *shaped =
        text_shape(bench->engine, bench->arena, &sample->input, bench->diag);
    struct text_lines lines = text_bench_cut(bench, shaped, 120 * PT, TEXT_JUSTIFY);
    for (size_t i = 0; i < lines.count; i++) {
        text_line_dump(&lines.line[i], out);
        struct text_glyphs glyphs = text_line_glyphs(&lines.line[i], bench->arena);
        for (size_t g = 0; g < glyphs.count; g++) {
            const struct text_glyph *glyph = &glyphs.glyph[g];
            buffer_printf(out, "%u %d,%d +%d %zu-%zu %d #%x %p\n", glyph->index, glyph->x, glyph->y,
                          glyph->advance, glyph->start, glyph->end, (int)glyph->role, glyph->colour,
                          glyph->mark);
        }
    }
}

/* Every text in every way; the bytes and spans are gone before the next round. */
static void dump_round(struct text_bench *bench, const void *mark, struct buffer *out)
{
    for (int i = 0; i < TEXT_COUNT; i++)
        for (int way = 0; way < WAYS; way++) {
            struct sample *sample = memory_zeroed(1, sizeof *sample);
            char *text = strdup(TEXTS[i]);
            make_sample(sample, text, way, mark);
            dump_lines(bench, sample, out);
            free(text);
            free(sample);
        }
}

static void keeping_changes_nothing(void **state)
{
    (void)state;
    struct text_bench plain = text_bench_open(), keeping = text_bench_open();
    text_engine_keep_shaped(keeping.engine);
    for (int round = 0; round < 3; round++) {
        struct buffer expected = {0}, given = {0};
        dump_round(&plain, &TEXTS[round], &expected);
        dump_round(&keeping, &TEXTS[round], &given);
        assert_string_equal(buffer_text(&given), buffer_text(&expected));
        assert_int_equal(diag_mark(keeping.diag), diag_mark(plain.diag));
        buffer_free(&expected);
        buffer_free(&given);
    }
    text_bench_close(&keeping);
    text_bench_close(&plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeping_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
