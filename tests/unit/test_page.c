/*
 * Whole layouts of hand-made documents, with real fonts.  layouts.h holds what is true of every document;
 * the tests add what their case is about.
 */
#include "layouts.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมินคุณธรรมและความโปร่งใส"

static void an_empty_document_has_one_page(void **state)
{
    struct layout *layout = *state;
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 1);
    assert_int_equal(pages->page[0].frames, 0);
}

static void paragraphs_run_over_pages(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    for (int i = 0; i < 20; i++) {
        docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "หัวข้อ");
        docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 3 + i % 7);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 3);
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        assert_int_not_equal(page->frame[page->frames - 1].node->kind, DOC_HEADING);
        for (size_t id = 0; id < pages->doc->nodes; id++) {
            const struct doc_node *node = pages->doc->node[id];
            size_t here = count_lines(page, node, FRAME_CONTENT);
            if (node->kind == DOC_PARAGRAPH && here > 0)
                assert_true(here >= 2);
        }
    }
}

static void a_new_part_begins_a_page(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    struct doc_node *part = docs_add(docs, docs->root, DOC_SECTION, NULL);
    part->page_start = true;
    docs_add(docs, part, DOC_PAGE_BREAK, NULL); /* asked for twice: still one */
    struct doc_node *paragraph = docs_paragraph(docs, part, &docs->body, SENTENCE, 1);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 2);
    assert_int_equal(pages->node_page[paragraph->id], 2);
    assert_int_equal(pages->node_page[part->id], 2);
    assert_int_equal(pages->node_y[part->id], docs->doc.page.top);
    assert_int_equal(pages->node_page[docs->root->id], 1);
    assert_int_equal(pages->page[0].break_reason, MESSAGE_REASON_PART_BEGINS);
}

/* Text, a turned section longer than a page, text again: pages end where the paper turns. */
static void a_section_turns_its_paper(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    struct doc_node *turned = docs_add(docs, docs->root, DOC_SECTION, NULL);
    turned->orientation = DOC_LANDSCAPE;
    struct doc_node *wide = docs_paragraph(docs, turned, &docs->body, SENTENCE, 75);
    struct doc_node *after = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 5);
    assert_int_equal(pages->node_page[wide->id], 2);
    assert_int_equal(pages->node_page[after->id], 5);
    for (size_t i = 0; i < pages->count; i++) {
        bool is_turned = i >= 1 && i <= 3;
        const struct page *page = &pages->page[i];
        assert_ptr_equal(page->paper, is_turned ? &docs->doc.turned : &docs->doc.page);
        int32_t width = is_turned ? (842 - 71 - 57) * PT : (595 - 85 - 57) * PT;
        assert_int_equal(page->frame[0].width, width);
        assert_int_equal(page->frame[0].x, (is_turned ? 57 : 85) * PT);
        assert_true(page->room >= 0);
    }
    /* (595 - 85 - 57) / 22 = 20 lines: the second turned page is full */
    assert_int_equal(count_lines(&pages->page[2], wide, FRAME_CONTENT), 20);
    assert_int_equal(pages->page[0].break_reason, MESSAGE_REASON_PART_BEGINS);
    assert_int_equal(pages->page[3].break_reason, MESSAGE_REASON_PART_BEGINS);
}

static void labels_hang_in_the_indent(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *list = docs_add(docs, docs->root, DOC_LIST, &docs->item);
    for (int i = 0; i < 2; i++) {
        struct doc_node *item = docs_add(docs, list, DOC_ITEM, &docs->item);
        item->label = docs_text(docs, i == 0 ? "๑." : "(๑๐๐๐๐๐)");
        docs_paragraph(docs, item, &docs->body, SENTENCE, 3);
    }
    const struct pages *pages = lay_out(layout);
    const struct frame *frame = pages->page[0].frame;
    int32_t left = docs->doc.page.left;
    assert_true(frame[0].is_label);
    assert_int_equal(frame[0].x, left + 20 * PT);
    assert_int_equal(frame[1].x, left + 40 * PT);
    assert_int_equal(frame[1].line.x, 0);
    assert_int_equal(frame[0].y, frame[1].y);
    size_t wide = 2;
    while (!frame[wide].is_label)
        wide++;
    assert_true(frame[wide + 1].line.x > 0); /* the text moved right of the wide label */
    assert_int_equal(frame[wide + 2].line.x, 0);
}

static void expect_words(const struct frame *frame, const char *words)
{
    size_t length = 0;
    const char *bytes = text_line_bytes(&frame->line, &length);
    assert_int_equal(length, strlen(words));
    assert_memory_equal(bytes, words, length);
}

static void contents_know_the_pages(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *contents = docs_add(docs, docs->root, DOC_CONTENTS, NULL);
    struct doc_node *entry = docs_text_node(docs, contents, DOC_ENTRY, &docs->cell, "ส่วนที่หนึ่ง");
    for (int i = 0; i < 8; i++)
        docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 20);
    entry->target = docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "ส่วนที่หนึ่ง");
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 2);
    struct doc_furniture furniture = {.style = &docs->centred,
                                      .piece = {"- ", NULL, "/", NULL, " -"},
                                      .is_count = {false, false, false, true, false},
                                      .pieces = 5,
                                      .offset = 40 * PT,
                                      .from_page = 2};
    docs->doc.furniture = &furniture;
    docs->doc.furnitures = 1;
    const struct pages *pages = lay_out(layout);
    size_t number = pages->node_page[entry->target->id];
    assert_int_equal(number, pages->count);
    const struct page *first = &pages->page[0];
    assert_int_equal(first->frame[1].kind, FRAME_LEADER);
    assert_true(first->frame[2].is_page_number);
    assert_int_not_equal(first->frame[first->frames - 1].role, FRAME_FURNITURE);
    assert_int_equal(number, 6);
    expect_words(&first->frame[2], "๖");
    const struct page *last = &pages->page[5];
    expect_words(&last->frame[last->frames - 1], "- 6/6 -");
}

/* Below all else and over all else, on paper of either orientation. */
static void a_draft_is_marked_on_every_page(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    struct doc_node *turned = docs_add(docs, docs->root, DOC_SECTION, NULL);
    turned->orientation = DOC_LANDSCAPE;
    docs_paragraph(docs, turned, &docs->body, SENTENCE, 1);
    docs->doc.watermark = (struct doc_mark){"ร่าง", &docs->heading, {0}};
    docs->doc.stamp = (struct doc_mark){"ฉบับร่าง", &docs->body, {0}};
    const struct doc *doc = docs_close(docs);
    const struct pages *pages = layout->pages = page_build(layout->engine, doc, layout->diag);
    assert_int_equal(pages->count, 2);
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        const struct doc_page *paper = page->paper;
        assert_int_equal(page->frames, 3);
        const struct frame *mark = &page->frame[0], *stamp = &page->frame[2];
        assert_int_equal(mark->role, FRAME_WATERMARK);
        expect_words(mark, "ร่าง");
        assert_int_equal(mark->turn->x, paper->width / 2);
        assert_int_equal(mark->turn->y, paper->height / 2);
        assert_int_equal(mark->turn->dx, paper->width);
        assert_int_equal(mark->turn->dy, -paper->height);
        assert_int_equal(page->frame[1].role, FRAME_CONTENT);
        assert_int_equal(stamp->role, FRAME_STAMP);
        expect_words(stamp, "ฉบับร่าง");
        assert_null(stamp->turn);
        assert_true(stamp->y > paper->height - paper->bottom && stamp->y < paper->height);
    }
}

static void a_header_stands_on_every_page_of_2000_rows(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 3, 1);
    struct doc_node *row = docs_row(docs, table);
    const struct doc_node *head = docs_cell(docs, row, 1, "หัวตาราง", 1)->first;
    docs_cell(docs, row, 1, "ข้อ", 1);
    docs_cell(docs, row, 1, "คะแนน", 1);
    for (int i = 0; i < 2000; i++) {
        row = docs_row(docs, table);
        docs_cell(docs, row, 1, "ข้อคำถาม", 1 + i % 3);
        docs_cell(docs, row, 1, "i๑", 1);
        docs_cell(docs, row, 1, "๙๘.๖๗", 1);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 60);
    assert_int_equal(count_lines(&pages->page[0], head, FRAME_CONTENT), 1);
    for (size_t i = 1; i < pages->count; i++) {
        assert_int_equal(count_lines(&pages->page[i], head, FRAME_REPEAT), 1);
        assert_int_equal(count_lines(&pages->page[i], head, FRAME_CONTENT), 0);
    }
}

static void merged_text_shows_again_on_the_next_page(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    table->table.continued = "(ต่อ)";
    const struct doc_node *merged = NULL;
    for (int i = 0; i < 60; i++) {
        struct doc_node *row = docs_row(docs, table);
        if (i == 0)
            merged = docs_cell(docs, row, 60, "ประเด็น", 1)->first;
        docs_cell(docs, row, 1, "มาตรการ", 1);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count >= 2);
    assert_int_equal(count_lines(&pages->page[0], merged, FRAME_CONTENT), 1);
    assert_int_equal(count_lines(&pages->page[0], merged, FRAME_REPEAT), 0);
    for (size_t i = 1; i < pages->count; i++)
        assert_int_equal(count_lines(&pages->page[i], merged, FRAME_REPEAT), 2);
}

/* A merged cell's text is never over the foot of its part, whatever its length. */
static void merged_text_of_any_length_has_room(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 3, 1);
    struct doc_node *row = docs_row(docs, table);
    for (int i = 0; i < 3; i++)
        docs_cell(docs, row, 1, "หัวตาราง", 1);
    for (int i = 0; i < 40; i++) {
        row = docs_row(docs, table);
        struct doc_node *cell = docs_cell(docs, row, 3, SENTENCE, 1 + i);
        cell->cell.valign = i % 2 == 0 ? DOC_MIDDLE : DOC_BOTTOM;
        docs_cell(docs, row, 1, SENTENCE, 1 + i % 5);
        cell = docs_cell(docs, row, 2, SENTENCE, 1 + i % 7);
        cell->cell.valign = DOC_MIDDLE;
        row = docs_row(docs, table);
        docs_cell(docs, row, 1, SENTENCE, 1 + i % 3);
        row = docs_row(docs, table);
        docs_cell(docs, row, 1, NULL, 0);
        docs_cell(docs, row, 1, SENTENCE, 2);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 10);
}

static void a_row_taller_than_a_page_is_split_between_lines(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 10);
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    struct doc_node *row = docs_row(docs, table);
    struct doc_node *cell = docs_cell(docs, row, 1, SENTENCE, 80);
    const struct doc_node *tall = cell->first;
    struct style spaced = docs->cell;
    spaced.space_before = 5 * PT;
    cell = docs_cell(docs, row, 1, SENTENCE, 20); /* another pitch and rooms between */
    for (int i = 0; i < 8; i++)
        docs_paragraph(docs, cell, i % 2 == 0 ? &spaced : &docs->body, SENTENCE, 4);
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count >= 3);
    for (size_t i = 0; i < pages->count; i++) {
        size_t here = count_lines(&pages->page[i], tall, FRAME_CONTENT);
        assert_int_not_equal(here, 1);
    }
    unit_expect(layout->diag, "");
}

static void tables_without_body_or_text(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 2, 1);
    struct doc_node *row = docs_row(docs, table); /* only a header */
    docs_cell(docs, row, 1, "หัวตาราง", 1);
    docs_cell(docs, row, 1, "หัวตาราง", 1);
    table = docs_table(docs, docs->root, 2, 0);
    docs_row(docs, table); /* a row without cells */
    row = docs_row(docs, table);
    docs_cell(docs, row, 1, NULL, 0);
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 1);
    unit_expect(layout->diag, "");
}

static void a_column_of_one_letter(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 1, 0);
    table->table.width = 16 * PT;
    struct doc_node *row = docs_row(docs, table);
    docs_cell(docs, row, 1, "กขค", 1);
    const struct pages *pages = lay_out(layout);
    const struct doc_node *letters = row->first->first;
    assert_int_equal(pages->count, 1);
    assert_int_equal(count_lines(&pages->page[0], letters, FRAME_CONTENT), 3);
}

/* A date in a column too narrow for it, beside text that could be anywhere. */
static void a_date_is_not_broken_beside_slack(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 3, 0);
    const struct doc_column column[3] = {{60 * PT, 0, false}, {300 * PT, 0, false}, {0, 1, false}};
    table->table.column = column;
    struct doc_node *row = docs_row(docs, table);
    const struct doc_node *date = docs_cell(docs, row, 1, "๓๐ กันยายน ๒๕๖๙", 1)->first;
    docs_cell(docs, row, 1, SENTENCE, 9);
    docs_cell(docs, row, 1, SENTENCE, 9);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(count_lines(&pages->page[0], date, FRAME_CONTENT), 1);
    unit_expect(layout->diag, "");
}

static void a_short_table_is_not_split(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 36);
    struct doc_node *table = docs_table(docs, docs->root, 1, 1);
    for (int i = 0; i < 9; i++)
        docs_cell(docs, docs_row(docs, table), 1, "แถว", 1);
    const struct pages *pages = lay_out(layout);
    const struct doc_node *first = table->first, *last = first;
    while (last->next != NULL)
        last = last->next;
    assert_int_equal(pages->count, 2);
    assert_int_equal(pages->node_page[first->id], pages->node_page[last->id]);
}

static void faults_of_spans_are_told(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    struct doc_node *row = docs_row(docs, table);
    docs_cell(docs, row, 1, "ก", 1);
    docs_cell(docs, row, 5, "ข", 1);
    row = docs_row(docs, table);
    struct doc_node *cell = docs_cell(docs, row, 1, "ค", 1);
    cell->cell.column_span = 2;
    layout->pages = page_build(layout->engine, docs_close(docs), layout->diag);
    check_margins(layout->pages);
    assert_int_equal(diag_count(layout->diag, DIAG_ERROR), 2);
}

static void a_chart_stays_in_its_place(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 40);
    struct doc_node *figure = docs_add(docs, docs->root, DOC_FIGURE, &docs->cell);
    const struct doc_bar bar[] = {
        {docs_text(docs, "IIT"), 9756, docs_text(docs, "๙๗.๕๖"), false, 0},
        {docs_text(docs, SENTENCE SENTENCE), 7136, docs_text(docs, "๗๑.๓๖"), true, 0}};
    figure->chart = (struct doc_chart){.bar = bar,
                                       .bars = 2,
                                       .high = 10000,
                                       .step = 2000,
                                       .has_target = true,
                                       .target = 8500,
                                       .target_label = docs_text(docs, "เป้าหมาย ๘๕"),
                                       .bar_height = 12 * PT};
    figure->height = 300 * PT;
    const struct doc_node *caption =
        docs_text_node(docs, figure, DOC_CAPTION, &docs->centred, "ภาพที่ ๑");
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->node_page[figure->id], 2);
    assert_int_equal(pages->node_page[caption->id], 2);
    const struct page *page = &pages->page[1];
    size_t kinds[FRAME_LEADER + 1] = {0};
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].node == figure)
            kinds[page->frame[i].kind]++;
    assert_int_equal(kinds[FRAME_HATCH], 1);
    assert_int_equal(kinds[FRAME_DASHES], 1);
    assert_int_equal(kinds[FRAME_RULE], 1 + 2 + 6); /* a bar, two axes, six marks */
}

static const struct frame *image_frame(const struct pages *pages, const struct doc_node *figure)
{
    const struct page *page = &pages->page[pages->node_page[figure->id] - 1];
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].kind == FRAME_IMAGE && page->frame[i].node == figure)
            return &page->frame[i];
    return NULL;
}

static void an_image_is_never_cut(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    const struct doc_image small = {.name = "small.png", .width = 100 * PT, .height = 50 * PT};
    const struct doc_image wide = {.name = "wide.png", .width = 906 * PT, .height = 200 * PT};
    const struct doc_image high = {.name = "high.png", .width = 400 * PT, .height = 4000 * PT};
    struct doc_node *figure[] = {docs_add(docs, docs->root, DOC_FIGURE, &docs->centred),
                                 docs_add(docs, docs->root, DOC_FIGURE, &docs->cell),
                                 docs_add(docs, docs->root, DOC_FIGURE, &docs->cell)};
    figure[0]->image = &small;
    figure[1]->image = &wide;
    figure[2]->image = &high;
    const struct doc_node *caption =
        docs_text_node(docs, figure[2], DOC_CAPTION, &docs->centred, "ภาพที่ ๑");
    const struct pages *pages = lay_out(layout);
    const struct doc_page *paper = &docs->doc.page;
    int32_t measure = paper->width - paper->left - paper->right;
    const struct frame *frame = image_frame(pages, figure[0]);
    assert_int_equal(frame->width, 100 * PT);
    assert_int_equal(frame->x, paper->left + (measure - 100 * PT) / 2);
    frame = image_frame(pages, figure[1]);
    assert_int_equal(frame->width, measure);
    assert_int_equal(frame->height, 100 * PT);
    frame = image_frame(pages, figure[2]);
    assert_int_equal(frame->width, frame->height / 10);
    assert_int_equal(frame->height, paper->height - paper->top - paper->bottom - 20 * PT);
    assert_int_equal(pages->node_page[caption->id], pages->node_page[figure[2]->id]);
}

static void dumps_are_stable(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, "ก ข", 1);
    struct doc_node *table = docs_table(docs, docs->root, 1, 0);
    docs_cell(docs, docs_row(docs, table), 1, "ค", 1);
    const struct pages *pages = lay_out(layout);
    struct buffer dump = {0};
    page_dump(pages, &dump);
    assert_non_null(
        strstr(buffer_text(&dump), "page 1 (the document ends; room   665.00)\nline   content "));
    assert_non_null(strstr(buffer_text(&dump), "ก ข\n"));
    buffer_clear(&dump);
    page_dump_flow(pages, &dump);
    assert_non_null(strstr(buffer_text(&dump), "row 1.1 | ค\n"));
    buffer_free(&dump);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(an_empty_document_has_one_page),
        CASE(paragraphs_run_over_pages),
        CASE(a_new_part_begins_a_page),
        CASE(a_section_turns_its_paper),
        CASE(labels_hang_in_the_indent),
        CASE(contents_know_the_pages),
        CASE(a_draft_is_marked_on_every_page),
        CASE(a_header_stands_on_every_page_of_2000_rows),
        CASE(merged_text_shows_again_on_the_next_page),
        CASE(merged_text_of_any_length_has_room),
        CASE(a_row_taller_than_a_page_is_split_between_lines),
        CASE(tables_without_body_or_text),
        CASE(a_column_of_one_letter),
        CASE(a_date_is_not_broken_beside_slack),
        CASE(a_short_table_is_not_split),
        CASE(faults_of_spans_are_told),
        CASE(a_chart_stays_in_its_place),
        CASE(an_image_is_never_cut),
        CASE(dumps_are_stable),
    };
    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
