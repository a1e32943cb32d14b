/* Layout files: what is merged, what is inherited, and what is said about wrong names. */
#include "compose_unit.h"

#include "layout/layout.h"

static void assert_wrong(const char *text, const char *headlines)
{
    struct layout_case test = layout_case_load(text, "");
    unit_expect(test.diag, headlines);
    assert_null(test.layout);
    layout_case_drop(&test);
}

static const struct style *style_named(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->styles; i++) {
        if (strcmp(layout->style[i]->style.name, name) == 0)
            return &layout->style[i]->style;
    }
    return NULL;
}

static void merges_includes(void **state)
{
    (void)state;
    struct layout_case test = layout_case_load("include: [base.yaml, other.yaml]\n"
                                               "styles: {bold: {size: 18pt}}\n"
                                               "page: {margins: {left: 2cm}}\n"
                                               "body: []\n",
                                               "styles: {bold: {italic: true}}\n");
    unit_expect(test.diag, "");
    assert_non_null(test.layout);
    const struct style *bold = style_named(test.layout, "bold");
    assert_true(bold->bold && bold->italic);
    assert_int_equal(bold->size, 18 * PT);
    assert_int_equal(bold->pitch, 22 * PT);
    assert_string_equal(bold->families, "Laksaman");
    assert_int_equal(test.layout->page.left, 58054);
    assert_int_equal(test.layout->page.right, 58054);
    assert_int_equal(test.layout->digits, DIGIT_THAI);
    layout_case_drop(&test);
}

static void replaces_sections(void **state)
{
    (void)state;
    struct layout_case test = layout_case_load("include: [base.yaml, other.yaml]\n"
                                               "sections: {a: [{page_break: }]}\n"
                                               "body: [{use: a}]\n",
                                               "sections:\n"
                                               "  a: [{paragraph: ก}, {paragraph: ข}]\n");
    unit_expect(test.diag, "");
    assert_int_equal(test.layout->section[0].blocks.count, 1);
    assert_int_equal(test.layout->section[0].blocks.item[0].kind, BLOCK_PAGE_BREAK);
    layout_case_drop(&test);
}

static void finds_wrong_names(void **state)
{
    (void)state;
    assert_wrong("include: base.yaml\n"
                 "tables:\n"
                 "  scores: {columns: [{share: 1}], rows: []}\n"
                 "body:\n"
                 "  - paragraf: ก\n"
                 "  - {paragraph: ก, style: bolt}\n"
                 "  - {table: score}\n"
                 "  - {use: cover}\n"
                 "  - {paragraph: \"{{ a | scroe }}\"}\n"
                 "  - {paragraph: ก, colour: red}\n",
                 "main.yaml:5:5: error: there is no kind of block paragraf [unknown-block]\n"
                 "main.yaml:6:27: error: there is no style bolt [unknown-style]\n"
                 "main.yaml:7:13: error: there is no table shape score [unknown-table]\n"
                 "main.yaml:8:11: error: there is no section cover [unknown-section]\n"
                 "main.yaml:9:25: error: there is no filter scroe [unknown-filter]\n"
                 "main.yaml:10:20: error: unknown key \"colour\" (paragraph) [unknown-key]\n");
}

static void finds_wrong_styles(void **state)
{
    (void)state;
    assert_wrong("include: base.yaml\n"
                 "styles:\n"
                 "  a: {base: b}\n"
                 "  b: {base: a}\n"
                 "  c: {base: bdy}\n"
                 "  d: {size: 12pt}\n"
                 "body: []\n",
                 "main.yaml:4:13: error: the style b is its own base [style-loop]\n"
                 "main.yaml:5:13: error: there is no style bdy [unknown-style]\n"
                 "main.yaml:6:3: error: the style d has no fonts [style-bare]\n");
}

static void finds_wrong_rows_and_cells(void **state)
{
    (void)state;
    assert_wrong("include: base.yaml\n"
                 "tables:\n"
                 "  a:\n"
                 "    columns: [{share: 1}]\n"
                 "    rows:\n"
                 "      - {cells: [ก], group: ข}\n"
                 "      - {merge: [ก]}\n"
                 "      - cells: [{text: ก, prose: ข}]\n"
                 "body: []\n",
                 "main.yaml:6:9: error: a row holds one of cells, group and rows (with or without "
                 "merge) [table-row]\n"
                 "main.yaml:7:9: error: a row holds one of cells, group and rows (with or without "
                 "merge) [table-row]\n"
                 "main.yaml:8:17: error: a cell holds one of text, prose, list and blocks "
                 "[table-cell]\n");
}

static void finds_wrong_loops(void **state)
{
    (void)state;
    assert_wrong("include: base.yaml\n"
                 "body:\n"
                 "  - {for: indicators, do: []}\n"
                 "  - {for: a.b in indicators, do: []}\n"
                 "  - {if: \"a ==\", do: []}\n",
                 "main.yaml:3:11: error: a loop is written `name in list` [loop]\n"
                 "main.yaml:4:11: error: a loop is written `name in list` [loop]\n"
                 "main.yaml:5:15: error: a name, a number or a text in quotes is expected here "
                 "[expression]\n");
}

static void stops_at_include_loops(void **state)
{
    (void)state;
    struct layout_case test = layout_case_load("include: other.yaml\n"
                                               "body: []\n",
                                               "include: [base.yaml, main.yaml]\n");
    char *lines = unit_headlines(test.diag);
    assert_non_null(strstr(lines, "other.yaml:1:22: error: "));
    assert_non_null(strstr(lines, "includes itself [layout-include]\n"));
    free(lines);
    layout_case_drop(&test);
}

static void needs_a_body(void **state)
{
    (void)state;
    assert_wrong("include: base.yaml\n",
                 "main.yaml:1:1: error: this layout has no body [layout-empty]\n");
    assert_wrong("include: nothing.yaml\nbody: []\n",
                 "main.yaml:1:1: error: this layout has no defaults.style [layout-empty]\n"
                 "main.yaml:1:10: error: there is no file nothing.yaml [file-missing]\n");
}

static void splits_furniture(void **state)
{
    (void)state;
    struct layout_case test = layout_case_load(
        "include: base.yaml\n"
        "furniture:\n"
        "  - {text: \"- {{ page }} / {{pages}} -\", at: foot, offset: 1cm, from_page: 2}\n"
        "body: []\n",
        "");
    unit_expect(test.diag, "");
    const struct doc_furniture *furniture = &test.layout->furniture[0].furniture;
    assert_int_equal(furniture->pieces, 5);
    assert_string_equal(furniture->piece[0], "- ");
    assert_null(furniture->piece[1]);
    assert_false(furniture->is_count[1]);
    assert_string_equal(furniture->piece[2], " / ");
    assert_true(furniture->is_count[3]);
    assert_string_equal(furniture->piece[4], " -");
    assert_true(furniture->at_foot);
    assert_int_equal(furniture->from_page, 2);
    layout_case_drop(&test);
    assert_wrong("include: base.yaml\nfurniture: [{text: \"{{ chapter }}\"}]\nbody: []\n",
                 "main.yaml:2:21: error: only {{ page }} and {{ pages }} can be used here "
                 "[furniture]\n");
    assert_wrong("include: base.yaml\n"
                 "furniture: [{text: \"{{ page | thai }}\"}, {text: \"- {{ pages\"}]\n"
                 "body: []\n",
                 "main.yaml:2:21: error: only {{ page }} and {{ pages }} can be used here "
                 "[furniture]\n"
                 "main.yaml:2:52: error: only {{ page }} and {{ pages }} can be used here "
                 "[furniture]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_includes),
        cmocka_unit_test(replaces_sections),
        cmocka_unit_test(finds_wrong_names),
        cmocka_unit_test(finds_wrong_styles),
        cmocka_unit_test(finds_wrong_rows_and_cells),
        cmocka_unit_test(finds_wrong_loops),
        cmocka_unit_test(stops_at_include_loops),
        cmocka_unit_test(needs_a_body),
        cmocka_unit_test(splits_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
