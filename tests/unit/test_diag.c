/* The printed form of messages: order, carets over Thai, repetition, colours, hostile text. */
#include <time.h>

#include "base/diag_list.h"
#include "unit.h"

static const struct diag_style english = {.language = DIAG_ENGLISH, .colour = false};
static const struct diag_style thai = {.language = DIAG_THAI, .colour = false};

static void assert_printed(const struct diag *diag, struct diag_style style, const char *expected)
{
    char *given = unit_printed(diag, style);
    assert_string_equal(given, expected);
    free(given);
}

static struct source source_of(const char *path, const char *text)
{
    return (struct source){path, text, strlen(text)};
}

static void prints_both_languages(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("r.yaml", "a: 1\nb: 104.50\n");
    diag_say(diag, MESSAGE_RECORD_ABOVE, place_at(&source, 2, 4), "104.50", "100");
    diag_say(diag, MESSAGE_YAML_TAB, place_at(&source, 1, 1));
    assert_true(diag_failed(diag));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 2);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
    assert_printed(diag, english,
                   "r.yaml:1:1: error: there is a tab in the indentation [tab-indentation]\n"
                   "  1 | a: 1\n"
                   "    | ^\n"
                   "  hint: indent with spaces\n"
                   "r.yaml:2:4: error: 104.50 is above the maximum 100 [value-range]\n"
                   "  2 | b: 104.50\n"
                   "    |    ^\n");
    assert_printed(diag, thai,
                   "r.yaml:1:1: ข้อผิดพลาด: มีแท็บในระยะเยื้องหน้าบรรทัด [tab-indentation]\n"
                   "  1 | a: 1\n"
                   "    | ^\n"
                   "  คำแนะนำ: ใช้เว้นวรรค (space) แทนแท็บ\n"
                   "r.yaml:2:4: ข้อผิดพลาด: 104.50 เกินค่าสูงสุด 100 [value-range]\n"
                   "  2 | b: 104.50\n"
                   "    |    ^\n");
    diag_free(diag);
}

/* A sentence inside a sentence. */
static void says_a_phrase_in_its_own_language(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("r.yaml", "a\n");
    for (int i = 0; i < 2; i++)
        diag_add_phrase(diag, MESSAGE_PAGE_KEEP_BROKEN, place_at(&source, 1, 1),
                        MESSAGE_REASON_TABLE_CAPTION);
    diag_add_phrase(diag, MESSAGE_PAGE_KEEP_BROKEN, place_at(&source, 1, 1),
                    MESSAGE_REASON_WITH_NEXT);
    assert_printed(diag, english,
                   "r.yaml:1:1: warning: a page had to end here although the layout forbids it: "
                   "a caption stays with its table [page-keep]\n"
                   "  1 | a\n"
                   "    | ^\n"
                   "  hint: what is kept together is higher than a page\n"
                   "r.yaml:1:1: warning: a page had to end here although the layout forbids it: "
                   "it stays with the next block [page-keep]\n"
                   "  1 | a\n"
                   "    | ^\n"
                   "  hint: what is kept together is higher than a page\n");
    assert_printed(diag, thai,
                   "r.yaml:1:1: คำเตือน: ต้องขึ้นหน้าใหม่ตรงนี้ แม้รูปแบบห้ามไว้: "
                   "ชื่อตารางต้องอยู่กับตาราง [page-keep]\n"
                   "  1 | a\n"
                   "    | ^\n"
                   "  คำแนะนำ: ส่วนที่ให้อยู่ด้วยกันสูงเกินหนึ่งหน้า\n"
                   "r.yaml:1:1: คำเตือน: ต้องขึ้นหน้าใหม่ตรงนี้ แม้รูปแบบห้ามไว้: "
                   "ต้องอยู่กับส่วนถัดไป [page-keep]\n"
                   "  1 | a\n"
                   "    | ^\n"
                   "  คำแนะนำ: ส่วนที่ให้อยู่ด้วยกันสูงเกินหนึ่งหน้า\n");
    diag_free(diag);
}

/* ชื่อที่: x has 10 code points and 6 cells; the caret must be under the letter meant. */
static void places_the_caret_by_cells(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("t.yaml", "\n\n\n\n\n\n\n\n\nชื่อที่: x\r\n\tก\n");
    static const struct {
        uint32_t line, column;
        const char *expected;
    } cases[] = {
        {10, 1, "  10 | ชื่อที่: x\n     | ^\n"},       {10, 2, "  10 | ชื่อที่: x\n     | ^\n"},
        {10, 3, "  10 | ชื่อที่: x\n     | ^\n"},       {10, 4, "  10 | ชื่อที่: x\n     |  ^\n"},
        {10, 10, "  10 | ชื่อที่: x\n     |      ^\n"}, {10, 12, "  10 | ชื่อที่: x\n     |        ^\n"},
        {11, 2, "  11 |     ก\n     |     ^\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag *one = diag_new();
        diag_say(one, MESSAGE_YAML_KEY_KIND, place_at(&source, cases[i].line, cases[i].column));
        char *given = unit_printed(one, english);
        assert_string_equal(strchr(given, '\n') + 1, cases[i].expected);
        free(given);
        diag_free(one);
    }
    diag_free(diag);
}

static void groups_sorts_and_drops_repetition(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source b = source_of("b.yaml", "x\ny\n");
    const struct source a = source_of("a.yaml", "x\ny\n");
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&b, 2, 1));
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&a, 1, 1));
    diag_say(diag, MESSAGE_RECORD_NUMBER, place_at(&b, 1, 1), "x");
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&b, 2, 1));
    diag_say(diag, MESSAGE_RECORD_NUMBER, place_at(&b, 1, 1), "y");
    diag_say(diag, MESSAGE_RECORD_NUMBER, place_at(&b, 1, 1), "x");
    diag_say(diag, MESSAGE_FILE_MISSING, ((struct place){0}), "z");
    unit_expect(diag, "b.yaml:1:1: error: \"x\" is not a number [not-a-number]\n"
                      "b.yaml:1:1: error: \"y\" is not a number [not-a-number]\n"
                      "b.yaml:2:1: error: a key must be a word or a text [key-not-text]\n"
                      "a.yaml:1:1: error: a key must be a word or a text [key-not-text]\n"
                      "itareport: error: there is no file z [file-missing]\n");
    diag_free(diag);
}

static void puts_errors_first(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source a = source_of("a.yaml", "x\ny\n");
    const struct source b = source_of("b.yaml", "x\ny\n");
    diag_say(diag, MESSAGE_ARCHIVE_OTHER_VERSION, place_at(&a, 1, 1), "x", "1", "2");
    diag_say(diag, MESSAGE_GUIDELINE_MISSING, place_at(&a, 2, 1), "i1");
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&b, 2, 1));
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&a, 2, 1));
    unit_expect(diag, "a.yaml:2:1: error: a key must be a word or a text [key-not-text]\n"
                      "b.yaml:2:1: error: a key must be a word or a text [key-not-text]\n"
                      "a.yaml:2:1: warning: question i1 has no guideline [guideline-missing]\n"
                      "a.yaml:1:1: note: x: then 1, here 2 [archive-version]\n");
    diag_free(diag);
}

/* Two files, two parts: each is a cause of its own. */
static void says_one_cause_once(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source a = source_of("a.yaml", "x\ny\n");
    const struct source b = source_of("b.yaml", "x\ny\n");
    const char *const ids[] = {"e1", "e2", "e3"};
    for (int i = 0; i < 3; i++) {
        diag_say(diag, MESSAGE_SCORE_MISSING_PART, place_at(&a, 1, 1), ids[i], "open", "ส่วนเปิด");
        diag_say(diag, MESSAGE_SCORE_MISSING_PART, place_at(&a, 2, 1), ids[i], "closed", "ส่วนปิด");
    }
    diag_say(diag, MESSAGE_SCORE_MISSING_PART, place_at(&b, 1, 1), "e1", "open", "ส่วนเปิด");
    assert_printed(
        diag, english,
        "a.yaml:1:1: error: 3 questions have no score for ส่วนเปิด: e1, e2, e3 [score-missing]\n"
        "  1 | x\n"
        "    | ^\n"
        "  hint: add open: to each, with the score announced for that part\n"
        "a.yaml:2:1: error: 3 questions have no score for ส่วนปิด: e1, e2, e3 [score-missing]\n"
        "  2 | y\n"
        "    | ^\n"
        "  hint: add closed: to each, with the score announced for that part\n"
        "b.yaml:1:1: error: question e1 has no score for ส่วนเปิด [score-missing]\n"
        "  1 | x\n"
        "    | ^\n"
        "  hint: add open: with the score announced for that part\n");
    size_t counts[DIAG_ERROR + 1];
    diag_tally(diag, &english, counts);
    assert_int_equal(counts[DIAG_ERROR], 3);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 7);
    diag_free(diag);
}

/* A word that is wrong in three places, and seven scores that are too high. */
static void names_the_lines_of_a_kind(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("k.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n");
    for (uint32_t line = 2; line <= 4; line++)
        diag_say(diag, MESSAGE_EXPR_NO_NAME_NEAR, place_at(&source, line, 1), "agencie", "agency");
    diag_say(diag, MESSAGE_EXPR_NO_NAME_NEAR, place_at(&source, 5, 1), "yaer", "year");
    for (uint32_t line = 1; line <= 7; line++) {
        char score[16];
        snprintf(score, sizeof score, "10%u", (unsigned)line);
        diag_say(diag, MESSAGE_SCORE_RANGE, place_at(&source, line, 1), score, "100");
    }
    assert_printed(diag, thai,
                   "k.yaml:1:1: ข้อผิดพลาด: คะแนน 101 สูงกว่าคะแนนเต็ม 100 [score-range]\n"
                   "  1 | 1\n"
                   "    | ^\n"
                   "  หมายเหตุ: ลักษณะเดียวกันมีอีก 6 แห่ง ที่บรรทัด 2 (102), 3 (103), 4 (104), 5 (105), 6 "
                   "(106), 7 (107)\n"
                   "  คำแนะนำ: ตรวจจุดทศนิยมและตัวเลข\n"
                   "k.yaml:2:1: ข้อผิดพลาด: ตรงนี้ไม่มีข้อมูลชื่อ agencie [unknown-placeholder]\n"
                   "  2 | 2\n"
                   "    | ^\n"
                   "  หมายเหตุ: ลักษณะเดียวกันมีอีก 2 แห่ง ที่บรรทัด 3, 4\n"
                   "  คำแนะนำ: หมายถึง agency หรือไม่\n"
                   "k.yaml:5:1: ข้อผิดพลาด: ตรงนี้ไม่มีข้อมูลชื่อ yaer [unknown-placeholder]\n"
                   "  5 | 5\n"
                   "    | ^\n"
                   "  คำแนะนำ: หมายถึง year หรือไม่\n");
    diag_free(diag);
}

/* A hundred thousand messages, each with a cause of its own, and the same number with one. */
static void gathers_in_linear_time(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("m.yaml", "x\n");
    for (uint32_t i = 0; i < 100000; i++) {
        char name[16];
        snprintf(name, sizeof name, "n%u", (unsigned)i);
        diag_say(diag, MESSAGE_EXPR_NO_NAME_NEAR, place_at(&source, i + 1, 1), name, name);
        diag_say(diag, MESSAGE_GUIDELINE_MISSING, place_at(&source, i + 1, 1), name);
    }
    size_t counts[DIAG_ERROR + 1];
    clock_t start = clock();
    diag_tally(diag, &english, counts);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 5);
    assert_int_equal(counts[DIAG_ERROR], 100000);
    assert_int_equal(counts[DIAG_WARNING], 1);
    diag_free(diag);
}

/* The highest argument that a sentence names. */
static size_t named(const char *sentence)
{
    size_t most = 0;
    for (const char *c = sentence; *c != '\0'; c++)
        if (c[0] == '{' && c[1] >= '1' && c[1] <= '9' && c[2] == '}' && (size_t)(c[1] - '0') > most)
            most = (size_t)(c[1] - '0');
    return most;
}

static bool knows_two(const char *name)
{
    return strcmp(name, "two") == 0 || strcmp(name, "second") == 0;
}

static void knows_rules_by_name(void **state)
{
    (void)state;
    assert_true(diag_is_rule("limit-pages"));
    assert_false(diag_is_rule("limit-page"));
    assert_false(diag_is_rule("limit-pagesx"));
    assert_false(diag_is_rule(""));
    assert_true(diag_wants(NULL, "two"));
    assert_true(diag_wants("one,two", "two"));
    assert_true(diag_wants("one,two", "one"));
    assert_false(diag_wants("one,twos", "two"));
    assert_false(diag_wants("one,tw", "two"));
    assert_false(diag_wants("", "two"));
    struct arena *arena = arena_new();
    assert_null(diag_unknown(arena, "two,second", knows_two));
    assert_null(diag_unknown(arena, "", knows_two));
    assert_string_equal(diag_unknown(arena, "two,seconds,other", knows_two), "seconds");
    arena_free(arena);
}

/* What is of other rules goes, but for what is too severe to be left out. */
static void keeps_what_is_wanted(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct place nowhere = {0};
    diag_say(diag, MESSAGE_SCORE_MISSING, nowhere, "i1");
    diag_say(diag, MESSAGE_TEXT_LINE_LOOSE, nowhere, "ก", "20");
    diag_say(diag, MESSAGE_SCORE_MISSING, nowhere, "i2");
    const char *loose = diag_row(MESSAGE_TEXT_LINE_LOOSE)->rule;
    diag_keep(diag, loose, DIAG_ERROR);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 2);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
    diag_keep(diag, loose, DIAG_ERROR + 1);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 0);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
    diag_keep(diag, "score-missing", DIAG_ERROR + 1);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
    assert_int_equal(diag_mark(diag), 0);
    diag_free(diag);
}

/* Back to a moment, but for what is of one rule and of which nothing was said. */
static void rewinds_but(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct place nowhere = {0}, somewhere = {.line = 3, .column = 7},
                 beside = {.line = 3, .column = 8};
    diag_say(diag, MESSAGE_EXPR_NO_NAME, somewhere, "a");
    size_t mark = diag_mark(diag);
    diag_say(diag, MESSAGE_EXPR_NO_NAME, somewhere, "a");
    diag_say(diag, MESSAGE_EXPR_NOT_GIVEN, nowhere);
    diag_say(diag, MESSAGE_EXPR_NO_NAME, beside, "b");
    diag_say(diag, MESSAGE_EXPR_NO_NAME, beside, "c");
    diag_rewind_but(diag, mark, "unknown-placeholder");
    assert_int_equal(diag_mark(diag), 2);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 2);
    assert_int_equal(diag->message[1].place.column, 8);
    for (int i = 0; i < 100; i++)
        diag_say(diag, MESSAGE_FILE_MISSING, nowhere, "x");
    mark = diag_mark(diag);
    diag_say(diag, MESSAGE_EXPR_NO_NAME, nowhere, "d");
    diag_rewind_but(diag, mark, "unknown-placeholder");
    assert_int_equal(diag_mark(diag), mark);
    diag_free(diag);
}

/* `explain` shows every message with values: as many as it has arguments. */
static void has_examples(void **state)
{
    (void)state;
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        size_t count = 0, most = 0;
        while (diag_example((enum diag_code)code)[count] != NULL)
            count++;
        for (int language = 0; language < 2; language++) {
            most = named(row->sentence[language]) > most ? named(row->sentence[language]) : most;
            most = named(row->hint[language]) > most ? named(row->hint[language]) : most;
        }
        if (*row->rule != '\0' && count < most)
            fail_msg("too few examples for “%s” in src/base/messages/examples.def",
                     row->sentence[DIAG_ENGLISH]);
    }
}

/* Both languages of a message that is for several have the same arguments. */
static void many_agree(void **state)
{
    (void)state;
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_many *many = diag_many((enum diag_code)code);
        if (many == NULL)
            continue;
        for (char n = '1'; n <= '9'; n++) {
            const char name[] = {'{', n, '}', '\0'};
            assert_true((strstr(many->sentence[0], name) != NULL) ==
                        (strstr(many->sentence[1], name) != NULL));
            assert_true((strstr(many->item[0], name) != NULL) ==
                        (strstr(many->item[1], name) != NULL));
        }
        assert_non_null(strstr(many->sentence[0], "{1}"));
    }
}

static void colours_when_asked(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("c.yaml", "x\n");
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&source, 1, 1));
    assert_printed(
        diag, (struct diag_style){.language = DIAG_ENGLISH, .colour = true},
        "\033[1mc.yaml:1:1:\033[0m \033[1;31merror\033[0m: a key must be a word or a text "
        "[key-not-text]\n"
        "  1 | x\n"
        "    | \033[1;32m^\033[0m\n");
    diag_free(diag);
}

/* Escape sequences and broken bytes of the input never reach the terminal. */
static void cleans_hostile_text(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("e.yaml", "a\033[31m\xFFz\n");
    diag_say(diag, MESSAGE_RECORD_NUMBER, place_at(&source, 1, 8), "\033[2J\n\xC3");
    assert_printed(diag, english,
                   "e.yaml:1:8: error: \"\uFFFD[2J \uFFFD\" is not a number [not-a-number]\n"
                   "  1 | a\uFFFD[31m\uFFFDz\n"
                   "    |        ^\n"
                   "  hint: write digits only, such as 98.22 or ๙๘.๒๒\n");
    diag_free(diag);
}

static void cuts_long_lines(void **state)
{
    (void)state;
    struct buffer line = {0};
    for (int i = 0; i < 300; i++)
        buffer_add_string(&line, i == 200 ? "X" : "ก่");
    struct diag *diag = diag_new();
    const struct source source = source_of("l.yaml", line.bytes);
    diag_say(diag, MESSAGE_YAML_KEY_KIND, place_at(&source, 1, 401));
    char *given = unit_printed(diag, english);
    const char *excerpt = strchr(given, '\n') + 1;
    const char *caret_line = strchr(excerpt, '\n') + 1;
    const char *mark = strchr(excerpt, 'X');
    assert_non_null(mark);
    int cells_before = 0; /* of the excerpt, "…" being one */
    for (const char *c = excerpt + strlen("  1 | "); c < mark; c++)
        cells_before += strncmp(c, "ก", 3) == 0 || strncmp(c, "…", 3) == 0;
    assert_int_equal(strchr(caret_line, '^') - caret_line, 6 + cells_before);
    assert_true(mark - excerpt < 600);
    free(given);
    buffer_free(&line);
    diag_free(diag);
}

static void rewinds(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = source_of("r.yaml", "a: 1\n");
    diag_say(diag, MESSAGE_FILE_MISSING, place_at(&source, 1, 1), "kept");
    size_t mark = diag_mark(diag);
    diag_say(diag, MESSAGE_FILE_MISSING, place_at(&source, 1, 1), "dropped");
    diag_say(diag, MESSAGE_TEXT_PARTED, place_at(&source, 1, 1), "dropped", "1");
    diag_rewind(diag, mark);
    assert_int_equal(diag_mark(diag), mark);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
    assert_int_equal(diag_count(diag, DIAG_WARNING) + diag_count(diag, DIAG_NOTE), 0);
    diag_rewind(diag, mark);
    unit_expect(diag, "r.yaml:1:1: error: there is no file kept [file-missing]\n");
    diag_free(diag);
}

/* Two hundred that cannot be said as one, among them one of another kind. */
static void counts_what_is_too_much(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct arena *arena = arena_new();
    const struct source source = source_of("m.yaml", "a: 1\n");
    for (int i = 0; i < 200; i++) {
        if (i == 150)
            diag_say(diag, MESSAGE_FILE_IS_FOLDER, place_at(&source, 1, 1), "folder");
        diag_say(diag, MESSAGE_FILE_UNREADABLE, place_at(&source, 1, 1),
                 arena_printf(arena, "%d", i), arena_printf(arena, "reason %d", i));
    }
    char *given = unit_printed(diag, (struct diag_style){.least = DIAG_ERROR});
    assert_non_null(strstr(given, "cannot read 49:"));
    assert_null(strstr(given, "cannot read 50:"));
    assert_non_null(strstr(given, "folder is a folder"));
    assert_non_null(strstr(given, "note: 150 more messages of [file-unreadable] are not shown"));
    assert_null(strstr(given, "[file-is-folder] are"));
    free(given);
    arena_free(arena);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_both_languages),
        cmocka_unit_test(says_a_phrase_in_its_own_language),
        cmocka_unit_test(places_the_caret_by_cells),
        cmocka_unit_test(groups_sorts_and_drops_repetition),
        cmocka_unit_test(puts_errors_first),
        cmocka_unit_test(says_one_cause_once),
        cmocka_unit_test(names_the_lines_of_a_kind),
        cmocka_unit_test(gathers_in_linear_time),
        cmocka_unit_test(knows_rules_by_name),
        cmocka_unit_test(keeps_what_is_wanted),
        cmocka_unit_test(rewinds_but),
        cmocka_unit_test(has_examples),
        cmocka_unit_test(many_agree),
        cmocka_unit_test(colours_when_asked),
        cmocka_unit_test(cleans_hostile_text),
        cmocka_unit_test(cuts_long_lines),
        cmocka_unit_test(rewinds),
        cmocka_unit_test(counts_what_is_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
