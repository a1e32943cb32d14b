/*
 * Notes on the pages of hand-made documents, with real fonts: at the foot of the page of their mark, or under their
 * table. layouts.h holds what is true of every document, test_page_random.c what is true of every note.
 */
#include "layouts.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมินคุณธรรมและความโปร่งใส"

/* The lines of a note on a page. */
static size_t note_lines(const struct page *page, const struct doc_node *note)
{
    size_t count = 0;
    for (const struct doc_node *child = note->first; child != NULL; child = child->next)
        count += count_lines(page, child, FRAME_CONTENT);
    return count;
}

/* The rule above a page's notes, which is the only decoration in these documents without tables. */
static const struct frame *rule_of(const struct page *page)
{
    const struct frame *rule = NULL;
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].kind == FRAME_RULE) {
            assert_null(rule);
            rule = &page->frame[i];
        }
    return rule;
}

static const struct frame *label_of(const struct page *page, const struct doc_node *note)
{
    for (size_t i = 0; i < page->frames; i++)
        if (page->frame[i].node == note && page->frame[i].is_label)
            return &page->frame[i];
    return NULL;
}

/* Two notes end at the bottom margin, under one rule, in order, their numbers in front of them. */
static void notes_end_at_the_bottom_margin(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    struct doc_node *first = docs_mark(docs, text, "ก", 1);
    docs_more(docs, text, SENTENCE);
    struct doc_node *second = docs_mark(docs, text, "ข", 1);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 1);
    const struct page *page = &pages->page[0];
    int32_t bottom = docs->doc.page.height - docs->doc.page.bottom, line = docs->cell.pitch;
    assert_int_equal(pages->node_y[second->id], bottom - line);
    assert_int_equal(pages->node_y[first->id], bottom - 2 * line);
    const struct frame *rule = rule_of(page);
    assert_int_equal(rule->y, bottom - 2 * line - 4 * PT - PT / 2);
    assert_int_equal(rule->x, docs->doc.page.left);
    assert_int_equal(rule->width, 144 * PT);
    assert_int_equal(label_of(page, first)->x, docs->doc.page.left);
    assert_int_equal(page->room, bottom - docs->doc.page.top - docs->body.pitch * 2 - 2 * line -
                                     (8 * PT + PT / 2 + 4 * PT));
}

/* A note that is longer than what is left of its page goes on at the foot of the next one, which has a rule, too. */
static void a_long_note_goes_on(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *note = NULL;
    for (int i = 0; i < 9; i++) {
        struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 6);
        if (i == 5)
            note = docs_mark(docs, text, SENTENCE, 40);
    }
    const struct pages *pages = lay_out(layout);
    size_t page = pages->node_page[note->id];
    assert_true(page < pages->count);
    assert_true(note_lines(&pages->page[page - 1], note) >= 2);
    assert_true(note_lines(&pages->page[page], note) >= 2);
    assert_non_null(rule_of(&pages->page[page - 1]));
    assert_non_null(rule_of(&pages->page[page]));
    assert_non_null(label_of(&pages->page[page - 1], note));
    assert_null(label_of(&pages->page[page], note));
}

/* What is left of a note comes before the part that begins a page, on a page of its own if need be. */
static void a_part_ends_with_its_notes(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    struct doc_node *note = docs_mark(docs, text, SENTENCE, 50);
    struct doc_node *part = docs_add(docs, docs->root, DOC_SECTION, NULL);
    part->page_start = true;
    part->orientation = DOC_LANDSCAPE;
    struct doc_node *wide = docs_paragraph(docs, part, &docs->body, SENTENCE, 1);
    struct doc_node *other = docs_mark(docs, wide, SENTENCE, 9);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 3);
    assert_true(note_lines(&pages->page[1], note) > 0);
    assert_int_equal(pages->node_page[wide->id], 3);
    assert_int_equal(pages->node_page[other->id], 3);
    assert_ptr_equal(pages->page[1].paper, &docs->doc.page);
    const struct doc_page *turned = &docs->doc.turned;
    for (size_t i = 0; i < pages->page[2].frames; i++) {
        const struct frame *frame = &pages->page[2].frame[i];
        if (frame->node == other->first && frame->line.first == 0) /* as wide as the turned page */
            assert_int_equal(frame->width, turned->width - turned->left - turned->right - 14 * PT);
    }
}

/* The notes of cells, of the caption and of a header row that comes again are under the last row, once. */
static void notes_of_a_table_are_under_it(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *table = docs_table(docs, docs->root, 2, 1);
    struct doc_node *caption = docs_text_node(docs, table, DOC_CAPTION, &docs->centred, "ตารางที่ ๑");
    struct doc_node *row = docs_row(docs, table);
    docs_cell(docs, row, 1, "ลำดับ", 1);
    struct doc_node *head = docs_cell(docs, row, 1, "รายการ", 1);
    struct doc_node *last = NULL;
    for (int i = 0; i < 50; i++) {
        row = docs_row(docs, table);
        docs_cell(docs, row, 1, "๑", 1);
        last = docs_cell(docs, row, 1, SENTENCE, 1);
    }
    const struct doc_node *note[] = {
        docs_mark(docs, caption, "ของตาราง", 1),
        docs_mark(docs, (struct doc_node *)head->first, "ของหัวตาราง", 1),
        docs_mark(docs, (struct doc_node *)last->first, SENTENCE, 4),
    };
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 3);
    const struct pages *pages = lay_out(layout);
    size_t end = pages->node_page[last->id];
    assert_true(end > 1);
    int32_t y = pages->node_y[last->id];
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pages->node_page[note[i]->id], end);
        assert_true(pages->node_y[note[i]->id] > y);
        y = pages->node_y[note[i]->id];
    }
    assert_true(count_lines(&pages->page[1], head->first, FRAME_REPEAT) == 1);
}

/* Wherever a table ends, its last row takes its notes along. */
static void a_table_is_not_parted_from_its_notes(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    for (int part = 0; part < 30; part++) {
        struct doc_node *section = docs_add(docs, docs->root, DOC_SECTION, NULL);
        section->page_start = true;
        struct doc_node *table = docs_table(docs, section, 1, 0);
        struct doc_node *cell = NULL;
        for (int i = 0; i < 10 + part; i++)
            cell = docs_cell(docs, docs_row(docs, table), 1, "รายการ", 1);
        docs_mark(docs, (struct doc_node *)cell->first, SENTENCE, 1 + part % 5);
    }
    const struct pages *pages = lay_out(layout);
    for (size_t i = 0; i < pages->doc->nodes; i++) {
        const struct doc_node *note = pages->doc->node[i];
        if (note->kind != DOC_NOTE)
            continue;
        const struct doc_node *row = note->parent->first;
        while (row->next->kind == DOC_ROW)
            row = row->next;
        assert_int_equal(pages->node_page[note->id], pages->node_page[row->first->id]);
    }
    assert_int_equal(diag_count(layout->diag, DIAG_WARNING), 0);
}

/* Marks in items, captions of images and headings have their notes at the foot. */
static void marks_are_anywhere(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *heading =
        docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "หัวข้อ");
    struct doc_node *list = docs_add(docs, docs->root, DOC_LIST, &docs->item);
    struct doc_node *item = docs_add(docs, list, DOC_ITEM, &docs->item);
    item->label = docs_text(docs, "๑)");
    struct doc_node *step = docs_paragraph(docs, item, &docs->body, SENTENCE, 3);
    struct doc_node *figure = docs_add(docs, docs->root, DOC_FIGURE, &docs->centred);
    struct doc_image *image = ARENA_NEW(docs->doc.arena, struct doc_image, 1);
    image->width = image->height = 90 * PT;
    figure->image = image;
    struct doc_node *caption = docs_text_node(docs, figure, DOC_CAPTION, &docs->centred, "ภาพที่ ๑");
    const struct doc_node *note[] = {docs_mark(docs, heading, "ก", 1),
                                     docs_mark(docs, step, "ข", 1),
                                     docs_mark(docs, caption, "ค", 1)};
    const struct pages *pages = lay_out(layout);
    int32_t bottom = docs->doc.page.height - docs->doc.page.bottom;
    for (int i = 0; i < 3; i++)
        assert_int_equal(pages->node_y[note[i]->id], bottom - (3 - i) * docs->cell.pitch);
}

/* A note that has no room where its mark is begins on the next page, and is reported. */
static void a_late_note_is_told(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, "ก", 1);
    for (int i = 0; i < 60; i++)
        docs_mark(docs, text, "ข", 1);
    docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 30);
    const struct pages *pages = lay_out(layout);
    assert_true(pages->count > 1);
    assert_true(diag_count(layout->diag, DIAG_WARNING) > 5);
}

/* The page goes without the line, for its note has no room. */
static void a_page_says_why_it_ends(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    docs->body.lines_at_foot = docs->body.lines_at_head = 1;
    struct doc_node *last = NULL;
    for (int i = 0; i < 40; i++) {
        struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, "ก", 1);
        if (i == 29)
            last = docs_mark(docs, text, SENTENCE, 3);
    }
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->page[0].break_reason, MESSAGE_REASON_NOTE_ROOM);
    assert_int_equal(pages->node_page[last->id], 2);
    struct buffer dump = {0};
    page_dump_flow(pages, &dump);
    assert_non_null(strstr(buffer_text(&dump), "lines of notes]"));
    assert_non_null(strstr(buffer_text(&dump), "\nnote "));
    buffer_free(&dump);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(notes_end_at_the_bottom_margin),
        CASE(a_long_note_goes_on),
        CASE(a_part_ends_with_its_notes),
        CASE(notes_of_a_table_are_under_it),
        CASE(a_table_is_not_parted_from_its_notes),
        CASE(marks_are_anywhere),
        CASE(a_late_note_is_told),
        CASE(a_page_says_why_it_ends),
    };
    return cmocka_run_group_tests_name("page_foot", tests, NULL, NULL);
}
