/* The known name that an unknown one was meant to be, and what is said of it. */
#include "unit.h"

#include "base/nearest.h"

static void finds_the_nearest_name(void **state)
{
    (void)state;
    static const char *const names[] = {"score", "scores", "weight", "คะแนน", "id", "published"};
    size_t count = sizeof names / sizeof *names;
    assert_string_equal(nearest_name("socre", names, count), "score");
    assert_string_equal(nearest_name("scoers", names, count), "scores");
    assert_string_equal(nearest_name("Weight", names, count), "weight");
    assert_string_equal(nearest_name("คะเเนน", names, count), "คะแนน");
    assert_string_equal(nearest_name("publishd", names, count), "published");
    assert_string_equal(nearest_name("ids", names, count), "id");
    assert_null(nearest_name("x", names, count));
    assert_null(nearest_name("height", names, 2));
    assert_null(nearest_name("", names, count));
    assert_null(
        nearest_name("a-word-that-is-far-too-long-to-be-a-slip-of-any-key-of-ours", names, count));
}

static void says_what_was_meant(void **state)
{
    (void)state;
    static const char *const known[] = {"i1", "i2", "o23"};
    static const struct nearest_messages messages = {MESSAGE_QUESTION_UNKNOWN_NEAR,
                                                     MESSAGE_QUESTION_UNKNOWN};
    struct diag *diag = diag_new();
    nearest_say(diag, (struct place){0}, "o32", messages, known, 3);
    nearest_say(diag, (struct place){0}, "e", messages, known, 3);
    nearest_say(diag, (struct place){0}, "e", messages, known, 0);
    char *text = unit_printed(diag, (struct diag_style){.language = DIAG_ENGLISH});
    assert_non_null(strstr(text, "did you mean o23?"));
    assert_non_null(strstr(text, "its questions are i1, i2, o23"));
    free(text);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_nearest_name),
        cmocka_unit_test(says_what_was_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
