/*
 * Resources that have served other documents: the texts of two editions, with terms and fonts of their
 * own, come out as with new ones, in any order; so does what is noted of them for the archive.
 */
#include "unit.h"

#include <unistd.h>

#include "source/file.h"
#include "source/sources.h"
#include "text/fonts_used.h"
#include "text/text.h"
#include "text/trie_file.h"

enum { WIDTH = 150 * PT };

/* What is special to an edition; both have the first text. */
struct edition {
    const char *term, *families;
    bool hyphenate;
    const char *text[4];
};

#define SHARED \
    "การประชุมของคณะทำงานบ้านสมมติเหนือเมื่อวันที่ ๕ มกราคม ๒๕๖๘ มีผู้เข้าร่วม ๒๕ คน ตาม มาตรา ๗ และ ข้อ ๓"

static const struct edition EDITIONS[] = {
    {"บ้านสมมติเหนือ",
     "Laksaman",
     true,
     {SHARED, "the internationalisation, Transparency responsibilities of อบต.", "น้ำใจ\U0001F600",
      NULL}},
    {"คณะทำงานบ้าน",
     "Garuda, Laksaman",
     true,
     {SHARED, "ความโปร่งใส internationalisation administrations", "กก น้ำ ๑๒,๓๔๕ บาท", NULL}},
    {"เมื่อวันที่",
     "Norasi",
     false,
     {SHARED, "Transparency internationalisation responsibilities", NULL}},
};
enum { EDITION_COUNT = sizeof EDITIONS / sizeof *EDITIONS };

static void add_glyphs(const struct text_line *line, struct arena *arena, struct buffer *out)
{
    struct text_glyphs glyphs = text_line_glyphs(line, arena);
    for (size_t i = 0; i < glyphs.count; i++)
        buffer_printf(out, "%u@%d,%d ", (unsigned)glyphs.glyph[i].index, (int)glyphs.glyph[i].x,
                      (int)glyphs.glyph[i].y);
}

static void set_text(struct text_engine *engine, const struct edition *edition, const char *text,
                     struct diag *diag, struct buffer *out)
{
    struct arena *arena = arena_new();
    struct text_span span = {.end = strlen(text),
                             .font = {.families = edition->families, .size = 16 * PT}};
    struct text_input input = {.bytes = text, .length = strlen(text), .span = &span, .spans = 1};
    struct text_shaped *shaped = text_shape(engine, arena, &input, diag);
    struct text_frame frame = {.width = WIDTH, .align = TEXT_JUSTIFY};
    struct text_lines lines = text_cut(engine, arena, shaped, &frame, diag);
    for (size_t i = 0; i < lines.count; i++) {
        text_line_dump(&lines.line[i], out);
        add_glyphs(&lines.line[i], arena, out);
    }
    arena_free(arena);
}

/* The texts of an edition, their messages, and the files they were set with. */
static char *set_edition(const struct text_resources *resources, const struct edition *edition)
{
    struct diag *diag = diag_new();
    struct arena *arena = arena_new();
    struct buffer out = {0};
    struct text_setup setup = {.resources = resources,
                               .hyphenate = edition->hyphenate,
                               .terms = &edition->term,
                               .terms_count = 1};
    struct text_engine *engine = text_engine_new(&setup);
    for (size_t i = 0; edition->text[i] != NULL; i++)
        set_text(engine, edition, edition->text[i], diag, &out);
    struct text_fonts_used used = text_fonts_used(engine, arena);
    for (size_t i = 0; i < used.count; i++)
        buffer_printf(&out, "%s\n", used.path[i]);
    const char *patterns = text_hyphens_used(engine);
    buffer_add_string(&out, patterns != NULL ? patterns : "no patterns");
    char *said = unit_headlines(diag);
    buffer_add_string(&out, said);
    free(said);
    text_engine_free(engine);
    arena_free(arena);
    diag_free(diag);
    char *all = strdup(buffer_text(&out));
    buffer_free(&out);
    return all;
}

static struct text_resources *open_resources(struct sources *sources, const char *patterns)
{
    struct diag *diag = diag_new();
    struct text_files files = {.fonts = "fonts", .words = "words", .patterns = patterns};
    struct text_resources *resources = text_resources_new(&files, sources, diag);
    unit_expect(diag, "");
    diag_free(diag);
    assert_non_null(resources);
    return resources;
}

static void serve_in_any_order(const char *patterns)
{
    static const size_t ORDERS[][5] = {{0, 1, 2, 0, 1}, {2, 1, 0, 0, 2}, {1, 0, 2, 2, 1}};
    struct sources *sources = sources_new();
    char *fresh[EDITION_COUNT];
    for (size_t i = 0; i < EDITION_COUNT; i++) {
        struct text_resources *resources = open_resources(sources, patterns);
        fresh[i] = set_edition(resources, &EDITIONS[i]);
        text_resources_free(resources);
    }
    assert_string_not_equal(fresh[0], fresh[1]);
    for (size_t o = 0; o < sizeof ORDERS / sizeof *ORDERS; o++) {
        struct text_resources *kept = open_resources(sources, patterns);
        for (size_t i = 0; i < 5; i++) {
            char *again = set_edition(kept, &EDITIONS[ORDERS[o][i]]);
            assert_string_equal(again, fresh[ORDERS[o][i]]);
            free(again);
        }
        text_resources_free(kept);
    }
    for (size_t i = 0; i < EDITION_COUNT; i++)
        free(fresh[i]);
    sources_free(sources);
}

static void serves_editions_in_any_order(void **state)
{
    (void)state;
    serve_in_any_order("fonts/hyph_en_US.dic");
}

/* Patterns that are missing are told for each edition that needs them. */
static void says_the_same_each_time(void **state)
{
    (void)state;
    serve_in_any_order("fonts/none.dic");
}

/* On a shelf they are made again when a words file or a font changes. */
static void notices_changed_files(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    char *data = file_temporary_folder(arena);
    const char *fonts = file_join(arena, data, "fonts");
    const char *words = file_join(arena, data, "words");
    assert_true(file_make_folder(fonts) && file_make_folder(words));
    struct buffer bytes = {0};
    assert_int_equal(file_read("fonts/Garuda.ttf", &bytes), 0);
    assert_true(file_write(file_join(arena, fonts, "a.ttf"), bytes.bytes, bytes.length));
    buffer_clear(&bytes);
    assert_int_equal(file_read("fonts/thai.tri", &bytes), 0);
    assert_true(file_write(file_join(arena, fonts, "thai.tri"), bytes.bytes, bytes.length));
    buffer_clear(&bytes);
    assert_int_equal(file_read("words/breaks.txt", &bytes), 0);
    assert_true(file_write(file_join(arena, words, "breaks.txt"), bytes.bytes, bytes.length));
    const char *classes = file_join(arena, words, "breaks.txt");
    struct kept *kept = kept_new(&text_resources_kind);
    struct kept_loan *before = NULL;
    for (int round = 0; round < 4; round++) {
        if (round == 2) { /* a remark more */
            buffer_add_string(&bytes, "\n# ก\n");
            assert_true(file_write(classes, bytes.bytes, bytes.length));
        }
        if (round == 3)
            assert_int_equal(symlink("a.ttf", file_join(arena, fonts, "b.ttf")), 0);
        struct sources *sources = sources_new();
        struct kept_loan *loan = kept_borrow(kept, data, (struct place){0}, sources, diag);
        size_t count = 0;
        sources_files(sources, &count);
        assert_int_equal(count, 1); /* what an archive has to carry */
        assert_non_null(kept_thing(loan));
        if (round > 0)
            assert_int_equal(kept_thing(loan) == kept_thing(before), round == 1);
        sources_free(sources);
        kept_return(before);
        before = loan;
    }
    kept_return(before);
    unit_expect(diag, "");
    kept_free(kept);
    file_remove_folder(data);
    buffer_free(&bytes);
    diag_free(diag);
    arena_free(arena);
}

/* Of a dictionary that is cut short or whose numbers are wrong nothing is read. */
static void refuses_a_damaged_dictionary(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = file_temporary_folder(arena);
    const char *path = file_join(arena, folder, "thai.tri");
    struct buffer bytes = {0};
    assert_int_equal(file_read("fonts/thai.tri", &bytes), 0);
    for (size_t length = bytes.length; length > 0; length /= 3) {
        assert_true(file_write(path, bytes.bytes, length));
        assert_int_equal(trie_file_is_whole(path), length == bytes.length);
    }
    for (size_t at = 4; at < 8; at++) { /* of the count of the ranges */
        bytes.bytes[at] ^= 0x10;
        assert_true(file_write(path, bytes.bytes, bytes.length));
        assert_false(trie_file_is_whole(path));
        bytes.bytes[at] ^= 0x10;
    }
    assert_false(trie_file_is_whole(folder));
    file_remove_folder(folder);
    buffer_free(&bytes);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(serves_editions_in_any_order),
        cmocka_unit_test(says_the_same_each_time),
        cmocka_unit_test(notices_changed_files),
        cmocka_unit_test(refuses_a_damaged_dictionary),
    };
    return cmocka_run_group_tests_name("resources", tests, NULL, NULL);
}
