/*
 * Walks the document tree and adds slabs to a list; what a block becomes is decided in
 * flow_text.c, flow_table.c, chart.c and image.c.  The room between two blocks is the sum of the first
 * one's space_after and the second one's space_before; it vanishes at the top of a page.
 */
#include "page/flow.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "page/flow_make.h"

static int32_t body_height(const struct doc_page *paper)
{
    return paper->height - paper->top - paper->bottom;
}

struct slab *flow_add(struct flow_list *list, enum slab_kind kind, const struct doc_node *node,
                      int32_t space_before)
{
    list->slab = memory_room(list->slab, list->count, &list->capacity, sizeof *list->slab);
    struct slab *slab = &list->slab[list->count++];
    *slab = (struct slab){.kind = kind, .node = node, .paper = list->paper, .reason = NO_REASON};
    slab->size.gap = list->gap + space_before;
    if (list->paper != NULL)
        slab->size.body = body_height(list->paper);
    list->gap = 0;
    return slab;
}

struct slab *flow_list_close(struct flow_list *list, struct arena *arena, size_t *count)
{
    struct slab *slab = ARENA_NEW(arena, struct slab, list->count);
    if (list->count > 0)
        memcpy(slab, list->slab, list->count * sizeof *slab);
    *count = list->count;
    free(list->slab);
    *list = (struct flow_list){0};
    return slab;
}

void flow_penalty(struct slab *slab, int32_t penalty, enum diag_code reason)
{
    if (slab->size.penalty == BREAK_FORCED)
        return;
    if (slab->reason == NO_REASON || penalty > slab->size.penalty)
        slab->reason = reason;
    int32_t most = slab->size.penalty > penalty ? slab->size.penalty : penalty;
    if (most < BREAK_NEVER) /* wishes add up, but never to a rule */
        most = slab->size.penalty + penalty;
    slab->size.penalty = most;
}

void flow_keep(const struct flow_maker *maker, struct slab *slab, size_t first, size_t end,
               int32_t penalty, enum diag_code reason)
{
    if (end - first < 2)
        return;
    int64_t height = 0;
    for (size_t i = first; i < end; i++)
        height += slab[i].size.height + (i > first ? slab[i].size.gap : 0);
    if (height > maker->body)
        return;
    for (size_t i = first; i + 1 < end; i++)
        flow_penalty(&slab[i], penalty, reason);
}

/* A page ends after the last slab, whatever keeps it with the next. */
static void force_break(struct flow_list *list)
{
    list->gap = 0;
    if (list->count == 0)
        return;
    list->slab[list->count - 1].size.penalty = BREAK_FORCED;
    list->slab[list->count - 1].reason = MESSAGE_REASON_PART_BEGINS;
}

static void add_space(struct flow_list *list, const struct doc_node *node)
{
    if (!node->fixed) {
        list->gap += node->height;
        return;
    }
    bool stays = list->count > 0 && list->slab[list->count - 1].size.penalty >= BREAK_NEVER;
    struct slab *slab = flow_add(list, SLAB_SPACE, node, 0);
    slab->size.height = node->height;
    if (stays)
        flow_penalty(slab, BREAK_NEVER, MESSAGE_REASON_ROOM_FOLLOWS);
}

/* What follows is on such paper; returns where on it. */
static struct flow_area take_paper(struct flow_maker *maker, struct flow_list *list,
                                   const struct doc_page *paper)
{
    maker->paper = paper;
    maker->body = body_height(paper);
    list->paper = paper;
    return (struct flow_area){paper->left, paper->width - paper->left - paper->right};
}

/* A section on pages of its own, whose paper may lie another way. */
static void add_pages(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node)
{
    const struct doc_page *before = maker->paper;
    bool is_turned = node->orientation == DOC_LANDSCAPE;
    force_break(list);
    struct flow_area area =
        take_paper(maker, list, is_turned ? &maker->doc->turned : &maker->doc->page);
    flow_blocks(maker, list, node, area);
    force_break(list);
    take_paper(maker, list, before);
}

static void add_section(struct flow_maker *maker, struct flow_list *list,
                        const struct doc_node *node, struct flow_area area)
{
    if (node->orientation != DOC_AS_OUTER && !list->in_cell) {
        add_pages(maker, list, node);
        return;
    }
    if (node->page_start && !list->in_cell)
        force_break(list);
    size_t first = list->count;
    if (node->with_previous && first > 0)
        flow_penalty(&list->slab[first - 1], COST_ALONE, MESSAGE_REASON_NOT_FIRST);
    flow_blocks(maker, list, node, area);
    if (node->keep_whole)
        flow_keep(maker, list->slab, first, list->count, COST_KEEP_WHOLE,
                  MESSAGE_REASON_SECTION_WHOLE);
}

void flow_item(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
               struct flow_area area)
{
    const struct style *style = node->style;
    if (list->label != NULL)
        flow_label(maker, list);
    struct flow_area inner = flow_indented(style, area);
    if (node->label.length > 0) {
        list->label = node;
        list->label_x = inner.x + style->indent_first;
    }
    list->gap += style->space_before;
    flow_blocks(maker, list, node, inner);
    if (list->label == node)
        flow_label(maker, list);
    list->gap += style->space_after;
}

static void add_figure(struct flow_maker *maker, struct flow_list *list,
                       const struct doc_node *node, struct flow_area area)
{
    if (node->image != NULL) {
        flow_image(maker, list, node, area);
        return;
    }
    flow_chart(maker, list, node, area);
    if (node->first != NULL)
        flow_penalty(&list->slab[list->count - 1], BREAK_NEVER, MESSAGE_REASON_FIGURE_CAPTION);
    flow_blocks(maker, list, node, area);
}

static void add_block(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                      struct flow_area area)
{
    switch (node->kind) {
    case DOC_SECTION:
        add_section(maker, list, node, area);
        break;
    case DOC_LIST:
    case DOC_CONTENTS:
        flow_blocks(maker, list, node, area);
        break;
    case DOC_ITEM:
        flow_item(maker, list, node, area);
        break;
    case DOC_HEADING:
    case DOC_PARAGRAPH:
    case DOC_CAPTION:
        flow_paragraph(maker, list, node, area);
        break;
    case DOC_ENTRY:
        flow_entry(maker, list, node, area);
        break;
    case DOC_TABLE:
        flow_table(maker, list, node, area);
        break;
    case DOC_FIGURE:
        add_figure(maker, list, node, area);
        break;
    case DOC_SPACE:
        add_space(list, node);
        break;
    case DOC_PAGE_BREAK:
        force_break(list);
        break;
    case DOC_ROW:
    case DOC_CELL: /* in tables only */
    case DOC_NOTE: /* set with the block it belongs to */
        assert(false);
    }
}

static bool fits_cell(const struct doc_node *node)
{
    bool is_chart = node->kind == DOC_FIGURE && node->image == NULL;
    return node->kind != DOC_TABLE && node->kind != DOC_ENTRY && node->kind != DOC_PAGE_BREAK &&
           !is_chart;
}

/* Ending a page after a paragraph that leads to a list, a table or a figure.  A figure with a
 * caption can be found without it, but not between the cells of a row. */
static void keep_introduction(struct flow_list *list, const struct doc_node *next)
{
    while (next != NULL && next->kind == DOC_SECTION && !next->page_start)
        next = next->first;
    if (next == NULL || list->count == 0)
        return;
    struct slab *last = &list->slab[list->count - 1];
    if (next->kind == DOC_FIGURE && next->first != NULL && !list->in_cell)
        flow_penalty(last, COST_FIGURE_APART, MESSAGE_REASON_FIGURE_NEAR);
    else if (next->kind == DOC_LIST || next->kind == DOC_TABLE || next->kind == DOC_FIGURE)
        flow_penalty(last, BREAK_NEVER, MESSAGE_REASON_INTRODUCTION);
}

void flow_blocks(struct flow_maker *maker, struct flow_list *list, const struct doc_node *parent,
                 struct flow_area area)
{
    for (const struct doc_node *node = parent->first; node != NULL; node = node->next) {
        if (list->in_cell && !fits_cell(node))
            diag_say(maker->diag, MESSAGE_PAGE_CELL_BLOCK, node->place);
        else
            add_block(maker, list, node, area);
        if (node->kind == DOC_PARAGRAPH)
            keep_introduction(list, node->next);
    }
}

const struct flow *flow_measure(struct text_engine *engine, struct arena *arena,
                                const struct doc *doc, struct diag *diag)
{
    struct flow_maker maker = {.engine = engine, .arena = arena, .doc = doc, .diag = diag};
    maker.text = ARENA_NEW(arena, struct text_shaped *, doc->nodes);
    maker.label = ARENA_NEW(arena, struct text_shaped *, doc->nodes);
    struct flow_list list = {0};
    struct flow_area area = take_paper(&maker, &list, &doc->page);
    flow_blocks(&maker, &list, doc->root, area);
    struct flow *flow = ARENA_NEW(arena, struct flow, 1);
    flow->body = maker.body;
    flow->slab = flow_list_close(&list, arena, &flow->count);
    flow->note = flow_list_close(&maker.notes, arena, &flow->notes);
    flow->note_rule = doc->notes.space_before + doc->notes.rule + doc->notes.space_after;
    return flow;
}
