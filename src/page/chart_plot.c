/*
 * Lines and columns: a scale at the left, a label under each turn, and under the labels the values, a row a series. The rows
 * are the legend too, so no value runs into another or into a line, whatever they are. Series differ by marker, dashes and
 * shade, never by colour alone. Where the values of a turn are wider than it, they are left out of the drawing; its
 * alternative text has them all.
 */
#include "page/chart_make.h"

enum {
    GRID_COLOUR = 0xD0D0D0,
    HEIGHT_PERCENT = 42, /* of the width, where the layout gives no height */
    LEAST_PITCHES = 4    /* of the field, whatever height is given */
};

struct plot {
    struct chart *c;
    struct flow_area area;
    const struct chart_group *group;
    size_t groups;
    int32_t turn;    /* width of one */
    bool has_values; /* in rows under the labels */
    int32_t marker;  /* side of a marker */
};

static size_t series_count(const struct plot *plot)
{
    size_t count = plot->c->node->chart.series_count;
    return count > 0 ? count : 1;
}

static int32_t centre(const struct plot *plot, size_t group)
{
    return plot->c->left + (int32_t)group * plot->turn + plot->turn / 2;
}

/* Where a value is on the scale. */
static int32_t level_of(const struct plot *plot, int64_t value)
{
    const struct chart *c = plot->c;
    const struct doc_chart *chart = &c->node->chart;
    int64_t low = chart->low, high = chart->high > low ? chart->high : low + 1;
    value = value < low ? low : value > high ? high : value;
    int64_t field = c->bottom - c->top;
    return c->bottom - (int32_t)((__int128)(value - low) * field / (high - low));
}

static const struct doc_bar *bar_of(const struct plot *plot, size_t group, size_t series)
{
    const struct chart_group *of = &plot->group[group];
    for (size_t i = 0; i < of->bars; i++)
        if (plot->c->node->chart.bar[of->first + i].series == series)
            return &plot->c->node->chart.bar[of->first + i];
    return NULL;
}

static uint32_t colour_of(const struct plot *plot, size_t series)
{
    const struct doc_chart *chart = &plot->c->node->chart;
    return chart->series_count > 0 ? chart->series[series].colour : chart->colour;
}

/* ---- the looks of series ---- */

enum marker { MARKER_FULL, MARKER_HOLLOW, MARKER_DIAMOND, MARKER_CROSS, MARKER_PLUS, MARKERS };

static void add_segments(struct plot *plot, const int32_t (*ends)[4], size_t count, uint32_t colour)
{
    const struct frame_stroke look = {.width = plot->c->style->size / 14};
    for (size_t i = 0; i < count; i++)
        chart_add_stroke(plot->c, ends[i], &look, colour);
}

static void add_marker(struct plot *plot, enum marker marker, int32_t x, int32_t y, uint32_t colour)
{
    int32_t half = plot->marker / 2;
    const int32_t box[4] = {x - half, y - half, 2 * half, 2 * half};
    const int32_t inner[4] = {x - half / 2, y - half / 2, half / 2 * 2, half / 2 * 2};
    const int32_t diamond[4][4] = {{x - half, y, x, y - half},
                                   {x, y - half, x + half, y},
                                   {x + half, y, x, y + half},
                                   {x, y + half, x - half, y}};
    const int32_t cross[2][4] = {{x - half, y - half, x + half, y + half},
                                 {x - half, y + half, x + half, y - half}};
    const int32_t plus[2][4] = {{x - half, y, x + half, y}, {x, y - half, x, y + half}};
    switch (marker) {
    case MARKER_FULL:
    case MARKER_HOLLOW:
        chart_add_box(plot->c, FRAME_RULE, box, colour);
        if (marker == MARKER_HOLLOW)
            chart_add_box(plot->c, FRAME_RULE, inner, CHART_WHITE);
        break;
    case MARKER_DIAMOND:
        add_segments(plot, diamond, 4, colour);
        break;
    case MARKER_CROSS:
        add_segments(plot, cross, 2, colour);
        break;
    case MARKER_PLUS:
    case MARKERS:
        add_segments(plot, plus, 2, colour);
        break;
    }
}

/* A point below the target is hollow where there is one series. */
static enum marker marker_of(const struct plot *plot, const struct doc_bar *bar, size_t series)
{
    if (plot->c->node->chart.series_count == 0)
        return bar != NULL && bar->marked ? MARKER_HOLLOW : MARKER_FULL;
    return (enum marker)(series % MARKERS);
}

static struct frame_stroke stroke_of(const struct plot *plot, size_t series)
{
    static const int32_t DASHES[] = {0, 6, 2, 10}; /* in widths of the line */
    int32_t width = plot->c->style->size / 10;
    return (struct frame_stroke){.width = width,
                                 .dash = width * DASHES[series % (sizeof DASHES / sizeof *DASHES)]};
}

/* ---- the field ---- */

/* Marks with their numbers, and a light line through the field at each. */
static void add_scale(struct plot *plot)
{
    struct chart *c = plot->c;
    const struct doc_chart *chart = &c->node->chart;
    int32_t tick = c->style->size / 4;
    for (int64_t at = chart->low; chart->step > 0 && at <= chart->high; at += chart->step) {
        int32_t y = level_of(plot, at);
        const int32_t grid[4] = {c->left, y, c->right - c->left, c->thin};
        const int32_t mark[4] = {c->left - tick, y, tick, c->thin};
        if (y != c->bottom)
            chart_add_box(c, FRAME_RULE, grid, GRID_COLOUR);
        chart_add_box(c, FRAME_RULE, mark, c->style->colour);
        struct text_line number = flow_one_line(c->maker, chart_shape_number(c, at));
        chart_add_line(c, number, NULL, c->left - tick - c->gap / 2 - number.natural,
                       y - c->style->pitch / 2);
    }
    int32_t zero = level_of(plot, 0);
    const int32_t upright[4] = {c->left, c->top, c->thin, c->bottom - c->top};
    const int32_t level[4] = {c->left, zero, c->right - c->left, c->thin};
    chart_add_box(c, FRAME_RULE, upright, c->style->colour);
    chart_add_box(c, FRAME_RULE, level, c->style->colour);
    if (chart->is_broken)
        chart_add_break(c, c->left, c->bottom - c->style->size / 2, true);
}

static void add_target(struct plot *plot)
{
    struct chart *c = plot->c;
    const struct doc_chart *chart = &c->node->chart;
    if (!chart->has_target)
        return;
    int32_t y = level_of(plot, chart->target);
    const int32_t line[4] = {c->left, y - c->thin, c->right - c->left, 2 * c->thin};
    chart_add_box(c, FRAME_DASHES, line, chart->target_colour);
    if (chart->target_label.length == 0)
        return;
    struct text_line words = flow_one_line(c->maker, chart_shape(c, &chart->target_label));
    int32_t swatch = 2 * c->style->size, x = c->right - words.natural;
    const int32_t sample[4] = {x - swatch - c->gap / 2, c->style->pitch / 2, swatch, 2 * c->thin};
    chart_add_box(c, FRAME_DASHES, sample, chart->target_colour);
    chart_add_line(c, words, &chart->target_label, x, 0);
}

static void add_lines(struct plot *plot, size_t series)
{
    struct chart *c = plot->c;
    const struct frame_stroke look = stroke_of(plot, series);
    uint32_t colour = colour_of(plot, series);
    for (size_t i = 1; i < plot->groups; i++) {
        const struct doc_bar *from = bar_of(plot, i - 1, series);
        const struct doc_bar *to = bar_of(plot, i, series);
        const int32_t ends[4] = {centre(plot, i - 1),
                                 from != NULL ? level_of(plot, from->value) : 0, centre(plot, i),
                                 to != NULL ? level_of(plot, to->value) : 0};
        if (from != NULL && to != NULL)
            chart_add_stroke(c, ends, &look, colour);
    }
    for (size_t i = 0; i < plot->groups; i++) {
        const struct doc_bar *bar = bar_of(plot, i, series);
        if (bar != NULL)
            add_marker(plot, marker_of(plot, bar, series), centre(plot, i),
                       level_of(plot, bar->value), colour);
    }
}

static void add_column(struct plot *plot, const struct doc_bar *bar, int32_t x, int32_t width)
{
    struct chart *c = plot->c;
    const struct doc_chart *chart = &c->node->chart;
    int32_t end = level_of(plot, bar->value), base = level_of(plot, 0);
    const int32_t box[4] = {x, end < base ? end : base, width,
                            end < base ? base - end : end - base};
    if (box[3] == 0)
        return;
    if (chart->series_count > 0)
        chart_add_outlined(c, box, chart->series[bar->series].colour);
    else
        chart_add_box(c, bar->marked ? FRAME_HATCH : FRAME_RULE, box,
                      bar->marked ? chart->marked_colour : chart->colour);
}

static void add_columns(struct plot *plot)
{
    int32_t count = (int32_t)series_count(plot);
    int32_t most = plot->c->node->chart.bar_height;
    int32_t width = plot->turn * 3 / 5 / count;
    if (most > 0 && width > most)
        width = most;
    for (size_t i = 0; i < plot->groups; i++) {
        int32_t x = centre(plot, i) - width * count / 2;
        for (size_t s = 0; s < series_count(plot); s++) {
            const struct doc_bar *bar = bar_of(plot, i, s);
            if (bar != NULL)
                add_column(plot, bar, x + (int32_t)s * width, width);
        }
    }
}

/* ---- under the field ---- */

/* Centred under its turn, inside the whole. */
static void add_label_line(struct plot *plot, const struct text_line *line, size_t group,
                           int32_t top)
{
    struct chart *c = plot->c;
    int32_t x = centre(plot, group) - line->natural / 2;
    if (x + line->natural > c->right)
        x = c->right - line->natural;
    if (x < plot->area.x)
        x = plot->area.x;
    chart_add_line(c, *line, plot->group[group].label, x, top);
}

/* Every how many turns have their label, so that no word is parted in its middle. */
static size_t labelled_turns(const struct plot *plot)
{
    int32_t widest = 0;
    for (size_t i = 0; i < plot->groups; i++) {
        int32_t word = text_measure(plot->group[i].shaped).min;
        widest = word > widest ? word : widest;
    }
    size_t every = 1;
    while (every < plot->groups && (int32_t)every * plot->turn - plot->c->gap / 2 < widest)
        every++;
    return every;
}

/* The labels, over several lines where they are long; returns where the next row begins. */
static int32_t add_labels(struct plot *plot, int32_t top)
{
    struct chart *c = plot->c;
    size_t every = labelled_turns(plot);
    int32_t width = (int32_t)every * plot->turn - c->gap / 2;
    struct text_frame measure = {width > PT ? width : PT, 0, TEXT_LEFT};
    size_t most = 1;
    if (every > 1)
        diag_say(c->maker->diag, MESSAGE_CHART_LABELS, c->node->place,
                 arena_printf(c->maker->arena, "%zu", every));
    for (size_t i = 0; i < plot->groups; i += every) {
        struct text_lines lines = text_cut(c->maker->engine, c->maker->arena, plot->group[i].shaped,
                                           &measure, c->maker->diag);
        for (size_t l = 0; l < lines.count; l++)
            add_label_line(plot, &lines.line[l], i, top + (int32_t)l * c->style->pitch);
        most = lines.count > most ? lines.count : most;
    }
    return top + (int32_t)most * c->style->pitch;
}

/* The sign of a series: its line with its marker, or its shade. */
static void add_sign(struct plot *plot, size_t series, int32_t top)
{
    struct chart *c = plot->c;
    int32_t length = 2 * c->style->size, y = top + c->style->pitch / 2;
    uint32_t colour = colour_of(plot, series);
    if (c->node->chart.kind == DOC_CHART_COLUMNS) {
        int32_t side = c->style->size * 3 / 4;
        const int32_t box[4] = {c->label_x + (length - side) / 2, y - side / 2, side, side};
        chart_add_outlined(c, box, colour);
        return;
    }
    const struct frame_stroke look = stroke_of(plot, series);
    const int32_t ends[4] = {c->label_x, y, c->label_x + length, y};
    chart_add_stroke(c, ends, &look, colour);
    add_marker(plot, marker_of(plot, NULL, series), c->label_x + length / 2, y, colour);
}

/* A row of a series: its sign and name, and its values under the labels. */
static void add_row(struct plot *plot, size_t series, int32_t top)
{
    struct chart *c = plot->c;
    const struct doc_chart *chart = &c->node->chart;
    if (chart->series_count > 0) {
        add_sign(plot, series, top);
        chart_add_line(c, flow_one_line(c->maker, chart_shape(c, &chart->series[series].name)),
                       &chart->series[series].name, c->label_x + 2 * c->style->size + c->gap / 2,
                       top);
    }
    for (size_t i = 0; plot->has_values && i < plot->groups; i++) {
        const struct doc_bar *bar = bar_of(plot, i, series);
        if (bar == NULL)
            continue;
        struct text_line value = flow_one_line(c->maker, chart_shape(c, &bar->shown));
        chart_add_line(c, value, &bar->shown, centre(plot, i) - value.natural / 2, top);
    }
}

/* ---- the whole ---- */

/* The column at the left: numbers of the scale, and the names of series with their signs. */
static int32_t left_width(struct chart *c)
{
    const struct doc_chart *chart = &c->node->chart;
    int32_t widest = 0;
    for (int64_t at = chart->low; chart->step > 0 && at <= chart->high; at += chart->step) {
        int32_t number = text_measure(chart_shape_number(c, at)).max + c->style->size / 4;
        widest = number > widest ? number : widest;
    }
    for (size_t i = 0; i < chart->series_count; i++) {
        int32_t name = text_measure(chart_shape(c, &chart->series[i].name)).max +
                       2 * c->style->size + c->gap / 2;
        widest = name > widest ? name : widest;
    }
    return widest;
}

static void set_field(struct plot *plot)
{
    struct chart *c = plot->c;
    struct flow_area area = plot->area;
    int32_t most = area.width / 2;
    int32_t left = left_width(c) + c->gap;
    c->label_x = area.x;
    c->left = area.x + (left < most ? left : most);
    c->right = area.x + area.width;
    plot->turn = (c->right - c->left) / (int32_t)(plot->groups > 0 ? plot->groups : 1);
    plot->has_values = chart_widest_value(c) + c->gap / 2 <= plot->turn;
    plot->marker = c->style->size / 2;
    bool has_words = c->node->chart.has_target && c->node->chart.target_label.length > 0;
    c->top = has_words ? c->style->pitch * 3 / 2 : c->style->pitch / 2;
    int32_t height = c->node->height > 0 ? c->node->height - c->top
                                         : (int32_t)((int64_t)area.width * HEIGHT_PERCENT / 100);
    int32_t least = LEAST_PITCHES * c->style->pitch;
    c->bottom = c->top + (height > least ? height : least);
}

void chart_plot(struct chart *c, struct flow_area area)
{
    const struct doc_chart *chart = &c->node->chart;
    struct chart_group *group = ARENA_NEW(c->maker->arena, struct chart_group, chart->bars);
    struct plot plot = {.c = c, .area = area, .group = group};
    plot.groups = chart_groups(c, group);
    set_field(&plot);
    add_scale(&plot);
    if (chart->kind == DOC_CHART_COLUMNS)
        add_columns(&plot);
    for (size_t i = 0; chart->kind == DOC_CHART_LINES && i < series_count(&plot); i++)
        add_lines(&plot, i);
    add_target(&plot);
    int32_t top = add_labels(&plot, c->bottom + c->style->size / 4);
    for (size_t i = 0; i < series_count(&plot); i++) {
        if (chart->series_count == 0 && !plot.has_values)
            break;
        add_row(&plot, i, top);
        top += c->style->pitch;
    }
    c->slab->size.height = top;
}
