/* Digits, scores, numbers and dates as a Thai document prints them. */
#include "unit.h"

#include "formula/format.h"

static void assert_printed(struct buffer *out, const char *expected)
{
    assert_string_equal(buffer_text(out), expected);
    buffer_free(out);
}

static void prints_scores_with_two_decimals(void **state)
{
    (void)state;
    static const struct {
        int64_t num, den;
        const char *thai;
    } rows[] = {
        {100, 1, "๑๐๐.๐๐"}, {0, 1, "๐.๐๐"},           {9289, 100, "๙๒.๘๙"}, {15621, 200, "๗๘.๑๑"},
        {1, 3, "๐.๓๓"},     {199999, 2000, "๑๐๐.๐๐"}, {-1, 4, "-๐.๒๕"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer out = {0};
        format_score(&out, ratio_of(rows[i].num, rows[i].den), DIGIT_THAI);
        assert_printed(&out, rows[i].thai);
    }
}

static void prints_numbers_as_short_as_they_are(void **state)
{
    (void)state;
    struct buffer out = {0};
    format_number(&out, ratio_of(30, 1), DIGIT_THAI);
    assert_printed(&out, "๓๐");
    format_number(&out, ratio_of(75, 10), DIGIT_WESTERN);
    assert_printed(&out, "7.5");
    format_number(&out, ratio_of(1, 3), DIGIT_WESTERN);
    assert_printed(&out, "0.33");
    format_whole(&out, INT64_MIN, DIGIT_WESTERN);
    assert_printed(&out, "-9223372036854775808");
}

static void prints_dates(void **state)
{
    (void)state;
    struct buffer out = {0};
    format_date(&out, (struct date){2568, 10, 1}, DIGIT_THAI);
    assert_printed(&out, "๑ ตุลาคม ๒๕๖๘");
    format_date(&out, (struct date){2569, 9, 30}, DIGIT_WESTERN);
    assert_printed(&out, "30 กันยายน 2569");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_scores_with_two_decimals),
        cmocka_unit_test(prints_numbers_as_short_as_they_are),
        cmocka_unit_test(prints_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
