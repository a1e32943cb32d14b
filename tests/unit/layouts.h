/*
 * layouts.h - hand-made documents set on pages with real fonts, for the tests of page/.
 *
 * Purpose: lay_out holds what is true of every document: each line of each text is read once and
 *          in order, and nothing is outside the margins.
 * Memory:  a layout owns all it holds; CASE gives every test its own.
 */
#ifndef ITAREPORT_TESTS_LAYOUTS_H
#define ITAREPORT_TESTS_LAYOUTS_H

#include "docs.h"

#include "source/sources.h"

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

struct layout {
    struct sources *sources;
    struct diag *diag;
    struct text_resources *resources;
    struct text_engine *engine;
    struct docs *docs;
    struct pages *pages;
};

__attribute__((unused)) static int set_up(void **state)
{
    struct layout *layout = calloc(1, sizeof *layout);
    layout->sources = sources_new();
    layout->diag = diag_new();
    const struct text_files files = {.fonts = "fonts", .words = "words"};
    layout->resources = text_resources_new(&files, layout->sources, layout->diag);
    assert_non_null(layout->resources);
    layout->engine = text_engine_new(&(struct text_setup){.resources = layout->resources});
    layout->docs = docs_new();
    *state = layout;
    return 0;
}

__attribute__((unused)) static int tear_down(void **state)
{
    struct layout *layout = *state;
    pages_free(layout->pages);
    docs_free(layout->docs);
    text_engine_free(layout->engine);
    text_resources_free(layout->resources);
    diag_free(layout->diag);
    sources_free(layout->sources);
    free(layout);
    return 0;
}

/* Every text's lines follow each other, from its first cluster to its last. */
__attribute__((unused)) static void check_reading(const struct pages *pages)
{
    size_t nodes = pages->doc->nodes;
    size_t *next = calloc(nodes, sizeof *next);
    bool *ended = calloc(nodes, sizeof *ended);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->page[i].frames; j++) {
            const struct frame *frame = &pages->page[i].frame[j];
            if (frame->kind != FRAME_LINE || frame->role != FRAME_CONTENT || frame->is_label ||
                frame->is_page_number || frame->node->kind == DOC_FIGURE)
                continue;
            size_t id = frame->node->id;
            assert_false(ended[id]);
            assert_int_equal(frame->line.first, next[id]);
            next[id] = frame->line.last;
            ended[id] = frame->line.ends_paragraph;
        }
    for (size_t i = 0; i < nodes; i++)
        if (pages->doc->node[i]->text.length > 0)
            assert_true(ended[i]);
    free(next);
    free(ended);
}

__attribute__((unused)) static void check_margins(const struct pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->page[i].frames; j++) {
            const struct doc_page *paper = pages->page[i].paper;
            const struct frame *frame = &pages->page[i].frame[j];
            if (frame->role == FRAME_FURNITURE)
                continue;
            bool is_text = frame->kind == FRAME_LINE || frame->kind == FRAME_LEADER;
            int32_t bottom = frame->y + (is_text ? 0 : frame->height);
            assert_true(frame->y >= paper->top);
            assert_true(bottom <= paper->height - paper->bottom);
            assert_true(frame->x >= paper->left);
            assert_true(frame->x + frame->width <= paper->width - paper->right);
        }
}

__attribute__((unused)) static const struct pages *lay_out(struct layout *layout)
{
    const struct doc *doc = docs_close(layout->docs);
    layout->pages = page_build(layout->engine, doc, layout->diag);
    check_reading(layout->pages);
    check_margins(layout->pages);
    return layout->pages;
}

__attribute__((unused)) static size_t count_lines(const struct page *page,
                                                  const struct doc_node *node, enum frame_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < page->frames; i++)
        count += page->frame[i].kind == FRAME_LINE && page->frame[i].node == node &&
                 page->frame[i].role == role;
    return count;
}

#endif
