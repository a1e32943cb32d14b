/* Formulas: the four operations, their order, what lists come to, and the places of what is wrong. */
#include "unit.h"

#include "formula/template.h"
#include "source/source.h"

static struct value *numbers(struct arena *arena, const int64_t *hundredths, size_t count)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++)
        value_add(arena, list, value_ratio(arena, ratio_hundredths(hundredths[i])));
    return list;
}

static const struct value *facts(struct arena *arena)
{
    struct value *map = value_map(arena);
    value_put(arena, map, "year", value_whole(arena, 2568));
    value_put(arena, map, "budget", value_whole(arena, 1250000));
    value_put(arena, map, "third", value_ratio(arena, ratio_of(100, 3)));
    value_put(arena, map, "huge", value_whole(arena, INT64_C(9999999999999999)));
    value_put(arena, map, "fine", value_ratio(arena, ratio_of(1, INT64_C(4611686018427387847))));
    value_put(arena, map, "name", value_string(arena, "อบต.", strlen("อบต.")));
    value_put(arena, map, "missing", value_none());
    value_put(arena, map, "scores", numbers(arena, (const int64_t[]){9000, 8050, 10000}, 3));
    value_put(arena, map, "empty", value_list(arena));
    struct value *gaps = numbers(arena, (const int64_t[]){100, 200}, 2);
    value_add(arena, gaps, value_none());
    value_put(arena, map, "gaps", gaps);
    struct value *counts = value_list(arena);
    value_add(arena, counts, value_whole(arena, 30));
    value_add(arena, counts, value_whole(arena, 27));
    value_put(arena, map, "counts", counts);
    struct value *texts = value_list(arena);
    value_add(arena, texts, value_string(arena, "1", 1));
    value_put(arena, map, "texts", texts);
    return map;
}

/* What a placeholder with this expression prints, or the headline of its message. */
static void assert_gives(const char *expression, const char *expected)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct evaluation evaluation = {
        .arena = arena, .diag = diag, .facts = facts(arena), .digits = DIGIT_WESTERN};
    struct buffer yaml = {0};
    buffer_printf(&yaml, "{{ %s }}", expression);
    struct text text = {.bytes = buffer_text(&yaml), .length = yaml.length, .form = TEXT_TEMPLATE};
    const struct template *template = template_parse(arena, diag, &text);
    struct buffer out = {0};
    template_render(template, &evaluation, NULL, &out);
    if (diag_failed(diag)) {
        buffer_clear(&out);
        char *printed = unit_printed(diag, (struct diag_style){.language = DIAG_ENGLISH});
        buffer_add_string(&out, printed);
        free(printed);
        assert_non_null(strstr(buffer_text(&out), expected));
    } else
        assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    buffer_free(&yaml);
    diag_free(diag);
    arena_free(arena);
}

static void calculates(void **state)
{
    (void)state;
    assert_gives("year - 1", "2567");
    assert_gives("1 + 2 * 3", "7");
    assert_gives("(1 + 2) * 3", "9");
    assert_gives("10 - 3 - 2", "5");
    assert_gives("100 / 4 / 5", "5.00");
    assert_gives("(7 / 2) | whole", "3.5");
    assert_gives("7/2", "3.50");
    assert_gives("2 * 3.5", "7.00");
    assert_gives("third * 3", "100.00"); /* exact: not 99.99 */
    assert_gives("(third - 33.33) * 300", "1.00");
    assert_gives("((third | round) - 33.33) * 300", "0.00");
    assert_gives("budget * 3 / 7 * 7 | whole", "calculates with numbers");
    assert_gives("(budget / 7 * 7) | whole", "1250000");
}

static void takes_signs(void **state)
{
    (void)state;
    assert_gives("-5 + 7", "2");
    assert_gives("7 - -5", "12");
    assert_gives("--5", "5");
    assert_gives("-(2 + 3)", "-5");
    assert_gives("-third | score", "-33.33");
    assert_gives("2 * -3", "-6");
    assert_gives("3-2", "1");
    assert_gives("-year", "-2568");
}

static void compares_results(void **state)
{
    (void)state;
    assert_gives("(year - 1 == 2567 and 2 + 2 < 5) and \"x\" | count", "takes a list");
    assert_gives("scores.1 - scores.2 > 9 | default(\"\")", "cannot be printed");
    assert_gives("scores | max - 1", "99.00"); /* a filter belongs to what is before it */
    assert_gives("100 - scores | max", "0.00");
}

static void sums_lists(void **state)
{
    (void)state;
    assert_gives("scores | sum", "270.50");
    assert_gives("scores | mean", "90.17");
    assert_gives("(scores | mean) * 6 - 541", "0.00");
    assert_gives("scores | max", "100.00");
    assert_gives("scores | min", "80.50");
    assert_gives("scores | least", "80.50");
    assert_gives("counts | sum", "57");
    assert_gives("counts | mean", "28.50");
    assert_gives("empty | sum", "0");
    assert_gives("empty | mean | default(\"-\")", "-");
    assert_gives("empty | max | default(\"-\")", "-");
    assert_gives("gaps | given | mean", "1.50");
    assert_gives("gaps | mean", "item 3 of this list is not given");
    assert_gives("texts | sum", "the filter sum takes a list of numbers");
    assert_gives("year | sum", "the filter sum takes a list [");
}

static void prints_numbers(void **state)
{
    (void)state;
    assert_gives("budget | thousands", "1,250,000");
    assert_gives("budget | thousands(2)", "1,250,000.00");
    assert_gives("(budget / 8 + 0.25) | thousands", "156,250.25");
    assert_gives("(budget / 8 + 0.5) | thousands", "156,250.5");
    assert_gives("(budget / 8 + 0.5) | thousands(0)", "156,251");
    assert_gives("78.46 | thousands(1)", "78.5");
    assert_gives("999 | thousands", "999");
    assert_gives("-1000 | thousands", "-1,000");
    assert_gives("-100 | thousands", "-100");
    assert_gives("huge | thousands", "9,999,999,999,999,999");
    assert_gives("budget | thousands | thai", "๑,๒๕๐,๐๐๐");
    assert_gives("budget | thousands(3)", "wrong values");
    assert_gives("name | thousands", "takes a number");
    assert_gives("1.5 | signed", "+1.50");
    assert_gives("-1.5 | signed", "-1.50");
    assert_gives("0 | signed", "0.00");
    assert_gives("(third - 33.333) | signed", "0.00"); /* what is printed has no sign */
    assert_gives("-5 | abs", "5");
    assert_gives("-third | abs", "33.33");
    assert_gives("78.46 | round(1)", "78.50");
    assert_gives("78.49 | round(0) | whole", "78");
    assert_gives("78.49 | round(-1)", "wrong values");
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    assert_gives("name + 1", "this is no number, and + calculates with numbers");
    assert_gives("1 * scores", "this is no number, and * calculates with numbers");
    assert_gives("-name", "this is no number, and - calculates with numbers");
    assert_gives("missing - 1", "this value is not given");
    assert_gives("year - third | score", "what the filter score gives is no number");
    assert_gives("year / 0", "this divides by zero");
    assert_gives("year / (third - third)", "this divides by zero");
    assert_gives("huge * huge", "more digits than");
    assert_gives("huge * 100", "more digits than");
    assert_gives("fine / 1000", "more digits than");
    assert_gives("fine | round | whole", "0");
    assert_gives("year-1", "nothing is called year-1 here");
    assert_gives("year-1", "put a space before the minus: year - 1");
    assert_gives("1 +", "is expected here");
    assert_gives("1 + + 2", "is expected here");
    assert_gives("* 2", "is expected here");
}

/* As typed, but for brackets that change nothing. */
static void assert_written(const char *expression, const char *expected)
{
    struct arena *arena = arena_new();
    struct text text = {.bytes = expression, .length = strlen(expression)};
    const struct expr_reader reader = {.arena = arena, .text = &text};
    const struct expr *expr = expr_parse(&reader, 0, text.length);
    assert_non_null(expr);
    struct buffer out = {0};
    expr_write(expr, &out);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    arena_free(arena);
}

static void writes_expressions(void **state)
{
    (void)state;
    assert_written("a.b-c.2|first( 3 )|join(', ')", "a.b-c.2 | first(3) | join(\", \")");
    assert_written("((a + b)) * (c / d)", "(a + b) * (c / d)");
    assert_written("a - (b - c) - d", "a - (b - c) - d");
    assert_written("(a + b | count) | score", "(a + b | count) | score");
    assert_written("-(a + 1.50) < -2 and not (x or y)", "-(a + 1.50) < -2 and not (x or y)");
    assert_written("(a and b) or c", "a and b or c");
}

static void limits_signs_and_operations(void **state)
{
    (void)state;
    struct buffer text = {0};
    for (int i = 0; i < 1000; i++)
        buffer_add_string(&text, "-");
    buffer_add_string(&text, "1");
    assert_gives(buffer_text(&text), "too many brackets inside each other");
    buffer_clear(&text);
    for (int i = 0; i < 300; i++)
        buffer_add_string(&text, "1 + ");
    buffer_add_string(&text, "1");
    assert_gives(buffer_text(&text), "200");
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calculates),         cmocka_unit_test(takes_signs),
        cmocka_unit_test(compares_results),   cmocka_unit_test(sums_lists),
        cmocka_unit_test(prints_numbers),     cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(writes_expressions), cmocka_unit_test(limits_signs_and_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
