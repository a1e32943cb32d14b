/*
 * The contents of a page: operators for boxes, strokes and brackets as expected, letter by letter;
 * and for text, that a reader who follows the operators finds every glyph at its place within a
 * thousandth of an em, saying its own characters.
 */
#include <math.h>

#include "unit_text.h"

#include <stdlib.h>

#include "pdf/contents.h"
#include "picture/pictures.h"

struct sheet {
    struct text_bench *bench;
    struct typefaces *typefaces;
    struct contents *contents;
    struct canvas *canvas;
};

static struct sheet sheet_open(void **state)
{
    struct sheet sheet = {.bench = *state, .typefaces = typefaces_new()};
    sheet.contents = contents_new(sheet.typefaces);
    sheet.canvas = contents_start(sheet.contents, 842 * PT);
    return sheet;
}

static void sheet_close(struct sheet *sheet)
{
    contents_free(sheet->contents);
    typefaces_free(sheet->typefaces);
}

static const struct tag_bracket LAYOUT = {
    .kind = TAG_ARTIFACT, .element = TAG_NONE, .artifact = "Layout"};

/* ---- Shapes ---- */

static void boxes_are_joined(void **state)
{
    struct sheet sheet = sheet_open(state);
    const struct canvas_methods *methods = sheet.canvas->methods;
    methods->open(sheet.canvas, &LAYOUT);
    const struct canvas_box box[] = {{10 * PT, 20 * PT, PT / 2, 30 * PT},
                                     {10 * PT, 20 * PT, 100 * PT, PT / 2},
                                     {10 * PT, 50 * PT, PT / 2, 10 * PT},
                                     {110 * PT, 20 * PT, 5 * PT, PT / 2}};
    for (size_t i = 0; i < 4; i++)
        methods->fill(sheet.canvas, &box[i], 0);
    methods->fill(sheet.canvas, &box[0], 0xEEEEEE);
    methods->fill(sheet.canvas, &box[0], 0xFF0000);
    methods->close(sheet.canvas);
    assert_string_equal(buffer_text(contents_page(sheet.contents)),
                        ".01 0 0 .01 0 0 cm\n/Artifact<</Type/Layout>>BDC\n"
                        "1000 78200 50 4000 re f\n1000 82150 10500 50 re f\n"
                        ".933 g\n1000 79200 50 3000 re f\n"
                        "1 0 0 rg\n1000 79200 50 3000 re f\nEMC\n");
    sheet_close(&sheet);
}

static void strokes(void **state)
{
    struct sheet sheet = sheet_open(state);
    struct tag_bracket figure = {.kind = TAG_DRAWING, .element = 3};
    const struct canvas_segment segment = {0, 0, 10 * PT, 842 * PT};
    struct canvas_stroke stroke = {&segment, 1, PT, 3 * PT, 0x808080};
    sheet.canvas->methods->open(sheet.canvas, &figure);
    sheet.canvas->methods->stroke(sheet.canvas, &stroke);
    sheet.canvas->methods->close(sheet.canvas);
    assert_string_equal(buffer_text(contents_page(sheet.contents)),
                        ".01 0 0 .01 0 0 cm\n/Figure<</MCID 0>>BDC\nq\n.502 G\n100 w\n[300]0 d\n"
                        "0 84200 m 1000 0 l\nS Q\nEMC\n");
    sheet_close(&sheet);
}

/* Turned as Exif counts: the file's first row is at the top, the top, the foot, the foot, then at
 * the left, the right, the right, the left. */
static void pictures(void **state)
{
    static const char *const MATRIX[] = {
        "3000 0 0 2050 1000 77950",  "-3000 0 0 2050 4000 77950",  "-3000 0 0 -2050 4000 80000",
        "3000 0 0 -2050 1000 80000", "0 -2050 -3000 0 4000 80000", "0 -2050 3000 0 1000 80000",
        "0 2050 3000 0 1000 77950",  "0 2050 -3000 0 4000 77950",
    };
    for (int i = 0; i < 8; i++) {
        struct sheet sheet = sheet_open(state);
        struct tag_bracket figure = {.kind = TAG_DRAWING, .element = 3};
        const struct image image = {.orientation = i + 1};
        const struct picture picture = {.image = &image, .number = 7};
        const struct canvas_box box = {10 * PT, 42 * PT, 30 * PT, 20 * PT + PT / 2};
        sheet.canvas->methods->open(sheet.canvas, &figure);
        sheet.canvas->methods->picture(sheet.canvas, &picture, &box);
        sheet.canvas->methods->close(sheet.canvas);
        char expected[200];
        snprintf(expected, sizeof expected,
                 ".01 0 0 .01 0 0 cm\n/Figure<</MCID 0>>BDC\nq %s cm /I7 Do Q\nEMC\n", MATRIX[i]);
        assert_string_equal(buffer_text(contents_page(sheet.contents)), expected);
        sheet_close(&sheet);
    }
}

static void turning(void **state)
{
    struct sheet sheet = sheet_open(state);
    struct frame_turn turn = {100 * PT, 200 * PT, 300 * PT, -400 * PT};
    sheet.canvas->methods->turn(sheet.canvas, &turn);
    sheet.canvas->methods->turn_back(sheet.canvas);
    assert_string_equal(buffer_text(contents_page(sheet.contents)),
                        ".01 0 0 .01 0 0 cm\nq .6 .8 -.8 .6 10000 64200 cm\nQ\n");
    sheet_close(&sheet);
}

/* ---- A reader of text operators ---- */

struct shown {
    int code;
    double x; /* hundredths of a point, after the move to the line */
};

struct reader {
    const struct pdf_font *font;
    double size, letter, word, wider, x;
    struct shown shown[400];
    size_t count;
};

static void show(struct reader *reader, int code)
{
    assert_true(reader->count < 400);
    reader->shown[reader->count++] = (struct shown){code, reader->x};
    double width = reader->font[0].code[code].width * reader->size / 1000 + reader->letter;
    if (code == TYPEFACES_SPACE)
        width += reader->word;
    reader->x += width * reader->wider;
}

static const char *read_array(struct reader *reader, const char *at)
{
    while (*at != ']') {
        if (*at == '(') {
            for (at++; *at != ')'; at++)
                show(reader, (unsigned char)*at);
            at++;
        } else {
            char *end;
            reader->x -= strtod(at, &end) * reader->size / 1000 * reader->wider;
            assert_true(end > at);
            at = end;
        }
    }
    return at + 1;
}

/* Follows the operators of a page with one font and one line of text. */
static void read_page(struct reader *reader, const char *at)
{
    double operand[8] = {0};
    int operands = 0;
    while (*at != '\0') {
        char *end;
        double number = strtod(at, &end);
        if (*at == '[') {
            at = read_array(reader, at + 1);
        } else if (end > at) {
            operand[operands++ % 8] = number;
            at = end;
        } else if (*at == ' ' || *at == '\n') {
            at++;
        } else {
            if (strncmp(at, "Td", 2) == 0)
                reader->x += operand[operands - 2];
            else if (strncmp(at, "Tc", 2) == 0)
                reader->letter = operand[operands - 1];
            else if (strncmp(at, "Tw", 2) == 0)
                reader->word = operand[operands - 1];
            else if (strncmp(at, "Tz", 2) == 0)
                reader->wider = operand[operands - 1] / 100;
            else if (strncmp(at, "Tf", 2) == 0)
                reader->size = operand[operands - 1];
            /* A name keeps the operands before it: there are none. */
            bool is_name = *at == '/' || *at == '<';
            at += strcspn(at, is_name ? " \n" : "[ \n");
            operands = 0;
        }
    }
}

/* ---- Text ---- */

static const char *const LINES[] = {
    "ป้องกันการทุจริตน้ำท่วมที่ตำบล สำนักงาน ป.ป.ช. ซึ่งผู้ใหญ่ฝั่งนี้รู้ปัญญา ๑๒๓.๔๕ Official Account",
    "การดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    "ก",
};

static void check_line(struct sheet *sheet, const struct text_line *line)
{
    struct text_glyphs glyphs = text_line_glyphs(line, sheet->bench->arena);
    size_t length;
    const char *bytes = text_line_bytes(line, &length);
    struct canvas_text text = {.glyph = glyphs.glyph,
                               .count = glyphs.count,
                               .bytes = bytes,
                               .bytes_start = text_line_start(line),
                               .x = 77 * PT + 3,
                               .y = 99 * PT,
                               .ends_line = true};
    struct tag_bracket bracket = {.kind = TAG_TEXT, .element = 1};
    bracket.actual_text = arena_copy(sheet->bench->arena, bytes, length);
    sheet->canvas = contents_start(sheet->contents, 842 * PT);
    sheet->canvas->methods->open(sheet->canvas, &bracket);
    sheet->canvas->methods->text(sheet->canvas, &text);
    sheet->canvas->methods->close(sheet->canvas);
    const char *content = buffer_text(contents_page(sheet->contents));
    assert_null(strstr(content, "ActualText"));
    struct pdf_file file = {0};
    assert_true(typefaces_embed(sheet->typefaces, &file, sheet->bench->diag));
    struct reader reader = {.font = file.font, .wider = 1};
    read_page(&reader, content);
    struct buffer said = {0};
    size_t at = 0;
    for (size_t i = 0; i < glyphs.count; i++) {
        const struct text_glyph *glyph = &glyphs.glyph[i];
        if (glyph->role == TEXT_GLYPH_NIKHAHIT)
            continue;
        assert_true(at < reader.count);
        const struct shown *shown = &reader.shown[at++];
        buffer_add_string(&said, file.font[0].code[shown->code].text);
        double place = (77.0 * PT + 3 + glyph->x) * 100 / PT;
        if (glyph->advance > 0)
            assert_true(fabs(shown->x - place) < reader.size * reader.wider / 1000 + 1e-2);
    }
    assert_int_equal(at, reader.count);
    assert_string_equal(buffer_text(&said), bracket.actual_text);
    buffer_free(&said);
}

static void every_glyph_stands_at_its_place(void **state)
{
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        for (int width = 120; width < 500; width += 61) {
            struct sheet sheet = sheet_open(state);
            struct text_shaped *shaped = text_bench_shape_in(sheet.bench, LINES[i], "Laksaman");
            struct text_lines lines = text_bench_cut(sheet.bench, shaped, width * PT, TEXT_JUSTIFY);
            check_line(&sheet, &lines.line[0]);
            sheet_close(&sheet);
        }
}

/* Superscripts are on the line as all others, in forms that are drawn higher: readers see no second line. */
static void superscripts_are_raised_by_their_forms(void **state)
{
    static const char TEXT[] = "น้ำที่ ๑๒";
    struct sheet sheet = sheet_open(state);
    struct text_span span = {
        .end = strlen(TEXT), .font = {.families = "Laksaman", .size = 10 * PT}, .rise = 5 * PT};
    struct text_input input = {.bytes = TEXT, .length = span.end, .span = &span, .spans = 1};
    struct text_shaped *shaped =
        text_shape(sheet.bench->engine, sheet.bench->arena, &input, sheet.bench->diag);
    struct text_lines lines = text_bench_cut(sheet.bench, shaped, 300 * PT, TEXT_LEFT);
    struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], sheet.bench->arena);
    assert_int_equal(glyphs.glyph[0].y, -5 * PT);
    check_line(&sheet, &lines.line[0]);
    assert_null(strstr(buffer_text(contents_page(sheet.contents)), "Ts"));
    sheet_close(&sheet);
}

/* What the glyphs do not say by themselves is said for them. */
static void other_words_are_said(void **state)
{
    struct sheet sheet = sheet_open(state);
    struct text_shaped *shaped = text_bench_shape_in(sheet.bench, "๕", "Laksaman");
    struct text_lines lines = text_bench_cut(sheet.bench, shaped, 90 * PT, TEXT_LEFT);
    struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], sheet.bench->arena);
    struct canvas_text text = {.glyph = glyphs.glyph, .count = glyphs.count, .bytes = "๕"};
    struct tag_bracket bracket = {.kind = TAG_TEXT, .element = 1, .actual_text = "5"};
    sheet.canvas->methods->open(sheet.canvas, &bracket);
    sheet.canvas->methods->text(sheet.canvas, &text);
    sheet.canvas->methods->close(sheet.canvas);
    assert_non_null(
        strstr(buffer_text(contents_page(sheet.contents)), "/Span<</MCID 0/ActualText(5)>>BDC"));
    sheet_close(&sheet);
}

/* Whether a code of the sheet says so. */
static bool is_said(struct sheet *sheet, const char *text)
{
    struct pdf_file file = {0};
    assert_true(typefaces_embed(sheet->typefaces, &file, sheet->bench->diag));
    for (int i = 0; i < PDF_CODES; i++)
        if (file.font[0].code[i].text != NULL && strcmp(file.font[0].code[i].text, text) == 0)
            return true;
    return false;
}

/* Readers drop a hyphen that is the last character of a line. */
static void a_hyphen_at_a_lines_end_says_a_space_too(void **state)
{
    static const struct {
        const char *text;
        bool ends_line, joined;
    } ROWS[] = {{"ปี -", true, true},
                {"ปี - ", true, true},
                {"-", true, true},
                {"ปี - ", false, false},
                {"- ปี", true, false}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct sheet sheet = sheet_open(state);
        struct text_shaped *shaped = text_bench_shape_in(sheet.bench, ROWS[i].text, "Laksaman");
        struct text_lines lines = text_bench_cut(sheet.bench, shaped, 90 * PT, TEXT_LEFT);
        struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], sheet.bench->arena);
        struct canvas_text text = {.glyph = glyphs.glyph,
                                   .count = glyphs.count,
                                   .bytes = ROWS[i].text,
                                   .ends_line = ROWS[i].ends_line};
        struct tag_bracket bracket = {.kind = TAG_TEXT, .element = 1, .actual_text = ROWS[i].text};
        sheet.canvas->methods->open(sheet.canvas, &bracket);
        sheet.canvas->methods->text(sheet.canvas, &text);
        sheet.canvas->methods->close(sheet.canvas);
        assert_null(strstr(buffer_text(contents_page(sheet.contents)), "ActualText"));
        assert_int_equal(is_said(&sheet, "- "), ROWS[i].joined);
        assert_int_equal(is_said(&sheet, "-"), !ROWS[i].joined);
        sheet_close(&sheet);
    }
}

/* More forms than a font of the PDF has codes: a letter and its mark still have codes of one. */
static void a_letter_and_its_mark_are_of_one_font(void **state)
{
    enum { MARKS = 400, LETTERS = 7 };
    struct sheet sheet = sheet_open(state);
    struct text_shaped *shaped = text_bench_shape_in(sheet.bench, "กิ", "Laksaman");
    struct text_lines lines = text_bench_cut(sheet.bench, shaped, 90 * PT, TEXT_LEFT);
    struct text_glyphs glyphs = text_line_glyphs(&lines.line[0], sheet.bench->arena);
    assert_int_equal(glyphs.count, 2);
    int first[MARKS], fonts = 0;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MARKS; i++) {
            struct typefaces_glyph pair[2];
            const struct typefaces_glyph *const pointer[] = {&pair[0], &pair[1]};
            struct typefaces_code code[2];
            for (int g = 0; g < 2; g++)
                pair[g] = (struct typefaces_glyph){.face = glyphs.glyph[g].face,
                                                   .index = glyphs.glyph[g].index,
                                                   .bytes = g == 0 ? "ก" : "ิ",
                                                   .length = strlen("ก")};
            pair[0].wider = -i % LETTERS * 10;
            pair[1].moved = i * 5;
            typefaces_codes(sheet.typefaces, pointer, 2, code);
            assert_int_equal(code[0].font, code[1].font);
            assert_string_equal(code[1].text, "ิ");
            assert_true(round == 0 || code[1].font == first[i]);
            first[i] = code[1].font;
            fonts = code[1].font + 1 > fonts ? code[1].font + 1 : fonts;
        }
    assert_int_equal(fonts, 2);
    sheet_close(&sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_are_joined),
        cmocka_unit_test(strokes),
        cmocka_unit_test(pictures),
        cmocka_unit_test(turning),
        cmocka_unit_test(every_glyph_stands_at_its_place),
        cmocka_unit_test(superscripts_are_raised_by_their_forms),
        cmocka_unit_test(other_words_are_said),
        cmocka_unit_test(a_hyphen_at_a_lines_end_says_a_space_too),
        cmocka_unit_test(a_letter_and_its_mark_are_of_one_font),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
