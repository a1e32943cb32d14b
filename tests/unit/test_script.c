/* Scripts that are written from right to left: the edges of their blocks. */
#include "unit.h"

#include "base/script.h"

static const char *name_of(char32_t c)
{
    const struct script *script = script_from_right(c);
    return script != NULL ? script->english : "";
}

static void knows_letters(void **state)
{
    (void)state;
    assert_string_equal(name_of(0x05D0), "Hebrew");
    assert_string_equal(name_of(0xFB1D), "Hebrew");
    assert_string_equal(name_of(0x0627), "Arabic");
    assert_string_equal(name_of(0xFEFC), "Arabic");
    assert_string_equal(name_of(0x0710), "Syriac");
    assert_string_equal(name_of(0x07CA), "N'Ko");
    assert_string_equal(name_of(0x1E900), "Adlam");
    assert_string_equal(name_of(0x10900), "an ancient script");
}

static void knows_what_is_none(void **state)
{
    (void)state;
    static const char32_t others[] = {'A',    0x058F, 0x0900, 0x0E01,  0x200D,  0x2028, 0xFB1C,
                                      0xFDD0, 0xFEFF, 0xFFFC, 0x11000, 0x1F600, 0x1F1F9};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_null(script_from_right(others[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_letters),
        cmocka_unit_test(knows_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
