/* A draft's marks are the same on all pages, so they are shaped once; a page number is not. */
#include "page/furniture.h"

#include <string.h>

#include "page/number.h"
#include "page/outside.h"

/* A mark of a draft. */
struct mark {
    const struct style *style; /* NULL: the document has none */
    struct text_line line;
    struct place place;
};

struct marks {
    struct mark watermark, stamp;
};

static struct mark shape_mark(struct flow_maker *maker, const struct doc_mark *mark)
{
    if (mark->text == NULL)
        return (struct mark){0};
    struct text_shaped *shaped = flow_shape_string(maker, mark->text, mark->style, mark->place);
    return (struct mark){mark->style, flow_one_line(maker, shaped), mark->place};
}

static struct frame mark_frame(const struct mark *mark, enum frame_role role)
{
    return (struct frame){.kind = FRAME_LINE,
                          .role = role,
                          .width = mark->line.natural,
                          .height = mark->style->pitch,
                          .line = mark->line};
}

static void add_checked(struct flow_maker *maker, struct page *page, const struct frame *frame,
                        struct place place)
{
    int32_t by = outside_by(page->paper, frame);
    if (by > 0)
        outside_say(maker->diag, maker->arena, place, by);
    page->frame[page->frames++] = *frame;
}

/* Rises along the diagonal, the middle of its letters in the middle of the page. */
static void add_watermark(struct flow_maker *maker, struct page *page, const struct mark *mark)
{
    if (mark->style == NULL)
        return;
    const struct doc_page *paper = page->paper;
    struct frame_turn *turn = ARENA_NEW(maker->arena, struct frame_turn, 1);
    *turn = (struct frame_turn){paper->width / 2, paper->height / 2, paper->width, -paper->height};
    struct frame frame = mark_frame(mark, FRAME_WATERMARK);
    frame.x = -mark->line.natural / 2;
    frame.y = mark->style->size / 3;
    frame.turn = turn;
    add_checked(maker, page, &frame, mark->place);
}

static void add_stamp(struct flow_maker *maker, struct page *page, const struct mark *mark)
{
    if (mark->style == NULL)
        return;
    const struct doc_page *paper = page->paper;
    struct frame frame = mark_frame(mark, FRAME_STAMP);
    frame.x = (paper->width - mark->line.natural) / 2;
    frame.y = paper->height - paper->bottom / 2 + mark->style->size / 3;
    add_checked(maker, page, &frame, mark->place);
}

static const char *number_words(const struct pages *pages, const struct doc_furniture *furniture,
                                size_t page)
{
    struct arena *arena = pages->arena;
    const char *words = "";
    for (size_t i = 0; i < furniture->pieces; i++) {
        size_t number = furniture->is_count[i] ? pages->count : page;
        const char *piece = furniture->piece[i] != NULL
                                ? furniture->piece[i]
                                : number_whole(arena, number, furniture->thai_digits);
        words = arena_printf(arena, "%s%s", words, piece);
    }
    return words;
}

static void add_number(struct flow_maker *maker, const struct pages *pages, struct page *page,
                       const struct doc_furniture *furniture)
{
    const struct doc_page *paper = page->paper;
    const struct style *style = furniture->style;
    enum text_align align = style->align == STYLE_CENTRE  ? TEXT_CENTRE
                            : style->align == STYLE_RIGHT ? TEXT_RIGHT
                                                          : TEXT_LEFT;
    struct text_frame measure = {paper->width - paper->left - paper->right, 0, align};
    struct frame frame = {.kind = FRAME_LINE, .role = FRAME_FURNITURE, .x = paper->left};
    frame.y = furniture->at_foot ? paper->height - furniture->offset : furniture->offset;
    frame.width = measure.width;
    frame.height = style->pitch;
    const char *words = number_words(pages, furniture, page->number);
    struct text_shaped *shaped = flow_shape_string(maker, words, style, furniture->place);
    struct text_lines lines = text_cut(maker->engine, maker->arena, shaped, &measure, maker->diag);
    if (lines.count > 1)
        diag_say(maker->diag, MESSAGE_PAGE_FURNITURE_LONG, furniture->place);
    frame.line = lines.line[0];
    add_checked(maker, page, &frame, furniture->place);
}

static void add_to_page(struct flow_maker *maker, const struct pages *pages, struct page *page,
                        const struct marks *marks)
{
    const struct doc *doc = pages->doc;
    const struct frame *filled = page->frame;
    size_t count = page->frames;
    page->frame = ARENA_NEW(pages->arena, struct frame, count + doc->furnitures + 2);
    page->frames = 0;
    add_watermark(maker, page, &marks->watermark);
    if (count > 0)
        memcpy(page->frame + page->frames, filled, count * sizeof *filled);
    page->frames += count;
    for (size_t i = 0; i < doc->furnitures; i++)
        if (page->number >= doc->furniture[i].from_page)
            add_number(maker, pages, page, &doc->furniture[i]);
    add_stamp(maker, page, &marks->stamp);
}

void furniture_add(struct flow_maker *maker, struct pages *pages)
{
    struct marks marks = {shape_mark(maker, &pages->doc->watermark),
                          shape_mark(maker, &pages->doc->stamp)};
    for (size_t i = 0; i < pages->count; i++)
        add_to_page(maker, pages, &pages->page[i], &marks);
}
