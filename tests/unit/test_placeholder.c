/* Where placeholders are in a text, and what can be asked of their expressions. */
#include "unit.h"

#include "formula/placeholder.h"

static struct text text_of(const char *bytes)
{
    return (struct text){.bytes = bytes, .length = strlen(bytes)};
}

static void finds_placeholders(void **state)
{
    (void)state;
    struct text text = text_of("ก {{ a }}{b}{{c}}");
    struct placeholder placeholder;
    assert_true(placeholder_next(&text, 0, &placeholder));
    assert_int_equal(placeholder.start, 4);
    assert_int_equal(placeholder.inside, 6);
    assert_int_equal(placeholder.close, 9);
    assert_int_equal(placeholder.end, 11);
    assert_true(placeholder.is_closed);
    assert_true(placeholder_next(&text, placeholder.end, &placeholder));
    assert_int_equal(placeholder.start, 14);
    assert_int_equal(placeholder.end, text.length);
    assert_false(placeholder_next(&text, placeholder.end, &placeholder));
    text = (struct text){0};
    assert_false(placeholder_next(&text, 0, &placeholder));
}

/* A text with one placeholder, and where it ends; closed or not. */
static void assert_end(const char *bytes, bool is_closed, size_t end)
{
    struct text text = text_of(bytes);
    struct placeholder placeholder;
    assert_true(placeholder_next(&text, 0, &placeholder));
    assert_int_equal(placeholder.is_closed, is_closed);
    assert_int_equal(placeholder.end, end);
}

static void respects_quotes(void **state)
{
    (void)state;
    assert_end("{{ \"}}\" }}.", true, 10);
    assert_end("{{ '\"}}' }}.", true, 11);
    assert_end("{{ \"{{\" }}.", true, 10);
    assert_end("{{ 'a }}", false, 2);
    assert_end("{{", false, 2);
    assert_end("{{ a }", false, 2);
    assert_end("{{ a {{ b }}", false, 2);
    assert_end("{{}}", true, 4);
}

struct parsed {
    struct arena *arena;
    struct text text;
    const struct expr *expr;
};

static struct parsed parse(const char *bytes, struct diag *diag)
{
    struct parsed parsed = {arena_new(), text_of(bytes), NULL};
    struct placeholder placeholder;
    assert_true(placeholder_next(&parsed.text, 0, &placeholder));
    parsed.expr = placeholder_parse(parsed.arena, diag, &parsed.text, &placeholder);
    return parsed;
}

static void reports_or_is_silent(void **state)
{
    (void)state;
    static const char *const wrong[] = {"{{ a", "{{ a | skore }}", "{{ }}", "{{ a b }}"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct diag *diag = diag_new();
        struct parsed parsed = parse(wrong[i], diag);
        assert_null(parsed.expr);
        assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
        arena_free(parsed.arena);
        parsed = parse(wrong[i], NULL);
        assert_null(parsed.expr);
        arena_free(parsed.arena);
        diag_free(diag);
    }
}

static void names_paths(void **state)
{
    (void)state;
    struct parsed parsed = parse("{{ question.i2.label }}", NULL);
    assert_int_equal(expr_path_names(parsed.expr), 3);
    assert_string_equal(expr_path_name(parsed.expr, 1), "i2");
    assert_null(expr_path_name(parsed.expr, 3));
    arena_free(parsed.arena);
    parsed = parse("{{ question.i2.score | score }}", NULL);
    assert_int_equal(expr_path_names(parsed.expr), 0);
    assert_null(expr_path_name(parsed.expr, 0));
    arena_free(parsed.arena);
}

static void knows_mentions_and_filters(void **state)
{
    (void)state;
    struct parsed parsed = parse("{{ a.b | default(\"question.i2\") | score }}", NULL);
    assert_true(expr_mentions(parsed.expr, "a", "b"));
    assert_false(expr_mentions(parsed.expr, "question", "i2"));
    assert_true(expr_has_filter(parsed.expr, "score"));
    assert_true(expr_has_filter(parsed.expr, "default"));
    assert_false(expr_has_filter(parsed.expr, "thai"));
    arena_free(parsed.arena);
    parsed = parse("{{ not x and previous.question.i2.score > question.i3.score }}", NULL);
    assert_true(expr_mentions(parsed.expr, "question", "i2"));
    assert_true(expr_mentions(parsed.expr, "question", "i3"));
    assert_false(expr_mentions(parsed.expr, "question", "i"));
    assert_false(expr_mentions(parsed.expr, "i3", "question"));
    arena_free(parsed.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_placeholders),         cmocka_unit_test(respects_quotes),
        cmocka_unit_test(reports_or_is_silent),       cmocka_unit_test(names_paths),
        cmocka_unit_test(knows_mentions_and_filters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
