/*
 * A horizontal bar chart as frames: labels in a column at the left, bars on a scale, values in a
 * column at the right (where no bar and no target line can touch them), the scale's marks and
 * numbers below, the target a dashed line with its words above.  What lies below the target is
 * hatched, so that the chart reads in black and white.  All sizes come from the style and the
 * chart; what is between them is a fraction of the type size.
 */
#include "base/length.h"
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
    int32_t gap;         /* between columns, and between labels of several lines */
    int32_t bar;         /* height of one */
    int32_t thin;        /* a thin line */
    int32_t baseline;    /* below the top of a line of text */
};

/* A label with the bars beside it. */
struct chart_group {
    const struct text_shaped *shaped; /* the label */
    const struct doc_text *label;
    size_t first, bars;
};

static struct frame *add_frame(struct chart *c, enum frame_kind kind, int32_t x, int32_t y)
{
    c->slab->frame = arena_room(c->maker->arena, c->slab->frame, c->slab->frames, &c->room,
                                sizeof *c->slab->frame);
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

/* text: what it is a line of, or NULL. */
static struct frame *add_line(struct chart *c, struct text_line line, const struct doc_text *text,
                              int32_t x, int32_t top)
{
    struct frame *frame = add_frame(c, FRAME_LINE, x, top + c->baseline);
    frame->width = line.natural;
    frame->height = c->style->pitch;
    frame->line = line;
    frame->text = text;
    return frame;
}

static struct text_shaped *shape(struct chart *c, const struct doc_text *text)
{
    struct doc_text words = *text;
    words.place = c->node->place;
    return flow_shape_words(c->maker, &words, c->style);
}

static struct text_shaped *shape_number(struct chart *c, int64_t hundredths)
{
    const char *number = number_hundredths(c->maker->arena, hundredths, c->node->chart.thai_digits);
    return flow_shape_string(c->maker, number, c->style, c->node->place);
}

/* A line of words centred on x, held inside [from, to]. */
static void add_centred(struct chart *c, const struct text_shaped *shaped,
                        const struct doc_text *text, int32_t x, int32_t top, const int32_t range[2])
{
    struct text_line line = flow_one_line(c->maker, shaped);
    int32_t left = x - line.natural / 2;
    if (left + line.natural > range[1])
        left = range[1] - line.natural;
    if (left < range[0])
        left = range[0];
    add_line(c, line, text, left, top);
}

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
    const struct doc_chart *chart = &c->node->chart;
    for (size_t i = 0; i < groups; i++) {
        int32_t text = text_measure(group[i].shaped).max;
        c->label_width = text > c->label_width ? text : c->label_width;
    }
    for (size_t i = 0; i < chart->bars; i++) {
        int32_t value = text_measure(shape(c, &chart->bar[i].shown)).max;
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

/* A box in its colour with a thin line on every side, so that light ones show on white paper.  The
 * lines are boxes of their own: viewers draw those a pixel wide at least. */
static void add_outlined(struct chart *c, const int32_t box[4], uint32_t colour)
{
    const int32_t right = box[0] + box[2] - c->thin, bottom = box[1] + box[3] - c->thin;
    const int32_t side[4][4] = {{box[0], box[1], box[2], c->thin},
                                {box[0], bottom, box[2], c->thin},
                                {box[0], box[1], c->thin, box[3]},
                                {right, box[1], c->thin, box[3]}};
    add_box(c, FRAME_RULE, box, colour);
    for (size_t i = 0; box[2] > 2 * c->thin && i < sizeof side / sizeof side[0]; i++)
        add_box(c, FRAME_RULE, side[i], c->style->colour);
}

/* A bar and its value, centred on the same height. */
static void add_bar(struct chart *c, const struct doc_bar *bar, int32_t middle)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t box[4] = {c->left, middle - c->bar / 2, position(c, bar->value) - c->left,
                            c->bar};
    if (box[2] > 0 && chart->series_count > 0)
        add_outlined(c, box, chart->series[bar->series].colour);
    else if (box[2] > 0)
        add_box(c, bar->marked ? FRAME_HATCH : FRAME_RULE, box,
                bar->marked ? chart->marked_colour : chart->colour);
    struct text_line value = flow_one_line(c->maker, shape(c, &bar->shown));
    add_line(c, value, &bar->shown, c->value_x + c->value_width - value.natural,
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
        add_line(c, lines.line[i], group->label, c->label_x,
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
        add_outlined(c, box, chart->series[i].colour);
        struct text_line name = flow_one_line(c->maker, shape(c, &chart->series[i].name));
        add_line(c, name, &chart->series[i].name, x + side + c->gap / 2, 0);
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
        int32_t width = text_measure(shape_number(c, chart->low + i * chart->step)).max;
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
    add_box(c, FRAME_RULE, upright, c->style->colour);
    add_box(c, FRAME_RULE, level, c->style->colour);
    int32_t tick = c->style->size / 4;
    int64_t every = chart->step > 0 ? numbered_marks(c) : 0, number = 0;
    for (int64_t at = chart->low; every > 0 && at <= chart->high; at += chart->step) {
        int32_t x = position(c, at);
        const int32_t mark[4] = {x, c->bottom, c->thin, tick};
        add_box(c, FRAME_RULE, mark, c->style->colour);
        if (number++ % every == 0)
            add_centred(c, shape_number(c, at), NULL, x, c->bottom + tick, range);
    }
}

static void add_target(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    const int32_t range[2] = {area.x, area.x + area.width};
    int32_t x = position(c, chart->target);
    const int32_t line[4] = {x - c->thin, c->top, 2 * c->thin, c->bottom - c->top};
    add_box(c, FRAME_DASHES, line, chart->target_colour);
    if (chart->target_label.bytes != NULL)
        add_centred(c, shape(c, &chart->target_label), &chart->target_label, x,
                    c->top - c->style->pitch, range);
}

/* The groups: a bar with a label begins one. */
static size_t make_groups(struct chart *c, struct chart_group *group)
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

static int32_t legend_width(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    int32_t width = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        width += c->style->size * 3 / 4 + c->gap / 2 + 2 * c->gap +
                 text_measure(shape(c, &chart->series[i].name)).max;
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
    int32_t words = text_measure(shape(c, &chart->target_label)).max;
    int32_t left = position(c, chart->target) - words / 2;
    if (left + words > c->value_x + c->value_width)
        left = c->value_x + c->value_width - words;
    return c->left + legend_width(c) <= left ? c->style->pitch : 2 * c->style->pitch;
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
    c.bar = chart->bar_height > 0 ? chart->bar_height : style->size / 2;
    c.baseline = flow_baseline(maker, style);
    struct chart_group *group = ARENA_NEW(maker->arena, struct chart_group, chart->bars);
    size_t groups = make_groups(&c, group);
    set_columns(&c, area, group, groups);
    c.top = head_height(&c);
    int32_t foot = style->size / 4 + style->pitch;
    int32_t least = 0;
    if (groups > 0 && node->height > c.top + foot)
        least = (node->height - c.top - foot) / (int32_t)groups;
    c.bottom = c.top;
    add_legend(&c);
    for (size_t i = 0; i < groups; i++)
        c.bottom += add_group(&c, &group[i], c.bottom, least);
    add_scale(&c, area);
    if (chart->has_target)
        add_target(&c, area);
    c.slab->size.height = c.bottom + foot;
    list->gap = style->space_after;
}
