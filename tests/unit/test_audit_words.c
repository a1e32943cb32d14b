/* The audit's own words, as rules look for them. */
#include "unit.h"

#include "audit/audit.h"
#include "audit/words.h"

#define PATH "data/words/audit.txt"

static struct scan scan_of(struct arena *arena, const char *bytes)
{
    struct text *text = ARENA_NEW(arena, struct text, 1);
    *text = (struct text){.bytes = bytes, .length = strlen(bytes)};
    return scan_text(arena, text);
}

static void finds_words_among_letters(void **state)
{
    (void)state;
    static const char *const forms[] = {"ก.", "ขค", "ค"};
    struct words_entry entry[3] = {{.form = &forms[0]}, {.form = &forms[1]}, {.form = &forms[2]}};
    struct words words = {entry, 3};
    struct arena *arena = arena_new();
    struct scan scan = scan_of(arena, "งขค ก. จ");
    assert_int_equal(audit_words_find(&scan, 0, scan.count, &words), 1);
    assert_int_equal(audit_words_find(&scan, 2, scan.count, &words), 2);
    assert_int_equal(audit_words_find(&scan, 7, scan.count, &words), scan.count);
    assert_true(audit_words_has(&scan, 0, 3, &words));
    assert_false(audit_words_has(&scan, 0, 2, &words));
    assert_true(audit_words_begin(&scan, 4, &words));
    assert_false(audit_words_begin(&scan, 3, &words));
    assert_true(audit_words_end(&scan, 6, &words));
    assert_false(audit_words_end(&scan, 1, &words));
    assert_false(audit_words_end(&scan, 0, &words));
    arena_free(arena);
}

struct given {
    const char *text;
    const char *headlines;
};

static void wrong_files_give_no_words(void **state)
{
    (void)state;
    static const char all[] =
        "[weakness]\n[strength]\n[vague]\n[doubled]\n[era]\n"
        "[spelling]\nก = ข = "
        "ค\n[doubled-joined]\n[slip]\n[title]\n[place-kind]\n[keep]\nพ.ร.บ.\nมติ\n";
    static const char half[] = "[weakness]\n[strength]\n[vague]\n[doubled]\n[era]\n"
                               "[doubled-joined]\n[slip]\n[title]\n[place-kind]\n[spelling]\nก\n";
    const struct given cases[] = {
        {all, ""},
        {half, PATH ": error: the section [keep] is missing in this file [words-missing]\n" PATH
                    ":11:2: error: a spelling is missing here [words-forms]\n"},
        {NULL, "itareport: error: there is no file " PATH " [file-missing]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag *diag = diag_new();
        struct sources *sources = sources_new();
        if (cases[i].text != NULL)
            unit_give(sources, PATH, cases[i].text);
        struct audit_words *words = audit_words_load(PATH, (struct place){0}, sources, diag);
        unit_expect(diag, cases[i].headlines);
        assert_int_equal(words != NULL, i == 0);
        if (words != NULL) {
            assert_int_equal(words->of[AUDIT_KEEP].count, 2);
            assert_string_equal(words->of[AUDIT_KEEP].entry[1].form[0], "มติ");
            assert_int_equal(words->of[AUDIT_SPELLING].entry[0].forms, 3);
            assert_int_equal(words->of[AUDIT_ERA].count, 0);
        }
        sources_free(sources);
        diag_free(diag);
        audit_words_free(words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_words_among_letters),
        cmocka_unit_test(wrong_files_give_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
