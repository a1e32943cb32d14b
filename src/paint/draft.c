/* The word rises along the page's diagonal; the line stands in the middle of the foot's margin. */
#include "paint/draft.h"

#include <math.h>
#include <string.h>

#include "paint/line.h"

/* Lines point at their span, so it lives as long as they do. */
static struct text_line shape_line(struct text_engine *engine, struct arena *arena,
                                   const char *words, const struct text_span *look,
                                   struct diag *diag)
{
    struct text_span *span = ARENA_NEW(arena, struct text_span, 1);
    *span = *look;
    span->end = strlen(words);
    struct text_input input = {.bytes = words, .length = span->end, .span = span, .spans = 1};
    struct text_shaped *shaped = text_shape(engine, arena, &input, diag);
    struct text_frame frame = {.width = text_measure(shaped).max + PT, .align = TEXT_LEFT};
    return text_cut(engine, arena, shaped, &frame, diag).line[0];
}

static struct text_span look_of(const struct style *style, int32_t size)
{
    return (struct text_span){.font = {.families = style->families,
                                       .size = size,
                                       .bold = style->bold,
                                       .italic = style->italic},
                              .colour = style->colour};
}

/* The stamp is set like the page numbers, at two thirds of their size. */
static const struct style *stamp_style(const struct doc *doc)
{
    return doc->furnitures > 0 ? doc->furniture[0].style : doc->watermark_style;
}

struct draft draft_make(struct text_engine *engine, struct arena *arena, const struct doc *doc,
                        const struct paint_options *options, struct diag *diag)
{
    struct draft draft = {.doc = doc};
    if (options->watermark != NULL && doc->watermark_style != NULL) {
        const struct style *style = doc->watermark_style;
        struct text_span look = look_of(style, style->size);
        draft.watermark = shape_line(engine, arena, options->watermark, &look, diag);
        draft.watermark_size = style->size;
        draft.has_watermark = true;
    }
    const struct style *style = stamp_style(doc);
    if (options->stamp != NULL && style != NULL) {
        draft.stamp_size = style->size / 3 * 2;
        struct text_span look = look_of(style, draft.stamp_size);
        draft.stamp = shape_line(engine, arena, options->stamp, &look, diag);
        draft.has_stamp = true;
    }
    return draft;
}

void draft_draw_under(struct painter *painter, const struct draft *draft)
{
    if (!draft->has_watermark)
        return;
    const struct doc_page *page = &draft->doc->page;
    cairo_save(painter->cr);
    painter->is_turned = true;
    cairo_translate(painter->cr, painter_points(page->width / 2), painter_points(page->height / 2));
    cairo_rotate(painter->cr, -atan2(page->height, page->width));
    line_draw_artifact(painter, &draft->watermark, -draft->watermark.natural / 2,
                       draft->watermark_size / 3, "Watermark");
    cairo_restore(painter->cr);
    painter->is_turned = false;
    painter->font = NULL; /* the state before has come back */
    painter->has_colour = false;
}

void draft_draw_over(struct painter *painter, const struct draft *draft)
{
    if (!draft->has_stamp)
        return;
    const struct doc_page *page = &draft->doc->page;
    line_draw_artifact(painter, &draft->stamp, (page->width - draft->stamp.natural) / 2,
                       page->height - page->bottom / 2 + draft->stamp_size / 3, "Footer");
}
