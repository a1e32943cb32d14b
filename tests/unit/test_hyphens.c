/*
 * Rule L24: which English words may be parted for need, and where (¬); and that a line that ends so is
 * as wide as it must be, with a hyphen that no other line shows.
 */
#include "unit_text.h"

#include "text/engine.h"
#include "text/fonts_used.h"

static const char *const WORDS[] = {
    "ระบบ In¬ter¬nal In¬tegrity และ Trans¬parency",
    "(As¬sess¬ment) “Fan¬page” man¬age¬ment, ser¬vice; ของEx¬ter¬nalใหม่",
    /* too short, or no word of small letters */
    "About Team ASSESSMENT YouTube LibreOffice eMENSCR résumés",
    /* what has a hyphen, a digit, a sign; an address; what is part of one */
    "E-Service One-Stop co-operation service2 item10 Management's R&D",
    "https://www.example.go.th/management/structure www.structure.go.th",
    "example.go.th/structure someone@structure.go.th document.structure and/management",
    /* terms of the edition, and a name after a title */
    "Wisdom Portal ดร. Robinson",
};

/* The words again with ¬ where the program would part them. */
static char *parted_by_program(struct text_bench *bench, const char *text)
{
    const struct text_shaped *parted =
        hyphens_add(bench->engine, bench->arena, text_bench_shape(bench, text), bench->diag);
    struct buffer out = {0};
    for (size_t i = 0; i < parted->clusters; i++) {
        const struct shape_cluster *cluster = &parted->cluster[i];
        buffer_add(&out, text + cluster->start, cluster->end - cluster->start);
        if (cluster->flags & SHAPE_HYPHEN)
            buffer_add_string(&out, "¬");
    }
    char *marked = arena_string(bench->arena, buffer_text(&out));
    buffer_free(&out);
    return marked;
}

static void parts_plain_words_only(void **state)
{
    struct text_bench *bench = *state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        struct buffer plain = {0};
        for (const char *c = WORDS[i]; *c != '\0'; c++) {
            if (strncmp(c, "¬", 2) == 0)
                c++;
            else
                buffer_add_char(&plain, *c);
        }
        assert_string_equal(parted_by_program(bench, buffer_text(&plain)), WORDS[i]);
        buffer_free(&plain);
    }
    unit_expect(bench->diag, "");
}

/* The last glyph of a line, which must end at its right edge. */
static void check_line(struct text_bench *bench, const struct text_line *line, int32_t width)
{
    struct text_glyphs glyphs = text_line_glyphs(line, bench->arena);
    assert_true(glyphs.count > 0);
    for (size_t i = 0; i + 1 < glyphs.count; i++)
        assert_int_not_equal(glyphs.glyph[i].role, TEXT_GLYPH_HYPHEN);
    const struct text_glyph *last = &glyphs.glyph[glyphs.count - 1];
    assert_int_equal(last->role == TEXT_GLYPH_HYPHEN, text_line_is_hyphenated(line));
    if (!text_line_is_hyphenated(line))
        return;
    assert_in_range(last->x + last->advance, width - 1, width); /* a unit may be rounded off */
    assert_int_equal(last->start, last->end);
    assert_false(line->ends_paragraph);
}

static void fills_lines_with_hyphens(void **state)
{
    struct text_bench *bench = *state;
    const char *text = "ใน Internal Integrity and Transparency Assessment, External Integrity and "
                       "Transparency Assessment, Responsibilities and Administrative Management";
    int hyphenated = 0, running = 0;
    for (int32_t width = 200 * PT; width < 420 * PT; width += 7 * PT + 13) {
        struct text_lines lines =
            text_bench_cut(bench, text_bench_shape(bench, text), width, TEXT_JUSTIFY);
        for (size_t i = 0; i < lines.count; i++) {
            check_line(bench, &lines.line[i], width);
            hyphenated += text_line_is_hyphenated(&lines.line[i]);
            running += i > 0 && text_line_is_hyphenated(&lines.line[i]) &&
                       text_line_is_hyphenated(&lines.line[i - 1]);
        }
    }
    assert_true(hyphenated > 10);
    assert_true(2 * running < hyphenated); /* where else a line would be poor */
}

/* A ragged cell parts a word only where it else would have to be broken between any letters. */
static void parts_what_is_too_wide(void **state)
{
    struct text_bench *bench = *state;
    struct text_shaped *shaped = text_bench_shape(bench, "งาน Administrative");
    struct text_lines lines = text_bench_cut(bench, shaped, 130 * PT, TEXT_LEFT);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(text_line_is_hyphenated(&lines.line[i]));
    lines = text_bench_cut(bench, shaped, 60 * PT, TEXT_LEFT);
    assert_int_equal(lines.count, 3);
    assert_true(text_line_is_hyphenated(&lines.line[1]));
}

/* Without a file that can be read nothing is parted, and that is said once; unless none is wanted. */
static void misses_the_patterns(void **state)
{
    struct text_bench *bench = *state;
    struct patterns *missing = patterns_new("fonts/there-is-none.dic");
    struct hyphens kept = bench->engine->hyphens;
    for (int i = 0; i < 2; i++) {
        struct diag *diag = diag_new();
        struct text_shaped *shaped = text_bench_shape(bench, "Internal Integrity");
        bench->engine->hyphens = (struct hyphens){.patterns = i == 0 ? missing : NULL};
        assert_ptr_equal(hyphens_add(bench->engine, bench->arena, shaped, diag), shaped);
        assert_ptr_equal(hyphens_add(bench->engine, bench->arena, shaped, diag), shaped);
        assert_int_equal(diag_count(diag, DIAG_ERROR), i == 0 ? 1 : 0);
        assert_null(text_hyphens_used(bench->engine));
        diag_free(diag);
    }
    bench->engine->hyphens = kept;
    patterns_free(missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_plain_words_only),
        cmocka_unit_test(fills_lines_with_hyphens),
        cmocka_unit_test(parts_what_is_too_wide),
        cmocka_unit_test(misses_the_patterns),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
