/*
 * Rows of tables over page ends: where the lines of their cells are, and which rows are cut.
 */
#include "layouts.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมินคุณธรรมและความโปร่งใส"

enum { MOST_LINES = 200 };

/* The tops of a text's lines on a page, less the page's top margin; the number of lines. */
static size_t lines_of(const struct page *page, const struct doc_node *node, int32_t *y)
{
    size_t count = 0;
    for (size_t i = 0; i < page->frames; i++) {
        const struct frame *frame = &page->frame[i];
        if (frame->kind == FRAME_LINE && frame->role == FRAME_CONTENT && frame->node == node &&
            !frame->is_label)
            y[count++] = frame->y;
    }
    return count;
}

/* A cell of short paragraphs of another pitch, and of paragraphs with room between them. */
static void add_score_cell(struct docs *docs, struct doc_node *row, const struct style *label)
{
    struct doc_node *cell = docs_cell(docs, row, 1, NULL, 0);
    docs_paragraph(docs, cell, label, "EIT ส่วนที่ ๑", 1);
    docs_paragraph(docs, cell, &docs->cell, "๘๘.๗๗", 1);
    docs_paragraph(docs, cell, label, "EIT ส่วนที่ ๒", 1);
    docs_paragraph(docs, cell, &docs->cell, "๗๑.๓๖", 1);
}

static void lines_keep_their_pitch_beside_another(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct style label = docs->cell;
    label.pitch = 17 * PT;
    const struct doc_node *text[12];
    struct doc_node *table = docs_table(docs, docs->root, 2, 1);
    struct doc_node *row = docs_row(docs, table);
    docs_cell(docs, row, 1, "หัวตาราง", 1);
    docs_cell(docs, row, 1, "คะแนน", 1);
    for (size_t i = 0; i < 12; i++) {
        row = docs_row(docs, table);
        text[i] = docs_cell(docs, row, 1, SENTENCE, 4 + 5 * (int)i)->first;
        add_score_cell(docs, row, &label);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 4);
    int32_t y[MOST_LINES];
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < 12; i++) {
            size_t count = lines_of(&pages->page[page], text[i], y);
            for (size_t j = 1; j < count; j++)
                assert_int_equal(y[j] - y[j - 1], 20 * PT);
        }
}

/* The first lines of a continued row are side by side at its top, and the page has exactly the
 * room that the page ends were chosen with. */
static void a_continued_row_starts_at_its_top(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct style low = docs->cell;
    low.pitch = 17 * PT;
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    struct doc_node *row = docs_row(docs, table);
    const struct doc_node *left = docs_cell(docs, row, 1, SENTENCE, 40)->first;
    struct doc_node *cell = docs_cell(docs, row, 1, NULL, 0);
    const struct doc_node *right = docs_paragraph(docs, cell, &low, SENTENCE, 40);
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count >= 2);
    for (size_t i = 1; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        int32_t y[MOST_LINES], other[MOST_LINES];
        size_t count = lines_of(page, left, y), others = lines_of(page, right, other);
        int32_t top = docs->doc.page.top + table->table.rule + table->table.pad_y;
        assert_true(count > 0 && y[0] > top && y[0] < top + 20 * PT);
        assert_true(others == 0 || (other[0] > top && other[0] < top + 17 * PT));
        int32_t high =
            20 * (int32_t)count > 17 * (int32_t)others ? 20 * (int32_t)count : 17 * (int32_t)others;
        int32_t height = high * PT + 2 * (table->table.rule + table->table.pad_y);
        int32_t room = docs->doc.page.height - docs->doc.page.top - docs->doc.page.bottom - height;
        if (i + 1 == pages->count)
            assert_int_equal(page->room, room);
        else /* a row cut twice: what its cells need at most */
            assert_in_range(room - page->room, 0, 20 * PT);
    }
}

/* Rows of up to four lines stay in one piece, wherever the table begins. */
static void short_rows_are_not_cut(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    const struct doc_node *text[60];
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 5);
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    for (int i = 0; i < 60; i++) {
        struct doc_node *row = docs_row(docs, table);
        text[i] = docs_cell(docs, row, 1, SENTENCE, 1 + i % 3)->first;
        docs_cell(docs, row, 1, "๑๐๐.๐๐", 1);
    }
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 2);
    int32_t y[MOST_LINES];
    for (size_t i = 0; i < 60; i++) {
        size_t pieces = 0, lines = 0;
        for (size_t page = 0; page < pages->count; page++) {
            size_t here = lines_of(&pages->page[page], text[i], y);
            pieces += here > 0;
            lines += here;
        }
        assert_in_range(lines, 1, 4);
        assert_int_equal(pieces, 1);
    }
}

/* Wherever the text above it ends, a table begins with its header and a whole row, or on the next
 * page. */
static void a_table_begins_with_a_whole_row(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    int32_t room = 120 * PT; /* for the header and about four lines */
    struct doc_node *space = docs_add(docs, docs->root, DOC_SPACE, NULL);
    space->fixed = true;
    space->height = docs->doc.page.height - docs->doc.page.top - docs->doc.page.bottom - room;
    struct doc_node *table = docs_table(docs, docs->root, 2, 1);
    struct doc_node *row = docs_row(docs, table);
    docs_cell(docs, row, 1, "หัวตาราง", 1);
    docs_cell(docs, row, 1, "คะแนน", 1);
    const struct doc_node *first = NULL;
    for (int i = 0; i < 4; i++) {
        row = docs_row(docs, table);
        const struct doc_node *text = docs_cell(docs, row, 1, SENTENCE, 7)->first;
        first = first != NULL ? first : text;
        docs_cell(docs, row, 1, "๑๐๐.๐๐", 1);
    }
    const struct pages *pages = lay_out(layout);
    int32_t y[MOST_LINES];
    assert_int_equal(lines_of(&pages->page[0], first, y), 0);
    assert_int_equal(pages->node_page[table->id], 2);
}

/* A page is filled although the table's last row, a high one, is then on the next page. */
static void a_high_last_row_may_stand_alone(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *space = docs_add(docs, docs->root, DOC_SPACE, NULL);
    space->fixed = true;
    space->height = docs->doc.page.height - docs->doc.page.top - docs->doc.page.bottom - 230 * PT;
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    const struct doc_node *text[4];
    for (int i = 0; i < 4; i++) {
        struct doc_node *row = docs_row(docs, table);
        text[i] = docs_cell(docs, row, 1, SENTENCE, i < 3 ? 3 : 5)->first;
        docs_cell(docs, row, 1, "๑๐๐.๐๐", 1);
    }
    const struct pages *pages = lay_out(layout);
    int32_t y[MOST_LINES];
    assert_in_range(lines_of(&pages->page[0], text[2], y), 3, 4);
    assert_int_equal(lines_of(&pages->page[0], text[3], y), 0);
}

/* The last line of a paragraph before a table is on the page where the table begins. */
static void what_introduces_a_table_stays_with_it(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    const struct doc_node *intro[24], *head[24];
    for (int i = 0; i < 24; i++) {
        docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 3 + i % 5);
        intro[i] = docs_paragraph(docs, docs->root, &docs->body, "มีรายละเอียดดังนี้", 1);
        struct doc_node *part = docs_add(docs, docs->root, DOC_SECTION, NULL);
        struct doc_node *table = docs_table(docs, part, 2, 1);
        for (int j = 0; j < 12; j++) {
            struct doc_node *row = docs_row(docs, table);
            docs_cell(docs, row, 1, SENTENCE, 1 + j % 2);
            docs_cell(docs, row, 1, "๑๐๐.๐๐", 1);
        }
        head[i] = table;
    }
    const struct pages *pages = lay_out(layout);
    for (size_t i = 0; i < 24; i++)
        assert_int_equal(pages->node_page[intro[i]->id], pages->node_page[head[i]->id]);
}

/* The first column of a table that says "continued" is shown again where a row is cut. */
static void a_row_head_shows_again_where_its_row_is_cut(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 2, 0);
    table->table.continued = "(ต่อ)";
    struct doc_node *row = docs_row(docs, table);
    const struct doc_node *head = docs_cell(docs, row, 1, "ประเด็น", 1)->first;
    docs_cell(docs, row, 1, SENTENCE, 80);
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count >= 2);
    assert_int_equal(count_lines(&pages->page[0], head, FRAME_CONTENT), 1);
    for (size_t i = 1; i < pages->count; i++)
        assert_int_equal(count_lines(&pages->page[i], head, FRAME_REPEAT), 2);
}

/* Running text fills every page as far as whole lines and two lines on either side allow. */
static void running_text_fills_its_pages(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct style spaced = docs->body;
    spaced.space_after = 4 * PT;
    for (int i = 0; i < 60; i++)
        docs_paragraph(docs, docs->root, &spaced, SENTENCE, 6 + i * 7 % 11);
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 5);
    for (size_t i = 0; i + 1 < pages->count; i++) {
        /* At worst a paragraph's last line but one is held back, for its last. */
        assert_true(pages->page[i].room < (2 * 22 + 4) * PT);
        enum diag_code reason = pages->page[i].break_reason;
        if (pages->page[i].room >= 26 * PT)
            assert_true(reason == MESSAGE_REASON_LINES_AT_FOOT ||
                        reason == MESSAGE_REASON_LINES_AT_HEAD);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(lines_keep_their_pitch_beside_another),
        CASE(a_continued_row_starts_at_its_top),
        CASE(short_rows_are_not_cut),
        CASE(a_table_begins_with_a_whole_row),
        CASE(a_high_last_row_may_stand_alone),
        CASE(what_introduces_a_table_stays_with_it),
        CASE(a_row_head_shows_again_where_its_row_is_cut),
        CASE(running_text_fills_its_pages),
    };
    return cmocka_run_group_tests_name("page_rows", tests, NULL, NULL);
}
