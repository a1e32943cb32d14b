/* What `explain` says of a rule: a paragraph and an example in the language that was asked for. */
#include "unit.h"

#include "audit/audit.h"

/* Words that only English sentences have. */
static bool has_english(const char *text)
{
    static const char *const words[] = {" the ", " and ",   " of ",   " to ",  " has ",
                                        " in ",  " which ", "while ", " but ", " published "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]) != NULL)
            return true;
    return false;
}

static bool has_thai(const char *text)
{
    return strstr(text, "\xE0\xB8") != NULL || strstr(text, "\xE0\xB9") != NULL;
}

static void explains_in_each_language(void **state)
{
    (void)state;
    for (const struct audit_rule *rule = audit_rules(); rule->name != NULL; rule++) {
        const char *thai = audit_example(rule, DIAG_THAI);
        if (!has_thai(rule->thai) || has_english(rule->thai) || has_english(thai))
            fail_msg("%s is not explained in Thai: %s", rule->name, thai);
        if (strlen(thai) < 4 || strlen(rule->example) < 4 || strlen(rule->english) < 20)
            fail_msg("%s is hardly explained", rule->name);
        bool is_own = rule->thai_example != NULL;
        if (is_own && strcmp(rule->thai_example, rule->example) == 0)
            fail_msg("%s has one example for both languages", rule->name);
        if (audit_example(rule, DIAG_ENGLISH) != rule->example ||
            thai != (is_own ? rule->thai_example : rule->example))
            fail_msg("%s: the example of another language", rule->name);
    }
}

static void finds_rules_by_name(void **state)
{
    (void)state;
    assert_string_equal(audit_find("spelling")->name, "spelling");
    assert_null(audit_find("spellin"));
    assert_null(audit_find("spellings"));
    assert_null(audit_find(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(explains_in_each_language),
                                       cmocka_unit_test(finds_rules_by_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
