/*
 * Random documents full of tables with spans and of notes, laid out with real fonts: whatever the input, every
 * line is set once and in order, no two lines are over each other, and nothing leaves the text
 * area; notes are below their marks, on the same page.
 */
#include "docs.h"

#include "base/diag_list.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมิน"

enum { ROUNDS = 24, MOST_COLUMNS = 5 };

struct room { /* what a line of text covers */
    int32_t left, right, y, height;
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static size_t random_below(uint32_t *seed, size_t end)
{
    return next_random(seed) % end;
}

/* Marks at the end of a text, more text after each; one in so many texts has some. */
static void random_marks(struct docs *docs, uint32_t *seed, struct doc_node *text, size_t share)
{
    while (random_below(seed, share) == 0) {
        bool is_long = random_below(seed, 10) == 0;
        struct doc_node *note =
            docs_mark(docs, text, SENTENCE, 1 + (int)random_below(seed, is_long ? 90 : 9));
        if (random_below(seed, 5) == 0)
            docs_paragraph(docs, note, &docs->cell, SENTENCE, 2);
        if (random_below(seed, 3) > 0)
            docs_more(docs, text, SENTENCE SENTENCE);
        share = 2;
    }
}

static void random_cell(struct docs *docs, uint32_t *seed, struct doc_node *row, size_t spans[2])
{
    bool is_long = random_below(seed, 12) == 0;
    int times = (int)random_below(seed, is_long ? 60 : 5);
    struct doc_node *cell = docs_cell(docs, row, spans[0], times > 0 ? SENTENCE : NULL, times);
    cell->cell.column_span = spans[1];
    if (cell->first != NULL)
        random_marks(docs, seed, (struct doc_node *)cell->first, 9);
    cell->cell.valign = (enum doc_valign)random_below(seed, 3);
    if (random_below(seed, 6) > 0)
        return;
    struct doc_node *list = docs_add(docs, cell, DOC_LIST, &docs->item);
    for (int i = 0; i < 3; i++) {
        struct doc_node *item = docs_add(docs, list, DOC_ITEM, &docs->item);
        item->label = docs_text(docs, "-");
        docs_paragraph(docs, item, &docs->cell, SENTENCE, 1);
    }
}

/* Spans that fit: held[column] rows are still taken by a cell from above. */
static void random_table(struct docs *docs, uint32_t *seed)
{
    size_t columns = 1 + random_below(seed, MOST_COLUMNS), rows = 1 + random_below(seed, 40);
    size_t header = rows > 3 ? random_below(seed, 3) : 0;
    size_t held[MOST_COLUMNS] = {0};
    struct doc_node *table = docs_table(docs, docs->root, columns, header);
    table->table.keep_whole = random_below(seed, 5) == 0;
    table->table.continued = random_below(seed, 2) == 0 ? "(ต่อ)" : NULL;
    for (size_t i = 0; i < rows; i++) {
        struct doc_node *row = docs_row(docs, table);
        row->row.group = i >= header && random_below(seed, 9) == 0;
        size_t limit = (i < header ? header : rows) - i;
        for (size_t column = 0; column < columns;) {
            if (held[column] > 0) {
                held[column++]--;
                continue;
            }
            size_t free = 1;
            while (column + free < columns && held[column + free] == 0)
                free++;
            size_t spans[2] = {1, 1};
            if (random_below(seed, 4) == 0)
                spans[0] = 1 + random_below(seed, limit < 8 ? limit : 8);
            if (random_below(seed, 6) == 0)
                spans[1] = 1 + random_below(seed, free);
            random_cell(docs, seed, row, spans);
            for (size_t end = column + spans[1]; column < end; column++)
                held[column] = spans[0] - 1;
        }
    }
}

static void random_document(struct docs *docs, uint32_t *seed)
{
    for (int i = 0; i < 4; i++) {
        struct doc_node *heading =
            docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "หัวข้อ");
        random_marks(docs, seed, heading, 5);
        for (int times = (int)random_below(seed, 4); times >= 0; times--) {
            struct doc_node *text = docs_paragraph(docs, docs->root, &docs->body, SENTENCE,
                                                   (int)random_below(seed, 30));
            random_marks(docs, seed, text, 2);
        }
        random_table(docs, seed);
    }
}

static void check_overlap(const struct room *room, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            const struct room *a = &room[i], *b = &room[j];
            if (a->right <= b->left || b->right <= a->left)
                continue;
            int32_t apart = a->y > b->y ? a->y - b->y : b->y - a->y;
            assert_true(apart >= (a->height < b->height ? a->height : b->height));
        }
}

static void check_page(const struct pages *pages, const struct page *page, size_t *next)
{
    const struct doc_page *paper = &pages->doc->page;
    struct room *room = calloc(page->frames + 1, sizeof *room);
    size_t rooms = 0;
    for (size_t i = 0; i < page->frames; i++) {
        const struct frame *frame = &page->frame[i];
        bool is_text = frame->kind == FRAME_LINE;
        assert_true(frame->y >= paper->top && frame->x >= paper->left);
        assert_true(frame->x + frame->width <= paper->width - paper->right);
        assert_true(frame->y + (is_text ? 0 : frame->height) <= paper->height - paper->bottom);
        if (!is_text)
            continue;
        int32_t left = frame->x + frame->line.x;
        room[rooms++] = (struct room){left, left + frame->line.width, frame->y, frame->height};
        if (frame->role != FRAME_CONTENT || frame->is_label)
            continue;
        assert_int_equal(frame->line.first, next[frame->node->id]);
        next[frame->node->id] = frame->line.ends_paragraph ? SIZE_MAX : frame->line.last;
    }
    check_overlap(room, rooms);
    free(room);
}

/* The page and the top of the line of a text that a byte is in. */
static size_t page_of(const struct pages *pages, const struct doc_node *node, size_t byte,
                      int32_t *y)
{
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->page[i].frames; j++) {
            const struct frame *frame = &pages->page[i].frame[j];
            if (frame->kind != FRAME_LINE || frame->node != node || frame->is_label ||
                frame->role != FRAME_CONTENT)
                continue;
            size_t length, start = text_line_start(&frame->line);
            text_line_bytes(&frame->line, &length);
            *y = frame->y;
            if (byte >= start && byte < start + length)
                return i + 1;
        }
    return 0;
}

/* A note is below its mark, on the same page if it is not said to be late; one of a table is below all of it. */
static void check_note(const struct pages *pages, const struct doc_node *text, size_t span,
                       size_t *late)
{
    const struct doc_node *note = text->text.span[span].note;
    int32_t mark_y, note_y = pages->node_y[note->id];
    size_t mark = page_of(pages, text, text->text.span[span].start, &mark_y);
    size_t page = pages->node_page[note->id];
    assert_true(mark > 0 && page >= mark);
    if (page == mark)
        assert_true(note_y > mark_y);
    if (note->parent->kind != DOC_TABLE)
        *late += page > mark;
    for (size_t i = 0; i < pages->page[page - 1].frames; i++) {
        const struct frame *frame = &pages->page[page - 1].frame[i];
        const struct doc_node *table = frame->node;
        while (table != NULL && table->kind != DOC_TABLE && table->kind != DOC_NOTE)
            table = table->parent;
        if (table == note->parent)
            assert_true(frame->y < note_y);
    }
}

static void check_notes(const struct pages *pages, const struct diag *diag)
{
    size_t late = 0;
    for (size_t i = 0; i < pages->doc->nodes; i++)
        for (size_t j = 0; j < pages->doc->node[i]->text.spans; j++)
            check_note(pages, pages->doc->node[i], j, &late);
    size_t said = 0;
    for (size_t i = 0; i < diag->count; i++)
        said += diag->message[i].code == MESSAGE_PAGE_NOTE_LATE;
    assert_int_equal(late, said);
}

static void check_document(struct text_engine *engine, uint32_t *seed)
{
    struct docs *docs = docs_new();
    struct diag *diag = diag_new();
    random_document(docs, seed);
    struct pages *pages = page_build(engine, docs_close(docs), diag);
    size_t *next = calloc(docs->doc.nodes, sizeof *next);
    for (size_t i = 0; i < pages->count; i++)
        check_page(pages, &pages->page[i], next);
    for (size_t i = 0; i < docs->doc.nodes; i++)
        if (docs->doc.node[i]->text.length > 0)
            assert_true(next[i] == SIZE_MAX);
    check_notes(pages, diag);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 0);
    free(next);
    pages_free(pages);
    diag_free(diag);
    docs_free(docs);
}

static void random_documents_are_set_cleanly(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct sources *sources = sources_new();
    struct text_resources *resources =
        text_resources_new(&(struct text_files){.fonts = "fonts"}, sources, diag);
    assert_non_null(resources);
    struct text_engine *engine = text_engine_new(&(struct text_setup){.resources = resources});
    uint32_t seed = 2568;
    for (int i = 0; i < ROUNDS; i++)
        check_document(engine, &seed);
    text_engine_free(engine);
    text_resources_free(resources);
    sources_free(sources);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_documents_are_set_cleanly)};
    return cmocka_run_group_tests_name("page_random", tests, NULL, NULL);
}
