/* What is a mark of something still to be written, and what only looks like one. */
#include "unit.h"

#include "base/unwritten.h"

/* All marks of a text, with a bar after each. */
static const char *marks(const char *text)
{
    static char out[256];
    struct unwritten mark = {0};
    out[0] = '\0';
    while (unwritten_next(text, strlen(text), mark.end, &mark)) {
        strncat(out, text + mark.start, mark.end - mark.start);
        strcat(out, "|");
    }
    return out;
}

static void finds_marks_wherever_they_are(void **state)
{
    (void)state;
    assert_string_equal(marks("<<รอเขียน>>"), "<<รอเขียน>>|");
    assert_string_equal(marks("ก <<หนึ่ง>> ข <<two: 2>>\nค <<สาม>>"), "<<หนึ่ง>>|<<two: 2>>|<<สาม>>|");
}

static void a_mark_whose_end_was_deleted_ends_with_its_line(void **state)
{
    (void)state;
    assert_string_equal(marks("<<รอเขียน> ข้อความ\nต่อไป"), "<<รอเขียน> ข้อความ|");
    assert_string_equal(marks("<<x"), "<<x|");
}

static void other_brackets_are_none(void **state)
{
    (void)state;
    assert_string_equal(marks("a << b, >>คลิก<<, <<>>, <<<, <b>"), "");
    assert_string_equal(marks(""), "");
    assert_string_equal(marks("<<"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_marks_wherever_they_are),
        cmocka_unit_test(a_mark_whose_end_was_deleted_ends_with_its_line),
        cmocka_unit_test(other_brackets_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
