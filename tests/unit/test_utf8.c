/* UTF-8 against the standard's table of well-formed sequences, and the Thai classes. */
#include "unit.h"

#include "base/utf8.h"

static void reads_well_formed(void **state)
{
    (void)state;
    const char text[] = "a\xC2\x80\xE0\xB8\x81\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
    const char32_t expected[] = {'a', 0x80, 0x0E01, 0x10000, 0x10FFFF};
    size_t at = 0;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(utf8_next(text, sizeof text - 1, &at), expected[i]);
    assert_int_equal(at, sizeof text - 1);
    assert_int_equal(utf8_count(text, sizeof text - 1), 5);
}

static void refuses_malformed(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",         "\xC0\x80",         "\xC1\xBF",     "\xE0\x9F\x80",
        "\xED\xA0\x80", "\xF0\x8F\x80\x80", "\xF5\x80\x80", "\xF4\x90\x80\x80",
        "\xE0\xB8",     "\xE0\xB8\x61",     "\xFF",         "\xC3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t at = 0;
        assert_true(utf8_next(bad[i], strlen(bad[i]), &at) == UTF8_BAD);
        assert_int_equal(at, 1);
    }
}

/* What is written is read again, over all code points but the surrogates. */
static void writes_what_it_reads(void **state)
{
    (void)state;
    for (char32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        size_t at = 0;
        size_t length = utf8_write(c, bytes);
        if (utf8_next(bytes, length, &at) != c || at != length)
            fail_msg("U+%04X", (unsigned)c);
    }
}

static void knows_thai(void **state)
{
    (void)state;
    assert_true(utf8_is_thai(0x0E01));
    assert_true(utf8_is_thai(0x0E5B));
    assert_false(utf8_is_thai(0x0E3B));
    assert_false(utf8_is_thai(0x0E5C));
    assert_false(utf8_is_thai('a'));
    assert_true(utf8_is_thai_mark(0x0E31));
    assert_true(utf8_is_thai_mark(0x0E49));
    assert_false(utf8_is_thai_mark(0x0E33)); /* SARA AM */
    assert_false(utf8_is_thai_mark(0x0E32));
    assert_true(utf8_is_thai_digit(0x0E50));
    assert_true(utf8_is_digit(0x0E59));
    assert_true(utf8_is_digit('9'));
    assert_false(utf8_is_digit('a'));
    assert_int_equal(utf8_cells(0x0E48), 0);
    assert_int_equal(utf8_cells(0x0E33), 1);
    assert_int_equal(utf8_cells(0x200B), 0);
    assert_int_equal(utf8_cells(0x4E00), 2);
}

static void joins_lines_of_thai(void **state)
{
    (void)state;
    assert_true(utf8_joins_lines(0x0E14, 0x0E43)); /* ด ใ */
    assert_true(utf8_joins_lines(0x0E49, 0x0E01)); /* a tone mark, ก */
    assert_true(utf8_joins_lines(0x0E14, 0x200B)); /* a zero-width space is none */
    assert_false(utf8_joins_lines(0x0E14, 'A'));
    assert_false(utf8_joins_lines(0x0E14, 0x0E57)); /* ๗ */
    assert_false(utf8_joins_lines(0x0E46, 0x0E01)); /* after ๆ */
    assert_false(utf8_joins_lines('a', 'b'));
    assert_false(utf8_joins_lines(UTF8_BAD, 0x0E01));
}

static void knows_what_may_be_typed(void **state)
{
    (void)state;
    static const char32_t good[] = {'\t',    '\n',   ' ',    0xA0,    0xAD,    0x0E01, 0x200B,
                                    0x200C,  0x200D, 0x2010, 0x202F,  0x2060,  0xF70A, 0xFE0F,
                                    0x1F600, 0xFDCF, 0xFDF0, 0xE0080, 0x10FFFD};
    static const char32_t bad[] = {0,      0x07,   '\r',   0x1B,    0x7F,    0x80,     0x85,
                                   0x9B,   0x061C, 0x200E, 0x200F,  0x2028,  0x202A,   0x202E,
                                   0x2066, 0x206F, 0xD800, 0xFDD0,  0xFEFF,  0xFFF9,   0xFFFC,
                                   0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0x10FFFF, UTF8_BAD};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!utf8_may_be_typed(good[i]))
            fail_msg("U+%04X", (unsigned)good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (utf8_may_be_typed(bad[i]))
            fail_msg("U+%04X", (unsigned)bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_well_formed),    cmocka_unit_test(refuses_malformed),
        cmocka_unit_test(writes_what_it_reads), cmocka_unit_test(knows_thai),
        cmocka_unit_test(joins_lines_of_thai),  cmocka_unit_test(knows_what_may_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
