/* Frames and words of charts. */
#include "page/chart_make.h"
#include "page/number.h"

static struct frame *add_frame(struct chart *c, enum frame_kind kind, int32_t x, int32_t y)
{
    c->slab->frame = arena_room(c->maker->arena, c->slab->frame, c->slab->frames, &c->room,
                                sizeof *c->slab->frame);
    struct frame *frame = &c->slab->frame[c->slab->frames++];
    *frame = (struct frame){.kind = kind, .role = FRAME_CONTENT, .x = x, .y = y, .node = c->node};
    return frame;
}

void chart_add_box(struct chart *c, enum frame_kind kind, const int32_t box[4], uint32_t colour)
{
    struct frame *frame = add_frame(c, kind, box[0], box[1]);
    frame->width = box[2];
    frame->height = box[3];
    frame->colour = colour;
}

struct frame *chart_add_line(struct chart *c, struct text_line line, const struct doc_text *text,
                             int32_t x, int32_t top)
{
    struct frame *frame = add_frame(c, FRAME_LINE, x, top + c->baseline);
    frame->width = line.natural;
    frame->height = c->style->pitch;
    frame->line = line;
    frame->text = text;
    return frame;
}

struct text_shaped *chart_shape(struct chart *c, const struct doc_text *text)
{
    struct doc_text words = *text;
    words.place = c->node->place;
    return flow_shape_words(c->maker, &words, c->style);
}

struct text_shaped *chart_shape_number(struct chart *c, int64_t hundredths)
{
    const char *number = number_hundredths(c->maker->arena, hundredths, c->node->chart.thai_digits);
    return flow_shape_string(c->maker, number, c->style, c->node->place);
}

void chart_add_centred(struct chart *c, const struct text_shaped *shaped,
                       const struct doc_text *text, int32_t x, int32_t top, const int32_t range[2])
{
    struct text_line line = flow_one_line(c->maker, shaped);
    int32_t left = x - line.natural / 2;
    if (left + line.natural > range[1])
        left = range[1] - line.natural;
    if (left < range[0])
        left = range[0];
    chart_add_line(c, line, text, left, top);
}

/* A box in its colour with a thin line on every side, so that light ones show on white paper.  The
 * lines are boxes of their own: viewers draw those a pixel wide at least. */
void chart_add_outlined(struct chart *c, const int32_t box[4], uint32_t colour)
{
    const int32_t right = box[0] + box[2] - c->thin, bottom = box[1] + box[3] - c->thin;
    const int32_t side[4][4] = {{box[0], box[1], box[2], c->thin},
                                {box[0], bottom, box[2], c->thin},
                                {box[0], box[1], c->thin, box[3]},
                                {right, box[1], c->thin, box[3]}};
    chart_add_box(c, FRAME_RULE, box, colour);
    for (size_t i = 0; box[2] > 2 * c->thin && i < sizeof side / sizeof side[0]; i++)
        chart_add_box(c, FRAME_RULE, side[i], c->style->colour);
}

size_t chart_groups(struct chart *c, struct chart_group *group)
{
    const struct doc_chart *chart = &c->node->chart;
    size_t groups = 0;
    for (size_t i = 0; i < chart->bars; i++) {
        const struct doc_text *text = &chart->bar[i].label;
        if (i > 0 && text->length == 0 && chart->series_count > 0) {
            group[groups - 1].bars++;
            continue;
        }
        group[groups++] =
            (struct chart_group){flow_shape_words(c->maker, text, c->style), text, i, 1};
    }
    return groups;
}

int32_t chart_widest_value(struct chart *c)
{
    int32_t widest = 0;
    for (size_t i = 0; i < c->node->chart.bars; i++) {
        int32_t value = text_measure(chart_shape(c, &c->node->chart.bar[i].shown)).max;
        widest = value > widest ? value : widest;
    }
    return widest;
}

void chart_add_stroke(struct chart *c, const int32_t ends[4], const struct frame_stroke *look,
                      uint32_t colour)
{
    bool leftwards = ends[2] < ends[0];
    int32_t x1 = leftwards ? ends[2] : ends[0], y1 = leftwards ? ends[3] : ends[1];
    int32_t x2 = leftwards ? ends[0] : ends[2], y2 = leftwards ? ends[1] : ends[3];
    struct frame *frame = add_frame(c, FRAME_STROKE, x1, y1 < y2 ? y1 : y2);
    frame->width = x2 - x1;
    frame->height = y1 < y2 ? y2 - y1 : y1 - y2;
    frame->stroke = *look;
    frame->stroke.rises = y2 < y1;
    frame->colour = colour;
}

void chart_add_break(struct chart *c, int32_t x, int32_t y, bool upright)
{
    int32_t reach = c->style->size / 5, half = reach / 2;
    int32_t wide = upright ? 3 * c->thin : reach, high = upright ? reach : 3 * c->thin;
    int32_t run = upright ? reach : half, rise = upright ? half : reach; /* of half a stroke */
    const struct frame_stroke look = {.width = c->thin * 3 / 2};
    const int32_t gap[4] = {x - (wide - c->thin) / 2, y - (high - c->thin) / 2, wide, high};
    chart_add_box(c, FRAME_RULE, gap, CHART_WHITE);
    for (int side = -1; side <= 1; side += 2) {
        int32_t middle_x = upright ? x : x + side * half, middle_y = upright ? y + side * half : y;
        const int32_t ends[4] = {middle_x - run, middle_y + rise, middle_x + run, middle_y - rise};
        chart_add_stroke(c, ends, &look, c->style->colour);
    }
}
