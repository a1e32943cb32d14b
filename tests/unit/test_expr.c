/* Expressions and placeholders: values, filters, conditions, and the places of what is wrong. */
#include "unit.h"

#include "base/limits.h"
#include "formula/template.h"
#include "source/source.h"

struct run {
    struct arena *arena;
    struct diag *diag;
    struct evaluation evaluation;
};

static const struct value *text_of(struct arena *arena, const char *text, enum value_form form)
{
    struct value *value = value_string(arena, text, strlen(text));
    value->form = form;
    return value;
}

static struct value *indicator(struct arena *arena, int64_t number, const char *name,
                               int64_t hundredths)
{
    struct value *map = value_map(arena);
    value_put(arena, map, "number", value_whole(arena, number));
    value_put(arena, map, "name", text_of(arena, name, VALUE_PLAIN));
    value_put(arena, map, "score", value_ratio(arena, ratio_hundredths(hundredths)));
    return map;
}

static const struct value *facts(struct arena *arena)
{
    struct value *list = value_list(arena);
    value_add(arena, list, indicator(arena, 1, "หนึ่ง", 9800));
    value_add(arena, list, indicator(arena, 2, "สอง", 7810));
    value_add(arena, list, indicator(arena, 3, "สาม", 10000));
    struct value *agency = value_map(arena);
    value_put(arena, agency, "name", text_of(arena, "อบต. 1", VALUE_PLAIN));
    value_put(arena, agency, "motto", value_none());
    struct value *map = value_map(arena);
    value_put(arena, map, "agency", agency);
    value_put(arena, map, "indicators", list);
    value_put(arena, map, "year", value_whole(arena, 2568));
    value_put(arena, map, "target", value_ratio(arena, ratio_hundredths(8500)));
    value_put(arena, map, "label", text_of(arena, "i12", VALUE_LABEL));
    value_put(arena, map, "motto", text_of(arena, "ปี {{ year }} 9", VALUE_TEMPLATE));
    value_put(arena, map, "endless", text_of(arena, "{{ endless }}", VALUE_TEMPLATE));
    value_put(arena, map, "empty", value_list(arena));
    struct day day = {true, {2568, 10, 1}, {0}};
    value_put(arena, map, "day", value_of_day(arena, day));
    return map;
}

static struct run begin(void)
{
    struct run run = {.arena = arena_new(), .diag = diag_new()};
    run.evaluation = (struct evaluation){
        .arena = run.arena, .diag = run.diag, .facts = facts(run.arena), .digits = DIGIT_THAI};
    return run;
}

static void end(struct run *run)
{
    arena_free(run->arena);
    diag_free(run->diag);
}

/* Renders a template that is the only value of a YAML file, so that it has places. */
static char *render(struct run *run, const char *text)
{
    struct buffer yaml = {0};
    buffer_printf(&yaml, "'%s'\n", text);
    const struct source *source = source_new(run->arena, "t", buffer_text(&yaml), yaml.length);
    const struct node *node = node_parse(run->arena, source, run->diag);
    assert_non_null(node);
    struct text written = {node->text, node->length, node, node->place, TEXT_TEMPLATE};
    const struct template *template = template_parse(run->arena, run->diag, &written);
    struct buffer out = {0};
    template_render(template, &run->evaluation, NULL, &out);
    char *printed = strdup(buffer_text(&out));
    buffer_free(&out);
    buffer_free(&yaml);
    return printed;
}

static void assert_rendered(const char *text, const char *expected)
{
    struct run run = begin();
    char *printed = render(&run, text);
    unit_expect(run.diag, "");
    assert_string_equal(printed, expected);
    free(printed);
    end(&run);
}

static void assert_wrong(const char *text, const char *headlines)
{
    struct run run = begin();
    free(render(&run, text));
    unit_expect(run.diag, headlines);
    assert_true(run.evaluation.failures > 0);
    end(&run);
}

static void prints_values(void **state)
{
    (void)state;
    assert_rendered("ไม่มีช่องแทนค่า", "ไม่มีช่องแทนค่า");
    assert_rendered("{{agency.name}} ปี {{ year }}", "อบต. 1 ปี ๒๕๖๘");
    assert_rendered("{{ indicators.2.score }}", "๗๘.๑๐");
    assert_rendered("{{ day }}", "๑ ตุลาคม ๒๕๖๘");
    assert_rendered("{{ label }}", "i๑๒");
    assert_rendered("{{ motto }}", "ปี ๒๕๖๘ 9");
    assert_rendered("{{ \"{{\" }} } }}", "{{ } }}");
}

static void applies_filters(void **state)
{
    (void)state;
    assert_rendered("{{ agency.name | thai }}", "อบต. ๑");
    assert_rendered("{{ year | western }} {{ label | western }}", "2568 i12");
    assert_rendered("{{ target | whole }} {{ target | score }}", "๘๕ ๘๕.๐๐");
    assert_rendered("{{ target | score | western }}", "85.00");
    assert_rendered("{{ indicators | count }} {{ empty | count }}", "๓ ๐");
    assert_rendered("{{ indicators | each(\"name\") | join(\" \", \" และ\") }}", "หนึ่ง สอง และสาม");
    assert_rendered("{{ indicators | each(\"score\") | least }}", "๗๘.๑๐");
    assert_rendered("{{ empty | least | count }}", "๐");
    assert_rendered("{{ label | upper }}", "I๑๒");
    assert_rendered("{{ day | date | western }}", "1 ตุลาคม 2568");
}

static bool holds(struct run *run, const char *condition)
{
    struct text *text = ARENA_NEW(run->arena, struct text, 1);
    *text = (struct text){.bytes = condition, .length = strlen(condition)};
    struct expr_reader reader = {run->arena, run->diag, text};
    const struct expr *expr = expr_parse(&reader, 0, text->length);
    assert_non_null(expr);
    return value_truth(expr_eval(expr, &run->evaluation, NULL));
}

/* Numbers in paths may be typed in Thai digits. */
static void reads_thai_digits(void **state)
{
    (void)state;
    assert_rendered("{{ indicators.๒.name }}", "สอง");
    assert_wrong("{{ indicators.๔.name }}", "t:1:16: error: there is no item 4 in this list of 3 "
                                            "[unknown-placeholder]\n");
    assert_wrong("{{ ๒.name }}",
                 "t:1:5: error: a name, a number or a text in quotes is expected here "
                 "[expression]\n");
}

static void decides_conditions(void **state)
{
    (void)state;
    static const struct {
        const char *condition;
        bool expected;
    } rows[] = {
        {"year", true},
        {"empty", false},
        {"agency.motto", false},
        {"not agency.motto", true},
        {"not not empty", false},
        {"year == 2568", true},
        {"year != 2568", false},
        {"target <= 85", true},
        {"target < 85.00", false},
        {"indicators.1.score > target and indicators.2.score < target", true},
        {"empty or year > 2600 or indicators | count >= 3", true},
        {"(empty or year) and not (target > 90)", true},
        {"agency.name == \"อบต. 1\"", true},
        {"agency.name == 1", false},
        {"agency.motto == agency.motto", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct run run = begin();
        assert_int_equal(holds(&run, rows[i].condition), rows[i].expected);
        unit_expect(run.diag, "");
        end(&run);
    }
}

static void names_the_nearest(void **state)
{
    (void)state;
    struct run run = begin();
    free(render(&run, "ปี {{ yaer }} {{ agency.nmae }}"));
    char *printed = unit_printed(run.diag, (struct diag_style){.language = DIAG_ENGLISH});
    assert_non_null(strstr(printed, "t:1:8: error: nothing is called yaer here"));
    assert_non_null(strstr(printed, "did you mean year?"));
    assert_non_null(strstr(printed, "t:1:26: error: nothing is called agency.nmae here"));
    assert_non_null(strstr(printed, "did you mean agency.name?"));
    free(printed);
    end(&run);
}

static void reports_at_the_place(void **state)
{
    (void)state;
    assert_wrong("ก {{ year", "t:1:4: error: this placeholder is not closed [placeholder-open]\n");
    assert_wrong("{{ year | scroe }}",
                 "t:1:12: error: there is no filter scroe [unknown-filter]\n");
    assert_wrong("{{ agency }}", "t:1:5: error: this is a group of values and cannot be printed "
                                 "[placeholder-kind]\n");
    assert_wrong("{{ agency.motto }}",
                 "t:1:5: error: this value is not given in the edition [placeholder-empty]\n");
    assert_wrong("{{ agency.motto | score }}",
                 "t:1:5: error: this value is not given in the edition [placeholder-empty]\n");
    assert_wrong("{{ indicators.4.name }}", "t:1:16: error: there is no item 4 in this list of 3 "
                                            "[unknown-placeholder]\n");
    assert_wrong("{{ agency.name | score }}",
                 "t:1:19: error: the filter score takes a number [filter-input]\n");
    assert_wrong("{{ indicators | least }}",
                 "t:1:18: error: the filter least takes a list of numbers [filter-input]\n");
    assert_wrong("{{ year year }}", "t:1:10: error: the expression should end here [expression]\n");
    assert_wrong("{{ }}", "t:1:5: error: a name, a number or a text in quotes is expected here "
                          "[expression]\n");
    assert_wrong("{{ year. }}", "t:1:10: error: a name, a number or a text in quotes is expected "
                                "here [expression]\n");
    assert_wrong("{{ (year }}", "t:1:11: error: ) is expected here [expression]\n");
    assert_wrong("{{ \"year }}", "t:1:2: error: this placeholder is not closed "
                                 "[placeholder-open]\n");
    assert_wrong("{{ agency < 3 }}",
                 "t:1:12: error: these two values cannot be compared [expression]\n");
}

static void ends_endless_texts(void **state)
{
    (void)state;
    struct run run = begin();
    free(render(&run, "{{ endless }}"));
    assert_true(run.evaluation.failures > 0);
    assert_int_equal(diag_count(run.diag, DIAG_ERROR), 1);
    end(&run);
}

/* A text of which each placeholder names itself ten times over is given up after the first. */
static void ends_endless_texts_that_branch(void **state)
{
    (void)state;
    struct run run = begin();
    struct value *map = (struct value *)run.evaluation.facts;
    const char *ten = "{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}";
    value_put(run.arena, map, "x", text_of(run.arena, ten, VALUE_TEMPLATE));
    char *printed = render(&run, "{{ x }} {{ motto }} {{ endless }}");
    assert_string_equal(printed, " ปี ๒๕๖๘ 9 ");
    unit_expect(
        run.diag,
        "itareport: error: this text names itself in its own placeholders, or by way of other "
        "texts [placeholder-endless]\n");
    free(printed);
    end(&run);
}

/* Eight texts, each of which names the next one ten times: a hundred million words. */
static void bounds_texts_of_texts(void **state)
{
    (void)state;
    struct run run = begin();
    struct value *map = (struct value *)run.evaluation.facts;
    for (int level = 0; level < 7; level++) {
        const char *name = arena_printf(run.arena, "t%d", level + 1);
        const char *text = "";
        for (int i = 0; i < 10; i++)
            text = arena_printf(run.arena, "%s{{ %s }}", text, name);
        value_put(run.arena, map, arena_printf(run.arena, "t%d", level),
                  text_of(run.arena, text, VALUE_TEMPLATE));
    }
    value_put(run.arena, map, "t7", text_of(run.arena, "คำ", VALUE_TEMPLATE));
    free(render(&run, "{{ t0 }}"));
    unit_expect(
        run.diag,
        "itareport: error: placeholders, conditions and loops make too much of this document: "
        "more than 16 million letters and steps [placeholder-too-much]\n");
    end(&run);
}

/* The same by filters alone, on one text. */
static void bounds_filters_of_filters(void **state)
{
    (void)state;
    struct run run = begin();
    struct value *map = (struct value *)run.evaluation.facts;
    struct buffer text = {0};
    for (int i = 0; i < 200000; i++)
        buffer_add_string(&text, "1");
    value_put(run.arena, map, "long", value_string(run.arena, buffer_text(&text), text.length));
    buffer_clear(&text);
    buffer_add_string(&text, "{{ long");
    for (int i = 0; i < 150; i++)
        buffer_add_string(&text, " | western");
    buffer_add_string(&text, " }}");
    free(render(&run, buffer_text(&text)));
    unit_expect(
        run.diag,
        "t:1:792: error: placeholders, conditions and loops make too much of this document: "
        "more than 16 million letters and steps [placeholder-too-much]\n");
    buffer_free(&text);
    end(&run);
}

/* What an earlier edition says of its year is of its own year. */
static void reads_each_text_with_its_own_facts(void **state)
{
    (void)state;
    struct run run = begin();
    struct value *earlier = value_map(run.arena);
    struct value *motto = (struct value *)text_of(run.arena, "ปี {{ year }}", VALUE_TEMPLATE);
    motto->facts = earlier;
    value_put(run.arena, earlier, "year", value_whole(run.arena, 2567));
    value_put(run.arena, earlier, "motto", motto);
    value_put(run.arena, (struct value *)run.evaluation.facts, "previous", earlier);
    char *printed = render(&run, "{{ previous.motto }} {{ year }}");
    assert_string_equal(printed, "ปี ๒๕๖๗ ๒๕๖๘");
    free(printed);
    end(&run);
}

static void limits_brackets(void **state)
{
    (void)state;
    char text[4096] = "{{ ";
    memset(text + 3, '(', 2000);
    memcpy(text + 2003, " }}", 4);
    assert_wrong(text, "t:1:38: error: too many brackets inside each other [expression]\n");
}

/* "{{ year" and so many links; each is a level of the tree. */
static char *chain(const char *link, int links)
{
    struct buffer text = {0};
    buffer_add_string(&text, "{{ year");
    for (int i = 0; i < links; i++)
        buffer_add_string(&text, link);
    buffer_add_string(&text, " }}");
    return text.bytes;
}

static void limits_parts(void **state)
{
    (void)state;
    char *fine = chain(" | thai", LIMIT_EXPRESSION - 1);
    assert_rendered(fine, "๒๕๖๘");
    free(fine);
    static const char *const links[] = {" | thai", " and year", " or not not year"};
    static const char *const columns[] = {"1405", "1805", "3205"};
    for (size_t l = 0; l < sizeof links / sizeof links[0]; l++) {
        char *long_one = chain(links[l], 100000);
        char says[256];
        snprintf(says, sizeof says,
                 "t:1:%s: error: this expression is too long: more than 200 names, values and "
                 "filters [expression]\n",
                 columns[l]);
        assert_wrong(long_one, says);
        free(long_one);
    }
}

static void lays_out_columns(void **state)
{
    (void)state;
    struct run run = begin();
    char *printed = render(&run, "{{ (indicators | columns(2)) | count }}");
    assert_string_equal(printed, "๒");
    unit_expect(run.diag, "");
    free(printed);
    end(&run);
}

static void takes_another_for_what_is_not_given(void **state)
{
    (void)state;
    struct run run = begin();
    char *printed = render(&run, "{{ agency.motto | default(\"-\") }} {{ year | default(\"-\") }} "
                                 "{{ empty | default(\"+\") }}");
    assert_string_equal(printed, "- ๒๕๖๘ +");
    unit_expect(run.diag, "");
    free(printed);
    end(&run);
}

static void knows_paths(void **state)
{
    (void)state;
    assert_true(expr_is_path("indicator.2.name", 16));
    assert_false(expr_is_path("2", 1));
    assert_false(expr_is_path("a..b", 4));
    assert_false(expr_is_path("a.", 2));
    assert_false(expr_is_path("รักษา", strlen("รักษา")));
    assert_false(expr_is_path("a b", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_values),
        cmocka_unit_test(applies_filters),
        cmocka_unit_test(reads_thai_digits),
        cmocka_unit_test(decides_conditions),
        cmocka_unit_test(names_the_nearest),
        cmocka_unit_test(reports_at_the_place),
        cmocka_unit_test(ends_endless_texts),
        cmocka_unit_test(ends_endless_texts_that_branch),
        cmocka_unit_test(bounds_texts_of_texts),
        cmocka_unit_test(reads_each_text_with_its_own_facts),
        cmocka_unit_test(limits_brackets),
        cmocka_unit_test(limits_parts),
        cmocka_unit_test(bounds_filters_of_filters),
        cmocka_unit_test(lays_out_columns),
        cmocka_unit_test(takes_another_for_what_is_not_given),
        cmocka_unit_test(knows_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
