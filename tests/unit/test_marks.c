/*
 * Where vowels and tones are, in every Thai font there is: as HarfBuzz alone puts them, and with
 * no tone in the vowel below it. Fonts that set-up does not ask for are tried where installed.
 */
#include "unit_text.h"

#include <hb-ot.h>
#include <sys/stat.h>

enum { GLYPHS_MOST = 64, NEAR = 2 /* units of 1/1024 pt lost in rounding */ };

struct tried_font {
    const char *family;
    const char *file;
};

/* Inside $BUILD, where tests/quality/install puts it. */
#define SARABUN "npm/node_modules/@expo-google-fonts/sarabun/"

static const struct tried_font FONTS[] = {
    {"Laksaman", "fonts/Laksaman.ttf"},
    {"Laksaman", "fonts/Laksaman-Bold.ttf"},
    {"Garuda", "fonts/Garuda.ttf"},
    {"Norasi", "fonts/Norasi.ttf"},
    {"Noto Sans Thai", "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf"},
    {"Noto Serif Thai", "/usr/share/fonts/truetype/noto/NotoSerifThai-Regular.ttf"},
    {"Sarabun", SARABUN "400Regular/Sarabun_400Regular.ttf"},
    {"Sarabun", SARABUN "700Bold/Sarabun_700Bold.ttf"},
    {"TH Sarabun New", "fonts/THSarabunNew.ttf"},
};

static const char *const WORDS[] = {
    "น้ำ", "ช้ำ",   "ป๋ำ", "ป่า",  "ปู่",  "ฟ้า",  "ฝั่ง",    "ที่",   "ดี้",    "กุ้ง",
    "กู้",  "ญู",    "ญุ",  "ฐู่",   "ฏุ",  "ฎู",   "กิ๊ก",    "เก๋ง", "ก็",    "ผึ้ง",
    "ขึ้น", "สำนัก", "ปั๊ม", "ศักดิ์", "ต่ำ", "สิทธิ์", "เปลี่ยน", "โป๊ะ", "เดี๋ยว", "รื้อ",
};

struct mark {
    uint32_t index;
    int32_t x, y;
};

struct marks {
    struct mark mark[GLYPHS_MOST];
    size_t count;
};

static int compare(const void *a, const void *b)
{
    const struct mark *left = a, *right = b;
    if (left->index != right->index)
        return left->index < right->index ? -1 : 1;
    return left->x < right->x ? -1 : left->x > right->x;
}

static struct marks from_harfbuzz(hb_font_t *font, const char *word)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, word, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_language(buffer, hb_language_from_string("th", -1));
    hb_shape(font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    struct marks marks = {.count = count};
    assert_true(count <= GLYPHS_MOST);
    int32_t pen = 0;
    for (size_t i = 0; i < count; i++) {
        marks.mark[i] =
            (struct mark){info[i].codepoint, pen + position[i].x_offset, -position[i].y_offset};
        pen += position[i].x_advance;
    }
    hb_buffer_destroy(buffer);
    return marks;
}

static struct marks from_engine(struct text_bench *bench, const char *word, const char *family)
{
    struct text_shaped *shaped = text_bench_shape_in(bench, word, family);
    struct text_lines lines = text_bench_cut(bench, shaped, 900 * PT, TEXT_LEFT);
    struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], bench->arena);
    struct marks marks = {.count = glyphs.count};
    assert_true(glyphs.count <= GLYPHS_MOST);
    for (size_t i = 0; i < glyphs.count; i++) {
        const struct text_glyph *glyph = &glyphs.glyph[i];
        marks.mark[i] = (struct mark){glyph->index, glyph->x, glyph->y};
    }
    return marks;
}

static void assert_near(int32_t a, int32_t b, const char *word, const char *family)
{
    if (a - b > NEAR || b - a > NEAR)
        fail_msg("%s in %s: %d, not %d", word, family, (int)a, (int)b);
}

static void compare_word(struct text_bench *bench, hb_font_t *font, const char *word,
                         const char *family)
{
    struct marks wanted = from_harfbuzz(font, word), given = from_engine(bench, word, family);
    assert_int_equal(given.count, wanted.count);
    qsort(wanted.mark, wanted.count, sizeof *wanted.mark, compare);
    qsort(given.mark, given.count, sizeof *given.mark, compare);
    for (size_t i = 0; i < wanted.count; i++) {
        assert_int_equal(given.mark[i].index, wanted.mark[i].index);
        assert_near(given.mark[i].x, wanted.mark[i].x, word, family);
        assert_near(given.mark[i].y, wanted.mark[i].y, word, family);
    }
}

/* The glyphs say the word: every character by one glyph, or one group of them, in its order. */
static void compare_text(struct text_bench *bench, const char *word, const char *family)
{
    struct text_shaped *shaped = text_bench_shape_in(bench, word, family);
    struct text_lines lines = text_bench_cut(bench, shaped, 900 * PT, TEXT_LEFT);
    struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], bench->arena);
    size_t start = 0, end = 0;
    for (size_t i = 0; i < glyphs.count; i++) {
        const struct text_glyph *glyph = &glyphs.glyph[i];
        bool again = glyph->start == start && glyph->end == end;
        if (glyph->role == TEXT_GLYPH_NIKHAHIT)
            continue;
        if (glyph->start != end && !again)
            fail_msg("%s in %s: a glyph says what another one does", word, family);
        start = glyph->start;
        end = glyph->end;
    }
    assert_int_equal(end, strlen(word));
}

/* Two signs above one letter: the second is above the first, as they are drawn. */
static void compare_heights(struct text_bench *bench, hb_font_t *font, const char *family)
{
    static const char *const STACKED[] = {"ที่", "ผึ้ง", "ปั๊ม", "กิ๊ก", "ศักดิ์", "รื้อ"};
    for (size_t w = 0; w < sizeof STACKED / sizeof *STACKED; w++) {
        struct text_shaped *shaped = text_bench_shape_in(bench, STACKED[w], family);
        struct text_lines lines = text_bench_cut(bench, shaped, 900 * PT, TEXT_LEFT);
        struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], bench->arena);
        int32_t top = INT32_MIN;
        for (size_t i = 0; i < glyphs.count; i++) {
            hb_glyph_extents_t extents = {0};
            hb_font_get_glyph_extents(font, glyphs.glyph[i].index, &extents);
            int32_t high = extents.y_bearing - glyphs.glyph[i].y, low = high + extents.height;
            bool sign = glyphs.glyph[i].advance == 0 || low > 8 * PT;
            if (sign && top != INT32_MIN && low < top - PT / 4)
                fail_msg("%s in %s: a sign is in the one below it", STACKED[w], family);
            top = sign ? high : INT32_MIN;
        }
    }
}

/* An engine that has but this font. */
static struct text_bench bench_with(const char *file, char folder[])
{
    struct text_bench bench = {sources_new(), diag_new(), arena_new(), NULL, NULL};
    assert_non_null(mkdtemp(folder));
    char *real = realpath(file, NULL);
    assert_int_equal(symlink(real, arena_printf(bench.arena, "%s/font.ttf", folder)), 0);
    free(real);
    struct text_files files = {.fonts = folder};
    bench.resources = text_resources_new(&files, bench.sources, bench.diag);
    assert_non_null(bench.resources);
    bench.engine = text_engine_new(&(struct text_setup){.resources = bench.resources});
    return bench;
}

static void try_font(const struct tried_font *tried)
{
    char folder[] = P_tmpdir "/itareport-font-XXXXXX";
    struct text_bench bench = bench_with(tried->file, folder);
    hb_blob_t *blob = hb_blob_create_from_file(tried->file);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 16 * PT, 16 * PT);
    for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++) {
        compare_text(&bench, WORDS[w], tried->family);
        compare_word(&bench, font, WORDS[w], tried->family);
    }
    compare_heights(&bench, font, tried->family);
    unit_expect(bench.diag, "");
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    unlink(arena_printf(bench.arena, "%s/font.ttf", folder));
    rmdir(folder);
    text_bench_close(&bench);
}

static void marks_stand_where_the_font_wants_them(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    for (size_t f = 0; f < sizeof FONTS / sizeof *FONTS; f++) {
        struct tried_font tried = FONTS[f];
        char path[1024];
        struct stat there;
        if (strncmp(tried.file, "npm/", 4) == 0) {
            snprintf(path, sizeof path, "%s/%s", build != NULL ? build : "build", tried.file);
            tried.file = path;
        }
        if (stat(tried.file, &there) == 0)
            try_font(&tried);
        else
            print_message("# SKIPPED: %s is not there\n", tried.family);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks_stand_where_the_font_wants_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
