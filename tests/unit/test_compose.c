/* The document tree of the small edition, from small layouts. */
#include "compose_unit.h"

struct composed {
    struct layout_case test;
    struct kept *schemes;
    struct edition *edition;
    struct figures *figures;
    struct doc *doc;
};

static struct edition *load_small(struct kept *schemes, struct sources *sources, struct diag *diag)
{
    struct edition_setup setup = {
        .folder = "tests/fixtures/small", .schemes = schemes, .sources = sources};
    return edition_load(&setup, diag);
}

/* The base layout with this text after it. */
static struct composed compose(const char *text)
{
    struct composed composed = {.schemes = kept_new(&scheme_kind)};
    struct buffer main = {0};
    buffer_printf(&main, "include: base.yaml\n%s", text);
    composed.test = layout_case_load(buffer_text(&main), "");
    buffer_free(&main);
    composed.edition = load_small(composed.schemes, composed.test.sources, composed.test.diag);
    composed.figures = figures_derive(composed.edition);
    if (composed.test.layout != NULL)
        composed.doc = doc_compose(composed.test.layout, composed.edition, composed.figures, NULL,
                                   composed.test.diag);
    return composed;
}

static void drop(struct composed *composed)
{
    doc_free(composed->doc);
    figures_free(composed->figures);
    edition_free(composed->edition);
    kept_free(composed->schemes);
    layout_case_drop(&composed->test);
}

/* Compares the tree, without the page and the styles above it. */
static void assert_tree(const char *text, const char *expected)
{
    struct composed composed = compose(text);
    unit_expect(composed.test.diag, "");
    assert_non_null(composed.doc);
    struct buffer out = {0};
    doc_dump(composed.doc, &out);
    const char *tree = strstr(buffer_text(&out), "\nsection");
    assert_non_null(tree);
    assert_string_equal(tree + 1, expected);
    buffer_free(&out);
    drop(&composed);
}

static void assert_wrong(const char *text, const char *headlines)
{
    struct composed composed = compose(text);
    unit_expect(composed.test.diag, headlines);
    assert_null(composed.doc);
    drop(&composed);
}

static void numbers_headings(void **state)
{
    (void)state;
    assert_tree("body:\n"
                "  - {contents: {levels: 1}}\n"
                "  - {heading: หนึ่ง, level: 1}\n"
                "  - {heading: ก, level: 2}\n"
                "  - {heading: ข, level: 2}\n"
                "  - {heading: \"ไม่นับ\\nเลข\", level: 1, number: false}\n"
                "  - {heading: สอง, level: 1}\n"
                "  - {heading: ค, level: 2}\n",
                "section\n"
                "  contents\n"
                "    entry 1 .body \"๑. หนึ่ง\" → #5\n"
                "    entry 1 .body \"ไม่นับเลข\" → #8\n"
                "    entry 1 .body \"๒. สอง\" → #9\n"
                "  heading 1 #5 .body \"๑. หนึ่ง\"\n"
                "  heading 2 #6 .body \"๑.๑ ก\"\n"
                "  heading 2 #7 .body \"๑.๒ ข\"\n"
                "  heading 1 #8 .body \"ไม่นับ\\nเลข\"\n"
                "  heading 1 #9 .body \"๒. สอง\"\n"
                "  heading 2 #10 .body \"๒.๑ ค\"\n");
}

static void prints_facts(void **state)
{
    (void)state;
    assert_tree("body:\n"
                "  - paragraph: \"{{ agency.name }} {{ overall.score }} {{ overall.level }} "
                "{{ overall.letter }}\"\n"
                "  - paragraph: \"{{ highest.name }} {{ lowest.number }} {{ ranking.2.rank }}\"\n"
                "  - paragraph: \"{{ indicator.3.survey }} {{ question.e1.public }} "
                "{{ part.survey.total }} {{ instrument.OIT.weight | whole }}\"\n"
                "  - for: component in components\n"
                "    do:\n"
                "      - paragraph: \"{{ loop.number }}/{{ loop.count }} {{ component.short }} "
                "{{ component.indicators.1.score }} {{ component.questions.1.score }}\"\n",
                "section\n"
                "  paragraph .body \"องค์การบริหารส่วนตำบลบ้านสมมติ ๙๐.๖๘ ผ่านดี A\"\n"
                "  paragraph .body \"การใช้งบประมาณ ๓ ๒\"\n"
                "  paragraph .body \"๘๒.๘๖ ๘๘.๘๙ ๘๒.๘๖ ๓๐\"\n"
                "  paragraph .body \"๑/๔ IIT ๙๓.๓๓ ๙๕.๐๐\"\n"
                "  paragraph .body \"๒/๔ EIT ส่วนที่ ๑ ๙๑.๑๑ ๘๘.๘๙\"\n"
                "  paragraph .body \"๓/๔ EIT ส่วนที่ ๒ ๘๒.๘๖ ๘๐.๐๐\"\n"
                "  paragraph .body \"๔/๔ OIT ๘๗.๕๐ ๑๐๐.๐๐\"\n");
}

static void builds_prose(void **state)
{
    (void)state;
    assert_tree("body:\n"
                "  - {prose: indicator.1.analysis}\n"
                "  - {prose: question.o2.guideline, style: bold}\n"
                "  - prose: |\n"
                "      บรรทัด\n"
                "      เดียว\n"
                "      ITA **{{ agency.short_name }}**\n"
                "      2) ก\n",
                "section\n"
                "  paragraph .body \"องค์การบริหารส่วนตำบลบ้านสมมติ ได้คะแนนตัวชี้วัดที่ ๑ "
                "การปฏิบัติหน้าที่ ๙๓.๓๓ คะแนน ข้อที่ควรพัฒนา คือ ข้อ i๒\"\n"
                "  paragraph .body \"จึงกำหนดให้ทุกส่วนงานจัดระบบ<b>บัตรคิว</> ฯลฯ "
                "และทบทวนทุก ๆ เดือน\"\n"
                "  list .item\n"
                "    item .item \"-\"\n"
                "      paragraph .item.text \"ปรับปรุงข่าวทุกสัปดาห์\"\n"
                "    item .item \"-\"\n"
                "      paragraph .item.text \"มอบหมายผู้รับผิดชอบ\"\n"
                "  paragraph .body \"บรรทัดเดียว ITA <b>อบต.บ้านสมมติ</> 2) ก\"\n");
}

static void builds_lists(void **state)
{
    (void)state;
    assert_tree("body:\n"
                "  - list: [ก, \"{{ fiscal_year }}\"]\n"
                "    marker: \"({n})\"\n"
                "  - list:\n"
                "    for: step in issues.1.measures.1.steps\n"
                "    text: \"{{ step }}\"\n",
                "section\n"
                "  list .item\n"
                "    item .item \"(๑)\"\n"
                "      paragraph .item.text \"ก\"\n"
                "    item .item \"(๒)\"\n"
                "      paragraph .item.text \"๒๕๖๘\"\n"
                "  list .item\n"
                "    item .item \"-\"\n"
                "      paragraph .item.text \"สำรวจจุดให้บริการ\"\n"
                "    item .item \"-\"\n"
                "      paragraph .item.text \"จัดหาบัตรคิว\"\n"
                "    item .item \"-\"\n"
                "      paragraph .item.text \"รายงานผลทุกเดือน\"\n");
}

static void chooses_branches(void **state)
{
    (void)state;
    assert_tree("sections: {s: [{paragraph: \"{{ x.name }}\"}]}\n"
                "body:\n"
                "  - if: indicator.3.parts\n"
                "    do: [{paragraph: ส่วน}]\n"
                "    else: [{paragraph: เดียว}]\n"
                "  - if: indicator.1.parts\n"
                "    do: [{paragraph: ส่วน}]\n"
                "    else: [{paragraph: เดียว}]\n"
                "  - {paragraph: ต่ำ, if: indicator.3.below_target}\n"
                "  - {paragraph: ต่ำ, if: indicator.1.below_target}\n"
                "  - {use: s, with: {x: indicator.2}}\n"
                "  - section: [{space: 4pt, fixed: true}, {page_break: }]\n"
                "    page_start: true\n",
                "section\n"
                "  paragraph .body \"ส่วน\"\n"
                "  paragraph .body \"เดียว\"\n"
                "  paragraph .body \"ต่ำ\"\n"
                "  paragraph .body \"การใช้งบประมาณ\"\n"
                "  section page-start\n"
                "    space height=4pt fixed\n"
                "    page-break\n");
}

static void merges_cells(void **state)
{
    (void)state;
    assert_tree("tables:\n"
                "  t:\n"
                "    columns: [{width: 72pt}, {share: 1}, {share: 2, align: right}]\n"
                "    header_style: bold\n"
                "    header: [[{text: ก, columns: 2}, ข]]\n"
                "    rows:\n"
                "      - for: issue in issues\n"
                "        merge: [\"{{ issue.name }}\"]\n"
                "        rows:\n"
                "          - group: ก\n"
                "            if: loop.first\n"
                "          - for: measure in issue.measures\n"
                "            cells: [\"{{ measure.number }}\", {text: ไม่มี, if: not measure}]\n"
                "      - for: issue in issues\n"
                "        merge: [ว่าง]\n"
                "        rows: [{if: not issue, cells: [ก, ข]}]\n"
                "body: [{table: t, caption: ตาราง}]\n",
                "section\n"
                "  table #1 .body columns=3 header=1 width=72pt share=1 share=2\n"
                "    caption .body \"ตาราง\"\n"
                "    row\n"
                "      cell .bold columns=2 header\n"
                "        paragraph .bold \"ก\"\n"
                "      cell .bold header\n"
                "        paragraph .bold \"ข\"\n"
                "    row group\n"
                "      cell .body rows=3\n"
                "        paragraph .body \"กระบวนการปฏิบัติงานที่โปร่งใส\"\n"
                "      cell .body columns=2 header\n"
                "        paragraph .body \"ก\"\n"
                "    row\n"
                "      cell .body\n"
                "        paragraph .body \"๑\"\n"
                "      cell .body.right\n"
                "    row\n"
                "      cell .body\n"
                "        paragraph .body \"๒\"\n"
                "      cell .body.right\n"
                "    row\n"
                "      cell .body\n"
                "        paragraph .body \"การเปิดเผยข้อมูล\"\n"
                "      cell .body\n"
                "        paragraph .body \"๑\"\n"
                "      cell .body.right\n");
}

static void checks_the_grid(void **state)
{
    (void)state;
    assert_wrong("tables:\n"
                 "  t:\n"
                 "    columns: [{share: 1}, {share: 1}]\n"
                 "    rows:\n"
                 "      - cells: [{text: ก, rows: 2}, ข]\n"
                 "      - cells: [ก, ข]\n"
                 "      - cells: [ก]\n"
                 "body: [{table: t}]\n",
                 "main.yaml:7:9: error: this row fills 3 of 2 columns [table-columns]\n"
                 "main.yaml:8:9: error: this row fills 1 of 2 columns [table-columns]\n");
}

static void builds_charts(void **state)
{
    (void)state;
    assert_tree("body:\n"
                "  - figure: bars\n"
                "    for: component in components\n"
                "    label: \"{{ component.short }}\"\n"
                "    value: component.score\n"
                "    target: target\n"
                "    target_label: \"เป้า {{ target | whole }}\"\n"
                "    low: 0\n"
                "    high: 100\n"
                "    step: 20\n"
                "    alt: แผนภูมิ\n",
                "section\n"
                "  figure .body scale=0..10000/2000 target=8700 \"เป้า ๘๗\" alt=\"แผนภูมิ; IIT ๙๕.๘๓; "
                "EIT ส่วนที่ ๑ ๙๑.๑๑; EIT ส่วนที่ ๒ ๘๒.๘๖; OIT ๘๗.๕๐; เป้า ๘๗\"\n"
                "    bar \"IIT\" 9583 \"๙๕.๘๓\"\n"
                "    bar \"EIT ส่วนที่ ๑\" 9111 \"๙๑.๑๑\"\n"
                "    bar \"EIT ส่วนที่ ๒\" 8286 \"๘๒.๘๖\" marked\n"
                "    bar \"OIT\" 8750 \"๘๗.๕๐\"\n");
}

static void reports_wrong_facts(void **state)
{
    (void)state;
    assert_wrong("body:\n"
                 "  - {paragraph: \"{{ agency.nam }}\"}\n"
                 "  - {prose: agency}\n"
                 "  - {for: x in agency, do: []}\n"
                 "  - {heading: ลึก, level: 2}\n"
                 "  - {list: [ก], marker: \"{m}\"}\n"
                 "  - {use: s}\n"
                 "sections: {s: [{use: s}]}\n",
                 "main.yaml:3:28: error: nothing is called agency.nam here [unknown-placeholder]\n"
                 "main.yaml:4:13: error: this is not a text [prose-kind]\n"
                 "main.yaml:5:16: error: this is not a list, so it cannot be looped over [loop]\n"
                 "main.yaml:6:5: error: a heading of level 2 follows one of level 0 "
                 "[heading-level]\n"
                 "main.yaml:7:5: error: {m} means nothing in this pattern [marker]\n"
                 "main.yaml:9:16: error: the section s uses itself [section-loop]\n");
}

/* The number of a later block is wrong in the first document and right in the second. */
static void says_whether_numbers_are_right(void **state)
{
    (void)state;
    struct composed composed = compose("body:\n"
                                       "  - {paragraph: \"{{ ref.end.number }}\"}\n"
                                       "  - {heading: ท้าย, level: 1, name: end}\n");
    const struct doc *first = composed.doc;
    assert_non_null(first);
    assert_string_equal(first->root->first->text.bytes, "๐");
    assert_true(first->asks_numbers && !first->asks_pages);
    assert_string_equal(first->reference[0].number, "๑");
    assert_false(first->reference[0].number_right);
    assert_false(doc_numbers_settled(first));
    struct compose_setup setup = {.reference = first->reference};
    struct doc *second = doc_compose(composed.test.layout, composed.edition, composed.figures,
                                     &setup, composed.test.diag);
    assert_string_equal(second->root->first->text.bytes, "๑");
    assert_true(second->reference[0].number_right);
    assert_true(doc_numbers_settled(second));
    doc_free(second);
    drop(&composed);
}

static void needs_no_numbers_that_no_text_says(void **state)
{
    (void)state;
    struct composed composed = compose("body: [{heading: ท้าย, level: 1, name: end}]\n");
    assert_false(composed.doc->reference[0].number_right);
    assert_true(doc_numbers_settled(composed.doc));
    drop(&composed);
}

static void keeps_nothing_of_the_layout(void **state)
{
    (void)state;
    struct composed composed = compose("document: {title: \"ปี {{ fiscal_year }}\"}\n"
                                       "body: [{paragraph: ก, style: bold}]\n");
    assert_non_null(composed.doc);
    struct buffer before = {0};
    struct buffer after = {0};
    doc_dump(composed.doc, &before);
    layout_free(composed.test.layout);
    composed.test.layout = NULL;
    doc_dump(composed.doc, &after);
    assert_string_equal(buffer_text(&before), buffer_text(&after));
    assert_string_equal(composed.doc->title, "ปี ๒๕๖๘");
    buffer_free(&before);
    buffer_free(&after);
    drop(&composed);
}

static void composes_the_official_layout(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct sources *sources = sources_new();
    struct kept *schemes = kept_new(&scheme_kind);
    struct edition *edition = load_small(schemes, sources, diag);
    struct figures *figures = figures_derive(edition);
    struct layout *layout = layout_load("layouts/official.yaml", (struct place){0}, sources, diag);
    unit_expect(diag, "");
    assert_non_null(layout);
    struct doc *doc = doc_compose(layout, edition, figures, NULL, diag);
    unit_expect(diag, "");
    assert_non_null(doc);
    for (size_t i = 0; i < doc->nodes; i++)
        assert_int_equal(doc->node[i]->id, i);
    doc_free(doc);
    layout_free(layout);
    figures_free(figures);
    edition_free(edition);
    kept_free(schemes);
    diag_free(diag);
    sources_free(sources);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_headings),
        cmocka_unit_test(prints_facts),
        cmocka_unit_test(builds_prose),
        cmocka_unit_test(builds_lists),
        cmocka_unit_test(chooses_branches),
        cmocka_unit_test(merges_cells),
        cmocka_unit_test(checks_the_grid),
        cmocka_unit_test(builds_charts),
        cmocka_unit_test(reports_wrong_facts),
        cmocka_unit_test(says_whether_numbers_are_right),
        cmocka_unit_test(needs_no_numbers_that_no_text_says),
        cmocka_unit_test(keeps_nothing_of_the_layout),
        cmocka_unit_test(composes_the_official_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
