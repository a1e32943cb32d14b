/* Digits of both scripts. */
#include "unit.h"

#include "base/digit.h"

static void knows_the_values(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        assert_int_equal(digit_value((char32_t)('0' + i)), i);
        assert_int_equal(digit_value((char32_t)(U'๐' + (char32_t)i)), i);
    }
    static const char32_t others[] = {U'/', U':', U'a', U'ก', U'๏', U'๚', 0xFFFFFFFFu};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(digit_value(others[i]), -1);
}

static void assert_written(const char *text, enum digit_script script, const char *expected)
{
    struct buffer out = {0};
    digit_add_text(&out, text, strlen(text), script);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void writes_one_script(void **state)
{
    (void)state;
    assert_written("ข้อ i12 ๓.๔", DIGIT_THAI, "ข้อ i๑๒ ๓.๔");
    assert_written("ข้อ i12 ๓.๔", DIGIT_WESTERN, "ข้อ i12 3.4");
    assert_written("", DIGIT_THAI, "");
    assert_written("1\xE0\xB8", DIGIT_THAI, "๑\xE0\xB8");
}

static void compares_digits_of_both_scripts(void **state)
{
    (void)state;
    assert_int_equal(digit_compare("o๑๐", "o10"), 0);
    assert_int_equal(digit_compare("๙.๑", "9.1"), 0);
    assert_int_equal(digit_compare("", ""), 0);
    assert_int_equal(digit_compare("o๑", "o10"), -1);
    assert_int_equal(digit_compare("o10", "o๑"), 1);
    assert_int_equal(digit_compare("o๒", "o1"), 1);
    assert_int_equal(digit_compare("ข้อ๙", "ข้อ๘"), 1);
    assert_int_equal(digit_compare("ก", "ข"), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_values),
        cmocka_unit_test(writes_one_script),
        cmocka_unit_test(compares_digits_of_both_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
