/* Which words of a line are marked as English. */
#include "unit.h"

#include "paint/latin.h"

/* All runs of a text, in brackets. */
static void assert_runs(const char *text, const char *expected)
{
    struct buffer out = {0};
    size_t length = strlen(text), at = 0;
    struct latin_run run;
    while (latin_find(text, at, length, &run)) {
        buffer_add(&out, text + at, run.start - at);
        buffer_printf(&out, "[%.*s]", (int)(run.end - run.start), text + run.start);
        at = run.end;
    }
    buffer_add_string(&out, text + at);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void finds_words(void **state)
{
    (void)state;
    assert_runs("", "");
    assert_runs("ไทย ๑๒ 34 (...)", "ไทย ๑๒ 34 (...)");
    assert_runs("การประเมิน ITA ประจำปี", "การประเมิน [ITA ]ประจำปี");
    assert_runs("(Integrity and Transparency Assessment: ITA) ปี",
                "[(Integrity and Transparency Assessment: ITA) ]ปี");
    assert_runs("IIT, EIT และ OIT", "[IIT, EIT ]และ [OIT]");
    assert_runs("E-Service ก", "[E-Service ]ก");
    assert_runs("ข้อ o๑๐ และ i1", "ข้อ o๑๐ และ i1");
    assert_runs("ITA2568x ก", "[ITA2568x ]ก");
    assert_runs("Live Chat, Chatbot,", "[Live Chat, Chatbot,]");
    assert_runs("(Q&A) - & x", "[(Q&A) ]- & x");
    assert_runs("ระบบ “ITA” และ ‘EIT’*", "ระบบ [“ITA” ]และ [‘EIT’*]");
    assert_runs("ab\ncd", "[ab]\n[cd]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
