/*
 * A horizontal bar chart as frames: labels in a column at the left, bars on a scale, values in a
 * column at the right (where no bar and no target line can touch them), the scale's marks and
 * numbers below, the target a dashed line with its words above.  What lies below the target is
 * hatched, so that the chart reads in black and white.  All sizes come from the style and the
 * chart; what is between them is a fraction of the type size.
 */
#include "page/chart_make.h"

/* Where a value is on the scale. */
static int32_t position(const struct chart *c, int64_t value)
{
    const struct doc_chart *chart = &c->node->chart;
    int64_t low = chart->low, high = chart->high > low ? chart->high : low + 1;
    value = value < low ? low : value > high ? high : value;
    return c->left + (int32_t)((value - low) * (c->right - c->left) / (high - low));
}

/* Columns for the labels and the values; the scale gets what is left. */
static void set_columns(struct chart *c, struct flow_area area, const struct chart_group *group,
                        size_t groups)
{
    for (size_t i = 0; i < groups; i++) {
        int32_t text = text_measure(group[i].shaped).max;
        c->label_width = text > c->label_width ? text : c->label_width;
    }
    c->value_width = chart_widest_value(c);
    int32_t most = area.width / 5 * 2;
    c->label_width = c->label_width < most ? c->label_width : most;
    c->label_x = area.x;
    c->left = area.x + c->label_width + c->gap;
    c->value_x = area.x + area.width - c->value_width;
    c->right = c->value_x - c->gap;
    if (c->right < c->left + c->gap)
        c->right = c->left + c->gap;
}

/* A bar and its value, centred on the same height. */
static void add_bar(struct chart *c, const struct doc_bar *bar, int32_t middle)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t box[4] = {c->left, middle - c->bar / 2, position(c, bar->value) - c->left,
                            c->bar};
    if (box[2] > 0 && chart->series_count > 0)
        chart_add_outlined(c, box, chart->series[bar->series].colour);
    else if (box[2] > 0)
        chart_add_box(c, bar->marked ? FRAME_HATCH : FRAME_RULE, box,
                      bar->marked ? chart->marked_colour : chart->colour);
    struct text_line value = flow_one_line(c->maker, chart_shape(c, &bar->shown));
    chart_add_line(c, value, &bar->shown, c->value_x + c->value_width - value.natural,
                   middle - c->style->pitch / 2);
}

/* A label and its bars, centred on the same height; returns the slot's height. */
static int32_t add_group(struct chart *c, const struct chart_group *group, int32_t top,
                         int32_t least)
{
    int32_t pitch = c->style->pitch;
    struct text_frame measure = {c->label_width > PT ? c->label_width : PT, 0, TEXT_LEFT};
    struct text_lines lines =
        text_cut(c->maker->engine, c->maker->arena, group->shaped, &measure, c->maker->diag);
    int32_t text = (int32_t)lines.count * pitch;
    int32_t row = c->bar;
    int32_t digits = c->style->size + c->style->size / 8; /* there is a value on every row */
    if (group->bars > 1 && row < digits)
        row = digits;
    int32_t bars = (int32_t)group->bars * row;
    int32_t slot = lines.count > 1 ? text + c->gap : text;
    if (slot < least)
        slot = least;
    if (slot < bars + c->gap)
        slot = bars + c->gap;
    for (size_t i = 0; i < lines.count; i++)
        chart_add_line(c, lines.line[i], group->label, c->label_x,
                       top + (slot - text) / 2 + (int32_t)i * pitch)
            ->width = measure.width;
    for (size_t i = 0; i < group->bars; i++)
        add_bar(c, &c->node->chart.bar[group->first + i],
                top + (slot - bars) / 2 + (int32_t)i * row + row / 2);
    return slot;
}

/* The legend: a swatch and a name for each series, in one line from the scale's left end. */
static void add_legend(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    int32_t side = c->style->size * 3 / 4, x = c->left;
    for (size_t i = 0; i < chart->series_count; i++) {
        const int32_t box[4] = {x, (c->style->pitch - side) / 2, side, side};
        chart_add_outlined(c, box, chart->series[i].colour);
        struct text_line name = flow_one_line(c->maker, chart_shape(c, &chart->series[i].name));
        chart_add_line(c, name, &chart->series[i].name, x + side + c->gap / 2, 0);
        x += side + c->gap / 2 + name.natural + 2 * c->gap;
    }
}

/* Every how many marks of the scale have their number, so that none runs into the next; a divisor of
 * their count, so that both ends have theirs. */
static int64_t numbered_marks(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    int64_t steps = (chart->high - chart->low) / chart->step;
    int32_t widest = 0;
    for (int64_t i = 0; i <= steps; i++) {
        int32_t width = text_measure(chart_shape_number(c, chart->low + i * chart->step)).max;
        widest = width > widest ? width : widest;
    }
    int64_t every = 1;
    while (every < steps &&
           (steps % every != 0 ||
            position(c, chart->low + every * chart->step) - c->left < widest + c->gap))
        every++;
    return every;
}

static void add_scale(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t range[2] = {area.x, area.x + area.width};
    const int32_t upright[4] = {c->left, c->top, c->thin, c->bottom - c->top};
    const int32_t level[4] = {c->left, c->bottom, c->right - c->left + c->thin, c->thin};
    chart_add_box(c, FRAME_RULE, upright, c->style->colour);
    chart_add_box(c, FRAME_RULE, level, c->style->colour);
    int32_t tick = c->style->size / 4;
    int64_t every = chart->step > 0 ? numbered_marks(c) : 0, number = 0;
    for (int64_t at = chart->low; every > 0 && at <= chart->high; at += chart->step) {
        int32_t x = position(c, at);
        const int32_t mark[4] = {x, c->bottom, c->thin, tick};
        chart_add_box(c, FRAME_RULE, mark, c->style->colour);
        if (number++ % every == 0)
            chart_add_centred(c, chart_shape_number(c, at), NULL, x, c->bottom + tick, range);
    }
}

static void add_target(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t range[2] = {area.x, area.x + area.width};
    int32_t x = position(c, chart->target);
    const int32_t line[4] = {x - c->thin, c->top, 2 * c->thin, c->bottom - c->top};
    chart_add_box(c, FRAME_DASHES, line, chart->target_colour);
    if (chart->target_label.bytes != NULL)
        chart_add_centred(c, chart_shape(c, &chart->target_label), &chart->target_label, x,
                          c->top - c->style->pitch, range);
}

static int32_t legend_width(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    int32_t width = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        width += c->style->size * 3 / 4 + c->gap / 2 + 2 * c->gap +
                 text_measure(chart_shape(c, &chart->series[i].name)).max;
    return width;
}

/* Height above the bars: a line for the legend, one for the target's words; or one for both, where
 * they leave each other room. */
static int32_t head_height(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    bool has_words = chart->has_target && chart->target_label.bytes != NULL;
    if (!has_words || chart->series_count == 0)
        return has_words || chart->series_count > 0 ? c->style->pitch : 0;
    int32_t words = text_measure(chart_shape(c, &chart->target_label)).max;
    int32_t left = position(c, chart->target) - words / 2;
    if (left + words > c->value_x + c->value_width)
        left = c->value_x + c->value_width - words;
    return c->left + legend_width(c) <= left ? c->style->pitch : 2 * c->style->pitch;
}

static void draw_bars(struct chart *c, struct flow_area area)
{
    const struct style *style = c->style;
    const struct doc_chart *chart = &c->node->chart;
    c->bar = chart->bar_height > 0 ? chart->bar_height : style->size / 2;
    struct chart_group *group = ARENA_NEW(c->maker->arena, struct chart_group, chart->bars);
    size_t groups = chart_groups(c, group);
    set_columns(c, area, group, groups);
    c->top = head_height(c);
    int32_t foot = style->size / 4 + style->pitch;
    int32_t least = 0;
    if (groups > 0 && c->node->height > c->top + foot)
        least = (c->node->height - c->top - foot) / (int32_t)groups;
    c->bottom = c->top;
    add_legend(c);
    for (size_t i = 0; i < groups; i++)
        c->bottom += add_group(c, &group[i], c->bottom, least);
    add_scale(c, area);
    if (chart->is_broken)
        chart_add_break(c, c->left + c->gap, c->bottom, false);
    if (chart->has_target)
        add_target(c, area);
    c->slab->size.height = c->bottom + foot;
}

void flow_chart(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area)
{
    const struct style *style = node->style;
    if (list->label != NULL)
        flow_label(maker, list);
    area.x += style->indent_left;
    area.width -= style->indent_left + style->indent_right;
    struct chart c = {.maker = maker, .node = node, .style = style};
    c.slab = flow_add(list, SLAB_FIGURE, node, style->space_before);
    c.gap = style->size / 2;
    c.thin = style->size / 32;
    c.baseline = flow_baseline(maker, style);
    if (node->chart.kind == DOC_CHART_BARS)
        draw_bars(&c, area);
    else
        chart_plot(&c, area);
    list->gap = style->space_after;
}
