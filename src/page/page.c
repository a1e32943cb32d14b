/*
 * Lays out a document: measure (flow.c), choose page ends (page_break.c), fill (page_fill.c).  Then
 * every block's page is known and the numbers are written: those of the contents, which have room
 * of their own and so move nothing, and those of the furniture (furniture.c).
 */
#include "page/page.h"

#include <stdlib.h>

#include "base/length.h"
#include "page/flow.h"
#include "page/flow_make.h"
#include "page/furniture.h"
#include "page/number.h"
#include "page/page_fill.h"

struct build {
    struct flow_maker maker; /* for the few strings shaped after the pages are known */
    struct pages *pages;
    const struct flow *flow;
    struct break_slab *size; /* of the flow's slabs */
};

/* Why a page that could hold more ends after the slab before end: what is wrong with the last
 * place it could have ended at. */
static enum diag_code break_reason(const struct build *build, size_t first, size_t end)
{
    const struct slab *slab = build->flow->slab;
    if (end == build->flow->count)
        return MESSAGE_REASON_DOCUMENT_ENDS;
    if (slab[end - 1].size.penalty == BREAK_FORCED)
        return slab[end - 1].reason;
    size_t last = end;
    while (last < build->flow->count && slab[last - 1].size.penalty != BREAK_FORCED &&
           break_page_height(build->size, first, last + 1) <=
               break_body(&build->size[first], build->flow->body))
        last++;
    if (last == end)
        return MESSAGE_REASON_PAGE_FULL;
    enum diag_code reason = slab[last - 1].reason;
    return reason != NO_REASON ? reason : MESSAGE_REASON_LATER_PAGES;
}

static void report_page(const struct build *build, struct page *page, size_t first, size_t end)
{
    const struct slab *slab = build->flow->slab;
    page->paper = &build->pages->doc->page;
    page->room = build->flow->body;
    if (first == end) /* the one page of an empty document */
        return;
    page->paper = slab[first].paper;
    page->room = break_body(&build->size[first], page->room);
    page->room -= (int32_t)break_page_height(build->size, first, end);
    if (page->room < 0) {
        const char *points = arena_printf(build->pages->arena, "%d", -page->room / PT + 1);
        diag_say(build->maker.diag, MESSAGE_PAGE_OVERFULL, slab[first].node->place, points);
    }
    if (end < build->flow->count && slab[end - 1].size.penalty >= BREAK_NEVER)
        diag_add_phrase(build->maker.diag, MESSAGE_PAGE_KEEP_BROKEN, slab[end].node->place,
                        slab[end - 1].reason);
}

static void fill_pages(struct build *build)
{
    struct pages *pages = build->pages;
    const struct flow *flow = build->flow;
    build->size = ARENA_NEW(pages->arena, struct break_slab, flow->count);
    for (size_t i = 0; i < flow->count; i++)
        build->size[i] = flow->slab[i].size;
    size_t *end = ARENA_NEW(pages->arena, size_t, flow->count + 1);
    pages->count = break_pages(build->size, flow->count, flow->body, end);
    if (pages->count == 0) /* even an empty document has a page */
        end[pages->count++] = 0;
    pages->page = ARENA_NEW(pages->arena, struct page, pages->count);
    struct fill fill = {.pages = pages, .flow = flow};
    for (size_t i = 0; i < pages->count; i++) {
        size_t first = i > 0 ? end[i - 1] : 0;
        pages->page[i].number = i + 1;
        pages->page[i].break_reason = break_reason(build, first, end[i]);
        report_page(build, &pages->page[i], first, end[i]);
        page_fill(&fill, &pages->page[i], first, end[i]);
    }
    free(fill.frame);
}

/* A line set in a measure by its style's alignment. */
static const struct text_shaped *shape(struct build *build, const char *string,
                                       const struct style *style)
{
    return flow_shape_string(&build->maker, string, style, (struct place){0});
}

static struct text_line line_in(struct build *build, const struct text_shaped *shaped,
                                const struct text_frame *measure)
{
    struct flow_maker *maker = &build->maker;
    return text_cut(maker->engine, maker->arena, shaped, measure, maker->diag).line[0];
}

/* Right-aligned in its frame, which grows to the left where a number is wider. */
static void write_number(struct build *build, struct frame *frame, const char *number)
{
    const struct text_shaped *shaped = shape(build, number, frame->node->style);
    int32_t missing = text_measure(shaped).max - frame->width;
    if (missing > 0) {
        frame->x -= missing;
        frame->width += missing;
    }
    struct text_frame measure = {frame->width, 0, TEXT_RIGHT};
    frame->line = line_in(build, shaped, &measure);
}

/* Page numbers of the contents. */
static void write_numbers(struct build *build)
{
    const struct pages *pages = build->pages;
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->page[i].frames; j++) {
            struct frame *frame = &pages->page[i].frame[j];
            if (!frame->is_page_number)
                continue;
            const struct doc_node *target = frame->node->target;
            size_t number = target != NULL ? pages->node_page[target->id] : 0;
            const char *string =
                number > 0 ? number_whole(pages->arena, number, pages->doc->thai_digits) : "";
            write_number(build, frame, string);
        }
}

struct pages *page_build(struct text_engine *engine, const struct doc *doc, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct pages *pages = ARENA_NEW(arena, struct pages, 1);
    pages->arena = arena;
    pages->doc = doc;
    pages->node_page = ARENA_NEW(arena, size_t, doc->nodes);
    pages->node_y = ARENA_NEW(arena, int32_t, doc->nodes);
    struct build build = {.pages = pages};
    build.maker = (struct flow_maker){.engine = engine, .arena = arena, .doc = doc, .diag = diag};
    build.flow = pages->flow = flow_measure(engine, arena, doc, diag);
    fill_pages(&build);
    write_numbers(&build);
    furniture_add(&build.maker, pages);
    return pages;
}

void pages_free(struct pages *pages)
{
    if (pages != NULL)
        arena_free(pages->arena);
}
