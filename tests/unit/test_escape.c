/* Texts as YAML, JSON, XML and URIs write them. */
#include "unit.h"

#include "base/escape.h"

static void assert_escaped(void (*escape)(struct buffer *, const char *), const char *text,
                           const char *expected)
{
    struct buffer out = {0};
    escape(&out, text);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void quotes(void **state)
{
    (void)state;
    assert_escaped(escape_quoted, "", "\"\"");
    assert_escaped(escape_quoted, "a \"น้ำ\"\nb\\c\x01", "\"a \\\"น้ำ\\\"\\nb\\\\c\\x01\"");
    assert_escaped(escape_quoted, "\xC2\x9B\u202E\U0001FFFE\u200B\xFF",
                   "\"\\x9B\\u202E\\U0001FFFE\u200B\xFF\"");
    struct buffer out = {0};
    escape_text(&out, "a\0\tb", 4);
    assert_string_equal(buffer_text(&out), "a\\x00\\x09b");
    buffer_free(&out);
}

static void writes_json(void **state)
{
    (void)state;
    assert_escaped(escape_json, "say \"น้ำ\"\n\\ \x01\x7F \xFF",
                   "\"say \\\"น้ำ\\\"\\n\\\\ \\u0001\\u007f \xEF\xBF\xBD\"");
    assert_escaped(escape_json, "\t\xC2\x9B\u202E\uFFFE\u00A0",
                   "\"\\u0009\\u009b\\u202e\\ufffe\u00A0\"");
}

static void writes_xml(void **state)
{
    (void)state;
    assert_escaped(escape_xml, "<a b=\"ก\"> & 'c'", "&lt;a b=&quot;ก&quot;&gt; &amp; 'c'");
    assert_escaped(escape_xml, "a\tb\x1B\x01", "a\tb\uFFFD\uFFFD");
}

static void writes_paths_and_addresses(void **state)
{
    (void)state;
    assert_escaped(escape_path, "2568/a b-c_d.~e/ก?#%", "2568/a%20b-c_d.~e/%E0%B8%81%3F%23%25");
    assert_escaped(escape_uri, "https://x/a b?ก#%41\x7F", "https://x/a%20b?%E0%B8%81#%41%7F");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes),
        cmocka_unit_test(writes_json),
        cmocka_unit_test(writes_xml),
        cmocka_unit_test(writes_paths_and_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
