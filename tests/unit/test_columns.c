/* Rows aligned by what a terminal shows. */
#include "unit.h"

#include "base/columns.h"

static void aligns_thai(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer out = {0};
    struct columns columns = {
        .arena = arena, .columns = 3, .right = {[1] = true}, .most = {[2] = 6}};
    COLUMNS_ADD(&columns, "ที่", "1.00", "ก");
    COLUMNS_ADD(&columns, "abc", "10.00", "กิ่งแก้วนั้น");
    COLUMNS_ADD(&columns, "", "", "สองบรรทัด\nต่อ");
    COLUMNS_ADD(&columns, "สั้น", "", "");
    columns_print(&columns, 1, &out);
    assert_string_equal(buffer_text(&out), " ที่     1.00  ก\n"
                                           " abc  10.00  กิ่งแก้ว…\n"
                                           "             สองบร…\n"
                                           " สั้น\n");
    buffer_free(&out);
    arena_free(arena);
}

static void shows_no_controls(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer out = {0};
    struct columns columns = {.arena = arena, .columns = 1};
    COLUMNS_ADD(&columns, "a\x1b[31mb\tc\xff");
    columns_print(&columns, 0, &out);
    assert_string_equal(buffer_text(&out), "a [31mb c\xef\xbf\xbd\n");
    buffer_free(&out);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligns_thai),
        cmocka_unit_test(shows_no_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
