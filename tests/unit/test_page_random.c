/*
 * Random documents full of tables with spans, laid out with real fonts: whatever the input, every
 * line is set once and in order, no two lines are over each other, and nothing leaves the text
 * area.
 */
#include "docs.h"

#define SENTENCE "องค์การบริหารส่วนตำบลได้รับการประเมิน"

enum { ROUNDS = 60, MOST_COLUMNS = 5 };

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

static void random_cell(struct docs *docs, uint32_t *seed, struct doc_node *row, size_t spans[2])
{
    bool is_long = random_below(seed, 12) == 0;
    int times = (int)random_below(seed, is_long ? 60 : 5);
    struct doc_node *cell = docs_cell(docs, row, spans[0], times > 0 ? SENTENCE : NULL, times);
    cell->cell.column_span = spans[1];
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
        docs_text_node(docs, docs->root, DOC_HEADING, &docs->heading, "หัวข้อ");
        docs_paragraph(docs, docs->root, &docs->body, SENTENCE, (int)random_below(seed, 30));
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
