/* Prose by letters: numbers in both digits, placeholders, paragraphs, words. */
#include "unit.h"

#include "claims/scan.h"

struct scanned {
    struct arena *arena;
    struct scan scan;
};

static struct scanned scanned_new(const char *bytes)
{
    struct scanned scanned = {.arena = arena_new()};
    struct text *text = ARENA_NEW(scanned.arena, struct text, 1);
    *text = (struct text){.bytes = bytes, .length = strlen(bytes)};
    scanned.scan = scan_text(scanned.arena, text);
    return scanned;
}

/* One number, and what it must be read as. */
struct expectation {
    const char *text;
    int64_t hundredths;
    int decimals;
    bool mixed;
    bool in_latin;
};

static void reads_numbers(void **state)
{
    (void)state;
    static const struct expectation cases[] = {
        {"ได้ ๙๘.๒๒ คะแนน", 9822, 2, false, false},
        {"ได้ 98.2", 9820, 1, false, false},
        {"พ.ศ. ๒๕๖๘", 256800, 0, false, false},
        {"งบ ๑,๒๓๔.๕๐ บาท", 123450, 2, false, false},
        {"๒๕6๘", 256800, 0, true, false},
        {"ข้อ o๑๐", 1000, 0, false, true},
        {"COVID-19", 1900, 0, false, true},
        {"ISO 9001 ฉบับ", 900100, 0, false, true},
        {"หมวด ๑.๒.๓", 123, -1, false, false},
        {"จบที่ ๕.", 500, 0, false, false},
        {"๕", 500, 0, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scanned scanned = scanned_new(cases[i].text);
        assert_int_equal(scanned.scan.numbers, 1);
        const struct scan_number *number = &scanned.scan.number[0];
        if (cases[i].decimals >= 0)
            assert_int_equal(number->hundredths, cases[i].hundredths);
        assert_int_equal(number->decimals, cases[i].decimals);
        assert_int_equal(number->mixed, cases[i].mixed);
        assert_int_equal(number->in_latin, cases[i].in_latin);
        arena_free(scanned.arena);
    }
}

static void steps_over_placeholders(void **state)
{
    (void)state;
    struct scanned scanned =
        scanned_new("ก{{ question.i2.label }}ข{{ overall.score | score }}{{ 5");
    const struct scan *scan = &scanned.scan;
    assert_int_equal(scan->letter[1].class, SCAN_HOLE);
    assert_true(expr_mentions(scan->letter[1].expr, "question", "i2"));
    assert_int_equal(scan->letter[3].class, SCAN_FIGURE);
    assert_int_equal(scan->numbers, 1); /* the last is not closed, so it is text */
    assert_true(scan_has(scan, 0, scan->count, "ข"));
    assert_false(scan_has(scan, 0, scan->count, "question"));
    arena_free(scanned.arena);
    scanned = scanned_new("{{ a | default(\"}} score\") }}{{ wrong wrong }}");
    scan = &scanned.scan;
    assert_int_equal(scan->count, 2);
    assert_int_equal(scan->letter[0].class, SCAN_HOLE);
    assert_int_equal(scan->letter[1].class, SCAN_HOLE);
    assert_null(scan->letter[1].expr);
    arena_free(scanned.arena);
}

static void splits_paragraphs(void **state)
{
    (void)state;
    struct scanned scanned = scanned_new("หนึ่ง\nต่อ\n\nสอง\n- ก\n- ข\n");
    const struct scan *scan = &scanned.scan;
    assert_int_equal(scan->paragraphs, 4);
    assert_string_equal(
        scan_copy(scanned.arena, scan, scan->paragraph[0].from, scan->paragraph[0].to), "หนึ่ง\nต่อ");
    assert_string_equal(
        scan_copy(scanned.arena, scan, scan->paragraph[3].from, scan->paragraph[3].to), "- ข");
    arena_free(scanned.arena);
}

static void takes_anything(void **state)
{
    (void)state;
    static const char *const texts[] = {"",   "\n", "\n\n\n",   "{{", "{{}}",
                                        "๑.", ".๑", "\xFF\xE0", "- "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct scanned scanned = scanned_new(texts[i]);
        assert_true(scanned.scan.paragraphs <= scanned.scan.count);
        arena_free(scanned.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(steps_over_placeholders),
        cmocka_unit_test(splits_paragraphs),
        cmocka_unit_test(takes_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
