/* Lists in cells: joined so that they come apart again, and as offices type them. */
#include "unit.h"

#include "exchange/lines.h"

static const char *parted(struct arena *arena, const char *cell)
{
    struct lines lines = {0};
    const char *out = "";
    lines_add(arena, cell, &lines);
    for (size_t i = 0; i < lines.count; i++)
        out = arena_printf(arena, "%s[%s]", out, lines.item[i]);
    return out;
}

static void test_as_offices_type_them(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_string_equal(parted(arena, "ก\nข\n\n ค "), "[ก][ข][ค]");
    assert_string_equal(parted(arena, "1. ก\n2. ข\n   ต่อ\n3. ค"), "[ก][ข\n   ต่อ][ค]");
    assert_string_equal(parted(arena, "๑) ก\n๒) ข"), "[ก][ข]");
    assert_string_equal(parted(arena, "(1) ก\n(2) ข"), "[ก][ข]");
    assert_string_equal(parted(arena, "- ก\n• ข"), "[ก][ข]");
    assert_string_equal(parted(arena, "1. ก\n(2) ในข้อ ก\n2. ข"), "[ก\n(2) ในข้อ ก][ข]");
    assert_string_equal(parted(arena, "1.5 ล้านบาท\n2.5 ล้านบาท"), "[1.5 ล้านบาท][2.5 ล้านบาท]");
    assert_string_equal(parted(arena, "ปี 2569\n2. ข"), "[ปี 2569][2. ข]");
    assert_string_equal(parted(arena, ""), "");
    arena_free(arena);
}

static void check_back(struct arena *arena, const char *const *item, size_t count)
{
    struct texts texts = {ARENA_NEW(arena, struct text, count + 1), count};
    const char *expected = "";
    for (size_t i = 0; i < count; i++) {
        texts.item[i].bytes = item[i];
        expected = arena_printf(arena, "%s[%s]", expected, item[i]);
    }
    assert_string_equal(parted(arena, lines_join(arena, &texts)), expected);
}

static void test_back_as_they_were(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    check_back(arena, (const char *const[]){"ก", "ข"}, 2);
    check_back(arena, (const char *const[]){"ก\n\n1. ย่อย\n2. ย่อย", "ข"}, 2);
    check_back(arena, (const char *const[]){"1. ย่อย\n1) ย่อย\n(1) ย่อย", "๒. ข\n2. ค"}, 2);
    check_back(arena, (const char *const[]){"- ขีด"}, 1);
    check_back(arena, (const char *const[]){"๑. เลข", "๒. เลข"}, 2);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_offices_type_them),
        cmocka_unit_test(test_back_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
