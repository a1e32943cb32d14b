/*
 * Lays out a document: measure (flow.c), choose page ends (page_break.c), fill (page_fill.c).  Then
 * every block's page is known and the numbers are written: those of the contents, which have room
 * of their own and so move nothing, and those of the furniture (furniture.c).
 */
#include "page/page.h"

#include <stdlib.h>

#include "base/length.h"
#include "base/limits.h"
#include "page/flow.h"
#include "page/flow_make.h"
#include "page/furniture.h"
#include "page/number.h"
#include "page/outside.h"
#include "page/page_fill.h"

struct build {
    struct flow_maker maker; /* for the few strings shaped after the pages are known */
    struct pages *pages;
    const struct flow *flow;
    struct break_document document; /* the flow's slabs and notes as numbers */
    size_t marked;                  /* lines of notes whose marks are on the pages so far */
};

static int64_t height_of(const struct build *build, const struct page_share *share)
{
    int64_t height = break_notes_height(&build->document, share->note_first, share->note_end);
    if (share->first < share->end)
        height += break_page_height(build->document.slab, share->first, share->end);
    return height;
}

/* Height of the body of a page: its first slab's, or, of notes alone, as on the page before. */
static int32_t body_of(const struct build *build, const struct page_share *share)
{
    size_t slab = share->first < share->end ? share->first : share->first - 1;
    return break_body(&build->document.slab[slab], build->flow->body);
}

/* Why a page that could hold more ends after the slab before end: what is wrong with the last
 * place it could have ended at. */
static enum diag_code break_reason(const struct build *build, const struct page_share *share)
{
    const struct slab *slab = build->flow->slab;
    size_t end = share->end;
    if (end == build->flow->count)
        return MESSAGE_REASON_DOCUMENT_ENDS;
    if (slab[end - 1].size.penalty == BREAK_FORCED)
        return slab[end - 1].reason;
    struct page_share more = *share, last = *share;
    int32_t body = body_of(build, share);
    bool fits = true;
    while (fits && more.end < build->flow->count &&
           slab[more.end - 1].size.penalty != BREAK_FORCED) {
        more.note_end += slab[more.end].size.notes;
        more.end++;
        fits = height_of(build, &more) <= body;
        last = fits ? more : last;
    }
    if (last.end > end)
        return slab[last.end - 1].reason != NO_REASON ? slab[last.end - 1].reason
                                                      : MESSAGE_REASON_LATER_PAGES;
    more.note_end = share->note_end;
    return !fits && more.end > end && height_of(build, &more) <= body ? MESSAGE_REASON_NOTE_ROOM
                                                                      : MESSAGE_REASON_PAGE_FULL;
}

static void report_page(const struct build *build, struct page *page,
                        const struct page_share *share)
{
    const struct slab *slab = build->flow->slab;
    page->paper = &build->pages->doc->page;
    page->room = build->flow->body;
    if (share->end == 0) /* the one page of an empty document */
        return;
    const struct slab *first = &slab[share->first < share->end ? share->first : share->end - 1];
    page->paper = first->paper;
    page->room = body_of(build, share) - (int32_t)height_of(build, share);
    if (page->room < 0) {
        const char *points = arena_printf(build->pages->arena, "%d", -page->room / PT + 1);
        diag_say(build->maker.diag, MESSAGE_PAGE_OVERFULL, first->node->place, points);
    }
    if (share->end < build->flow->count && slab[share->end - 1].size.penalty >= BREAK_NEVER)
        diag_add_phrase(build->maker.diag, MESSAGE_PAGE_KEEP_BROKEN, slab[share->end].node->place,
                        slab[share->end - 1].reason);
}

/* The notes whose marks are on a page, but which begin on a later one. */
static void report_late(struct build *build, const struct page_share *share)
{
    const struct flow *flow = build->flow;
    size_t first = build->marked;
    for (size_t i = share->first; i < share->end; i++)
        build->marked += flow->slab[i].size.notes;
    for (size_t i = first > share->note_end ? first : share->note_end; i < build->marked; i++)
        if (flow->note[i].begins_note)
            diag_say(build->maker.diag, MESSAGE_PAGE_NOTE_LATE, flow->note[i].node->place);
}

static void fill_document(struct build *build)
{
    const struct flow *flow = build->flow;
    struct break_slab *slab = ARENA_NEW(build->pages->arena, struct break_slab, flow->count);
    struct break_line *line = ARENA_NEW(build->pages->arena, struct break_line, flow->notes);
    for (size_t i = 0; i < flow->count; i++)
        slab[i] = flow->slab[i].size;
    for (size_t i = 0; i < flow->notes; i++) {
        const struct break_slab *size = &flow->note[i].size;
        line[i] =
            (struct break_line){size->gap, size->height, size->penalty, flow->note[i].begins_note};
    }
    build->document =
        (struct break_document){slab, flow->count, flow->body, line, flow->notes, flow->note_rule};
}

/* Reports the page after the last one that may be, and makes do with the others. */
static void bound_pages(struct build *build, const struct break_page *end)
{
    struct pages *pages = build->pages;
    size_t last = end[LIMIT_PAGES - 1].end;
    pages->count = LIMIT_PAGES;
    const struct flow *flow = build->flow;
    const struct slab *slab = &flow->slab[last < flow->count ? last : flow->count - 1];
    diag_say(build->maker.diag, MESSAGE_LIMIT_PAGES, slab->node->place,
             arena_printf(pages->arena, "%d", LIMIT_PAGES));
}

static void fill_pages(struct build *build)
{
    struct pages *pages = build->pages;
    const struct flow *flow = build->flow;
    fill_document(build);
    struct break_page *end =
        ARENA_NEW(pages->arena, struct break_page, flow->count + flow->notes + 1);
    pages->count = break_pages(&build->document, end);
    if (pages->count > LIMIT_PAGES)
        bound_pages(build, end);
    if (pages->count == 0) /* even an empty document has a page */
        pages->count++;
    pages->page = ARENA_NEW(pages->arena, struct page, pages->count);
    struct fill fill = {.pages = pages, .flow = flow};
    struct page_share share = {0};
    for (size_t i = 0; i < pages->count; i++) {
        share = (struct page_share){share.end, end[i].end, share.note_end, end[i].note_end};
        pages->page[i].number = i + 1;
        report_page(build, &pages->page[i], &share);
        report_late(build, &share);
        pages->page[i].break_reason = break_reason(build, &share);
        page_fill(&fill, &pages->page[i], &share);
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
    outside_check(pages, diag);
    furniture_add(&build.maker, pages);
    return pages;
}

void pages_free(struct pages *pages)
{
    if (pages != NULL)
        arena_free(pages->arena);
}
