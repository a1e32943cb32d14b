/* The word rises along the page's diagonal; the line stands in the middle of the foot's margin. */
#include "paint/draft.h"

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

static struct text_span look_of(const struct style *style)
{
    return (struct text_span){.font = {.families = style->families,
                                       .size = style->size,
                                       .bold = style->bold,
                                       .italic = style->italic},
                              .colour = style->colour};
}

struct draft draft_make(struct text_engine *engine, struct arena *arena, const struct doc *doc,
                        struct diag *diag)
{
    struct draft draft = {0};
    if (doc->watermark.text != NULL) {
        struct text_span look = look_of(doc->watermark.style);
        draft.watermark = shape_line(engine, arena, doc->watermark.text, &look, diag);
        draft.watermark_size = doc->watermark.style->size;
        draft.has_watermark = true;
    }
    if (doc->stamp.text != NULL) {
        struct text_span look = look_of(doc->stamp.style);
        draft.stamp = shape_line(engine, arena, doc->stamp.text, &look, diag);
        draft.stamp_size = doc->stamp.style->size;
        draft.has_stamp = true;
    }
    return draft;
}

void draft_draw_under(struct painter *painter, const struct draft *draft,
                      const struct doc_page *paper)
{
    if (!draft->has_watermark)
        return;
    struct canvas_turn turn = {paper->width / 2, paper->height / 2, paper->width, -paper->height};
    painter->canvas->methods->turn(painter->canvas, &turn);
    line_draw_artifact(painter, &draft->watermark, -draft->watermark.natural / 2,
                       draft->watermark_size / 3, "Watermark");
    painter->canvas->methods->turn_back(painter->canvas);
}

void draft_draw_over(struct painter *painter, const struct draft *draft,
                     const struct doc_page *paper)
{
    if (!draft->has_stamp)
        return;
    line_draw_artifact(painter, &draft->stamp, (paper->width - draft->stamp.natural) / 2,
                       paper->height - paper->bottom / 2 + draft->stamp_size / 3, "Footer");
}
