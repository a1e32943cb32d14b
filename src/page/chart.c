/*
 * A horizontal bar chart as frames: labels in a column at the left, bars on a scale, values in a
 * column at the right (where no bar and no target line can touch them), the scale's marks and
 * numbers below, the target a dashed line with its words above.  What lies below the target is
 * hatched, so that the chart reads in black and white.  All sizes come from the style and the
 * chart; what is between them is a fraction of the type size.
 */
#include "page/flow_make.h"
#include "page/number.h"

struct chart {
    struct flow_maker *maker;
    const struct doc_node *node;
    const struct style *style;
    struct slab *slab;
    size_t room;     /* of the slab's frames */
    int32_t left;    /* where the scale begins */
    int32_t right;   /* … and ends */
    int32_t label_x; /* labels' column */
    int32_t label_width;
    int32_t value_x; /* values' column */
    int32_t value_width;
    int32_t top, bottom; /* of the bars' field */
    int32_t gap;         /* between columns */
    int32_t thin;        /* a thin line */
    int32_t baseline;    /* below the top of a line of text */
};

static struct frame *add_frame(struct chart *c, enum frame_kind kind, int32_t x, int32_t y)
{
    if (c->slab->frames == c->room) {
        struct frame *old = c->slab->frame;
        c->room = c->room * 2 + 16;
        c->slab->frame = ARENA_NEW(c->maker->arena, struct frame, c->room);
        for (size_t i = 0; i < c->slab->frames; i++)
            c->slab->frame[i] = old[i];
    }
    struct frame *frame = &c->slab->frame[c->slab->frames++];
    *frame = (struct frame){.kind = kind, .role = FRAME_CONTENT, .x = x, .y = y, .node = c->node};
    return frame;
}

static void add_box(struct chart *c, enum frame_kind kind, const int32_t box[4], uint32_t colour)
{
    struct frame *frame = add_frame(c, kind, box[0], box[1]);
    frame->width = box[2];
    frame->height = box[3];
    frame->colour = colour;
}

static void add_line(struct chart *c, struct text_line line, int32_t x, int32_t top, int32_t width)
{
    struct frame *frame = add_frame(c, FRAME_LINE, x, top + c->baseline);
    frame->width = width;
    frame->height = c->style->pitch;
    frame->line = line;
}

static struct text_shaped *shape(struct chart *c, const char *string)
{
    return flow_shape_string(c->maker, string, c->style, c->node->place);
}

/* A line of words centred on x, held inside [from, to]. */
static void add_centred(struct chart *c, const char *string, int32_t x, int32_t top,
                        const int32_t range[2])
{
    struct text_line line = flow_one_line(c->maker, shape(c, string));
    int32_t left = x - line.natural / 2;
    if (left + line.natural > range[1])
        left = range[1] - line.natural;
    if (left < range[0])
        left = range[0];
    add_line(c, line, left, top, line.natural);
}

/* Where a value stands on the scale. */
static int32_t position(const struct chart *c, int64_t value)
{
    const struct doc_chart *chart = &c->node->chart;
    int64_t low = chart->low, high = chart->high > low ? chart->high : low + 1;
    value = value < low ? low : value > high ? high : value;
    return c->left + (int32_t)((value - low) * (c->right - c->left) / (high - low));
}

/* Columns for the labels and the values; the scale gets what is left. */
static void set_columns(struct chart *c, struct flow_area area, struct text_shaped **label)
{
    const struct doc_chart *chart = &c->node->chart;
    for (size_t i = 0; i < chart->bars; i++) {
        int32_t text = text_measure(label[i]).max;
        int32_t value = text_measure(shape(c, chart->bar[i].shown)).max;
        c->label_width = text > c->label_width ? text : c->label_width;
        c->value_width = value > c->value_width ? value : c->value_width;
    }
    int32_t most = area.width / 5 * 2;
    c->label_width = c->label_width < most ? c->label_width : most;
    c->label_x = area.x;
    c->left = area.x + c->label_width + c->gap;
    c->value_x = area.x + area.width - c->value_width;
    c->right = c->value_x - c->gap;
    if (c->right < c->left + c->gap)
        c->right = c->left + c->gap;
}

/* A bar's label, the bar and its value, centred on the same height; returns the slot's height. */
static int32_t add_bar(struct chart *c, const struct doc_bar *bar, const struct text_shaped *label,
                       int32_t top, int32_t least)
{
    const struct doc_chart *chart = &c->node->chart;
    int32_t pitch = c->style->pitch;
    struct text_frame measure = {c->label_width > PT ? c->label_width : PT, 0, TEXT_LEFT};
    struct text_lines lines =
        text_cut(c->maker->engine, c->maker->arena, label, &measure, c->maker->diag);
    int32_t text = (int32_t)lines.count * pitch;
    int32_t slot = text > least ? text : least;
    if (slot < chart->bar_height + c->gap)
        slot = chart->bar_height + c->gap;
    for (size_t i = 0; i < lines.count; i++)
        add_line(c, lines.line[i], c->label_x, top + (slot - text) / 2 + (int32_t)i * pitch,
                 measure.width);
    const int32_t box[4] = {c->left, top + (slot - chart->bar_height) / 2,
                            position(c, bar->value) - c->left, chart->bar_height};
    if (box[2] > 0)
        add_box(c, bar->marked ? FRAME_HATCH : FRAME_RULE, box,
                bar->marked ? chart->marked_colour : chart->colour);
    struct text_line value = flow_one_line(c->maker, shape(c, bar->shown));
    add_line(c, value, c->value_x + c->value_width - value.natural, top + (slot - pitch) / 2,
             value.natural);
    return slot;
}

static void add_scale(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t range[2] = {area.x, area.x + area.width};
    const int32_t upright[4] = {c->left, c->top, c->thin, c->bottom - c->top};
    const int32_t level[4] = {c->left, c->bottom, c->right - c->left + c->thin, c->thin};
    add_box(c, FRAME_RULE, upright, c->style->colour);
    add_box(c, FRAME_RULE, level, c->style->colour);
    int32_t tick = c->style->size / 4;
    for (int64_t at = chart->low; chart->step > 0 && at <= chart->high; at += chart->step) {
        int32_t x = position(c, at);
        const int32_t mark[4] = {x, c->bottom, c->thin, tick};
        add_box(c, FRAME_RULE, mark, c->style->colour);
        add_centred(c, number_hundredths(c->maker->arena, at, chart->thai_digits), x,
                    c->bottom + tick, range);
    }
}

static void add_target(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t range[2] = {area.x, area.x + area.width};
    int32_t x = position(c, chart->target);
    const int32_t line[4] = {x - c->thin, c->top, 2 * c->thin, c->bottom - c->top};
    add_box(c, FRAME_DASHES, line, chart->target_colour);
    if (chart->target_label != NULL)
        add_centred(c, chart->target_label, x, c->top - c->style->pitch, range);
}

/* Shapes of the labels, for their widths and then their lines. */
static struct text_shaped **shape_labels(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    struct text_shaped **label = ARENA_NEW(c->maker->arena, struct text_shaped *, chart->bars);
    for (size_t i = 0; i < chart->bars; i++) {
        const struct doc_text *text = &chart->bar[i].label;
        char *string = arena_copy(c->maker->arena, text->bytes, text->length);
        label[i] = flow_shape_string(c->maker, string, c->style, text->place);
    }
    return label;
}

void flow_chart(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area)
{
    const struct style *style = node->style;
    const struct doc_chart *chart = &node->chart;
    if (list->label != NULL)
        flow_label(maker, list);
    area.x += style->indent_left;
    area.width -= style->indent_left + style->indent_right;
    struct chart c = {.maker = maker, .node = node, .style = style};
    c.slab = flow_add(list, SLAB_FIGURE, node, style->space_before);
    c.gap = style->size / 2;
    c.thin = style->size / 32;
    c.baseline = flow_baseline(maker, style);
    struct text_shaped **label = shape_labels(&c);
    set_columns(&c, area, label);
    c.top = chart->has_target && chart->target_label != NULL ? style->pitch : 0;
    int32_t foot = style->size / 4 + style->pitch;
    int32_t least = 0;
    if (chart->bars > 0 && node->height > c.top + foot)
        least = (node->height - c.top - foot) / (int32_t)chart->bars;
    c.bottom = c.top;
    for (size_t i = 0; i < chart->bars; i++)
        c.bottom += add_bar(&c, &chart->bar[i], label[i], c.bottom, least);
    add_scale(&c, area);
    if (chart->has_target)
        add_target(&c, area);
    c.slab->size.height = c.bottom + foot;
    list->gap = style->space_after;
}
