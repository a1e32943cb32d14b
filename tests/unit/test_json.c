/* JSON text: commas, indentation, escapes; and the messages for other programs. */
#include "unit.h"

#include "base/json.h"

static void nests_and_escapes(void **state)
{
    (void)state;
    struct buffer out = {0};
    struct json json = {.out = &out};
    json_open(&json, NULL, '{');
    json_string(&json, "a", "say \"น้ำ\"\n\\ \x01 \xFF");
    json_open(&json, "list", '[');
    json_whole(&json, NULL, -5);
    json_bool(&json, NULL, true);
    json_close(&json, ']');
    json_open(&json, "none", '{');
    json_close(&json, '}');
    json_close(&json, '}');
    assert_string_equal(buffer_text(&out),
                        "{\n  \"a\": \"say \\\"น้ำ\\\"\\n\\\\ \\u0001 \xEF\xBF\xBD\",\n"
                        "  \"list\": [\n    -5,\n    true\n  ],\n  \"none\": {}\n}\n");
    buffer_free(&out);
}

/* What a printer writes, freed by the caller. */
static char *printed(const struct diag *diag,
                     void (*print)(const struct diag *, FILE *, struct diag_style))
{
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    print(diag, to, (struct diag_style){.language = DIAG_ENGLISH});
    fclose(to);
    return text;
}

static void print_sarif(const struct diag *diag, FILE *to, struct diag_style style)
{
    diag_print_sarif(diag, to, style, &(struct diag_sarif){.version = "1.2.3"});
}

static void prints_findings(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = {"r.yaml", "a: 1\n", 5};
    const char *const reason[] = {"announced so", NULL};
    const char *const values[] = {"92.89", NULL};
    struct diag_remark remark = {MESSAGE_ACKNOWLEDGED, reason};
    struct diag_finding finding = {
        .severity = DIAG_NOTE, .path = "r.a", .remark = &remark, .remarks = 1, .known = true};
    diag_add_finding(diag, MESSAGE_TYPED_SCORE, place_at(&source, 1, 4), values, &finding);
    assert_int_equal(diag_count(diag, DIAG_NOTE), 1);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 0);
    char *text = printed(diag, diag_print_json);
    assert_non_null(strstr(text, "\"line\": 1,\n    \"column\": 4,\n    \"place\": \"r.a\",\n"
                                 "    \"severity\": \"note\",\n    \"rule\": \"typed-score\""));
    assert_non_null(strstr(text, "\"acknowledged: announced so\""));
    free(text);
    text = printed(diag, print_sarif);
    assert_non_null(strstr(text, "\"justification\": \"announced so\""));
    assert_non_null(strstr(text, "\"ruleId\": \"typed-score\""));
    assert_non_null(strstr(text, "\"version\": \"1.2.3\""));
    assert_non_null(strstr(text, "\"name\": \"TypedScore\""));
    assert_non_null(strstr(text, "\"startColumn\": 4,\n"));
    assert_non_null(strstr(text, "\"endColumn\": 5,\n"));
    free(text);
    diag_free(diag);
}

/* Two acknowledged findings of one cause: the second is a place of the first. */
static void prints_related_places(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    const struct source source = {"m.yaml", "a: 1\nb: 2\n", 10};
    for (uint32_t line = 1; line <= 2; line++) {
        const char *const values[] = {
            "1 มกราคม 2560",  line == 1 ? "2 มกราคม 2560" : "3 มกราคม 2560",
            "2570",           "1 ตุลาคม 2569",
            "30 กันยายน 2570", NULL};
        struct diag_finding finding = {.severity = DIAG_WARNING, .path = line == 1 ? "m.a" : "m.b"};
        diag_add_finding(diag, MESSAGE_MEASURE_PERIOD, place_at(&source, line, 4), values,
                         &finding);
    }
    char *text = printed(diag, diag_print_json);
    assert_non_null(
        strstr(text, "\"related\": [\n      {\n        \"file\": \"m.yaml\",\n"
                     "        \"line\": 2,\n        \"column\": 4,\n"
                     "        \"place\": \"m.b\",\n        \"message\": \"1 มกราคม 2560 to 3"));
    assert_non_null(strstr(text, "\"message\": \"2 periods are not within the fiscal year 2570"));
    free(text);
    text = printed(diag, print_sarif);
    assert_non_null(strstr(text, "\"relatedLocations\": ["));
    assert_non_null(strstr(text, "\"fullyQualifiedName\": \"m.b\""));
    free(text);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nests_and_escapes),
        cmocka_unit_test(prints_findings),
        cmocka_unit_test(prints_related_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
