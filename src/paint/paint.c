/* A page is its watermark, then its decoration, then its other frames in order. */
#include "paint/paint.h"

#include <assert.h>

#include "paint/line.h"
#include "paint/painter.h"
#include "paint/shapes.h"

struct paint_range paint_range(const struct pages *pages, struct paint_range wanted)
{
    struct paint_range range = wanted;
    if (range.first == 0)
        range.first = 1;
    if (range.last == 0 || range.last > pages->count)
        range.last = pages->count;
    return range;
}

bool paint_open(struct painting *painting, const struct text_engine *engine,
                const struct pages *pages, struct paint_range range, struct diag *diag)
{
    assert(range.first >= 1 && range.first <= range.last && range.last <= pages->count);
    size_t errors = diag_count(diag, DIAG_ERROR);
    *painting = (struct painting){.pages = pages, .range = range, .pictures = pictures_new(engine)};
    for (size_t number = range.first; number <= range.last; number++) {
        const struct page *page = &pages->page[number - 1];
        for (size_t i = 0; i < page->frames; i++)
            if (page->frame[i].kind == FRAME_IMAGE)
                pictures_add(painting->pictures, page->frame[i].node, diag);
    }
    if (diag_count(diag, DIAG_ERROR) == errors)
        return true;
    paint_close(painting);
    return false;
}

void paint_close(struct painting *painting)
{
    pictures_free(painting->pictures);
    *painting = (struct painting){0};
}

static void draw_turned(struct painter *painter, const struct frame *frame)
{
    painter->canvas->methods->turn(painter->canvas, frame->turn);
    line_draw(painter, frame);
    painter->canvas->methods->turn_back(painter->canvas);
}

static void draw_frame(struct painter *painter, const struct frame *frame)
{
    if (frame->turn != NULL)
        draw_turned(painter, frame);
    else if (frame->kind == FRAME_LINE)
        line_draw(painter, frame);
    else if (frame->kind == FRAME_LEADER)
        line_draw_leader(painter, frame);
    else
        shapes_draw(painter, frame);
}

/* What is drawn before what. */
enum layer { LAYER_WATERMARK, LAYER_DECORATION, LAYER_REST, LAYERS };

static enum layer layer_of(const struct frame *frame)
{
    if (frame->role == FRAME_WATERMARK)
        return LAYER_WATERMARK;
    return frame->role == FRAME_DECORATION ? LAYER_DECORATION : LAYER_REST;
}

/* Decoration is drawn together, so it shares a bracket. */
void paint_page(const struct painting *painting, size_t number, struct canvas *canvas)
{
    assert(number >= painting->range.first && number <= painting->range.last);
    const struct page *page = &painting->pages->page[number - 1];
    struct painter painter = {.canvas = canvas,
                              .structure = painting->structure,
                              .pictures = painting->pictures,
                              .scratch = arena_new(),
                              .page = number - painting->range.first};
    for (enum layer layer = LAYER_WATERMARK; layer < LAYERS; layer++)
        for (size_t i = 0; i < page->frames; i++)
            if (layer_of(&page->frame[i]) == layer)
                draw_frame(&painter, &page->frame[i]);
    painter_close(&painter);
    arena_free(painter.scratch);
}
