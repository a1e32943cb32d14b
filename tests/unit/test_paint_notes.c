/*
 * Notes as a reader of the structure meets them: marks are links to them, their numbers links back; also where only
 * some of the pages are painted.
 */
#include "layouts.h"

#include "paint/paint.h"
#include "pdf/pdf.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมินคุณธรรมและความโปร่งใส"

static void show_elements(const struct tags *tags, int parent, int depth, struct buffer *out)
{
    for (size_t i = 0; i < tags->elements; i++) {
        const struct tag_element *element = &tags->element[i];
        if (element->parent != parent)
            continue;
        buffer_printf(out, "%*s%s%s\n", depth * 2, "", element->role,
                      element->id != NULL && element->id[0] == 'n' ? " #" : "");
        show_elements(tags, (int)i, depth + 1, out);
    }
}

static void assert_elements(const struct pages *pages, const size_t range[2], const char *expected)
{
    struct structure *structure = structure_new(pages, range[0], range[1]);
    struct tags tags = structure_tags(structure);
    struct buffer out = {0};
    show_elements(&tags, TAG_NONE, 0, &out);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    structure_free(structure);
}

static void make_pdf(struct layout *layout, struct paint_range range)
{
    struct pdf_options options = {.range = range};
    struct buffer out = {0};
    assert_true(pdf_make(layout->engine, layout->pages, &options, &out, layout->diag));
    assert_int_equal(diag_count(layout->diag, DIAG_ERROR), 0);
    buffer_free(&out);
}

/* A heading, a step of a list, a figure's caption and a table. */
static void notes_follow_what_they_belong_to(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *heading =
        docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "หัวข้อ");
    heading->level = 1;
    docs_mark(docs, heading, "ก", 1);
    struct doc_node *list = docs_add(docs, docs->root, DOC_LIST, &docs->item);
    struct doc_node *item = docs_add(docs, list, DOC_ITEM, &docs->item);
    item->label = docs_text(docs, "๑)");
    struct doc_node *step = docs_paragraph(docs, item, &docs->body, "ขั้นตอน", 1);
    struct doc_node *note = docs_mark(docs, step, "ข", 1);
    docs_paragraph(docs, note, &docs->cell, "ค", 1);
    struct doc_node *table = docs_table(docs, docs->root, 1, 1);
    docs_text_node(docs, table, DOC_CAPTION, &docs->centred, "ตารางที่ ๑");
    docs_cell(docs, docs_row(docs, table), 1, "หัวตาราง", 1);
    struct doc_node *cell = docs_cell(docs, docs_row(docs, table), 1, "ช่อง", 1);
    docs_mark(docs, (struct doc_node *)cell->first, "ง", 1);
    docs_more(docs, (struct doc_node *)cell->first, " จบ");
    lay_out(layout);
    assert_elements(layout->pages, (const size_t[]){1, 1},
                    "Document\n"
                    "  H1\n"
                    "    Reference\n"
                    "      Link\n"
                    "  Note #\n"
                    "    Lbl\n"
                    "      Link\n"
                    "  L\n"
                    "    LI\n"
                    "      Lbl\n"
                    "      LBody\n"
                    "        Reference\n"
                    "          Link\n"
                    "        Note #\n"
                    "          Lbl\n"
                    "            Link\n"
                    "          P\n"
                    "          P\n"
                    "  Table\n"
                    "    Caption\n"
                    "    THead\n"
                    "      TR\n"
                    "        TH\n"
                    "    TBody\n"
                    "      TR\n"
                    "        TD\n"
                    "          Reference\n"
                    "            Link\n"
                    "  Note #\n"
                    "    Lbl\n"
                    "      Link\n");
    make_pdf(layout, (struct paint_range){0, 0});
}

/* The rest of a note alone is painted: no mark leads to it, and its number is not there. */
static void a_part_of_a_note_is_painted(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 1);
    docs_mark(docs, text, SENTENCE, 50);
    const struct pages *pages = lay_out(layout);
    assert_int_equal(pages->count, 2);
    assert_elements(pages, (const size_t[]){1, 2},
                    "Document\n  P\n    Reference\n      Link\n  Note #\n    Lbl\n      Link\n");
    assert_elements(pages, (const size_t[]){2, 2}, "Document\n  Note #\n    Lbl\n");
    make_pdf(layout, (struct paint_range){1, 1});
    make_pdf(layout, (struct paint_range){2, 2});
}

/* The links of a document: where each is, and where it leads. */
static void marks_and_numbers_lead_to_each_other(void **state)
{
    struct layout *layout = *state;
    struct docs *docs = layout->docs;
    struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE, 40);
    docs_mark(docs, text, "ก", 1);
    docs_more(docs, text, SENTENCE);
    const struct pages *pages = lay_out(layout);
    struct structure *structure = structure_new(pages, 1, pages->count);
    const struct doc_node *note = text->first;
    struct canvas_box box = {1, 2, 3, 4};
    structure_link_span(structure, 0, text, 0, box);
    structure_link_note(structure, 0, note, box);
    struct tags tags = structure_tags(structure);
    assert_int_equal(tags.links, 2);
    assert_int_equal(tags.link[0].target_page, pages->node_page[note->id] - 1);
    assert_int_equal(tags.link[0].target_y, pages->node_y[note->id]);
    assert_int_equal(tags.link[1].target_page, pages->node_page[note->id] - 1);
    assert_true(tags.link[1].target_y < pages->node_y[note->id]);
    assert_true(tags.link[1].target_y > pages->node_y[text->id]);
    assert_string_equal(tags.link[1].contents, "1");
    structure_free(structure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(notes_follow_what_they_belong_to),
        CASE(a_part_of_a_note_is_painted),
        CASE(marks_and_numbers_lead_to_each_other),
    };
    return cmocka_run_group_tests_name("paint_notes", tests, NULL, NULL);
}
