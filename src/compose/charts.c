/*
 * Builds the bars of a figure from a loop over the facts.
 */
#include "base/limits.h"
#include "compose/build.h"
#include "compose/chart_scale.h"

/* The value of an expression that must be a number; NULL after reporting. */
static const struct value *number_of(struct builder *builder, const struct expr *expr,
                                     const struct scope *scope)
{
    size_t before = builder->evaluation.failures;
    const struct value *value = expr_eval(expr, &builder->evaluation, scope);
    if (builder->evaluation.failures > before)
        return NULL;
    if (!value_is_number(value) && value->kind != VALUE_AWAITED) {
        expr_fail_at(expr, &builder->evaluation, MESSAGE_LAYOUT_NO_VALUE);
        return NULL;
    }
    return value;
}

/* The score of an expression as a bar without a label. */
static bool make_bar(struct builder *builder, const struct expr *expr,
                     const struct doc_chart *chart, const struct scope *scope, struct doc_bar *bar)
{
    const struct value *value = expr != NULL ? number_of(builder, expr, scope) : NULL;
    if (value == NULL)
        return false;
    struct buffer shown = {0};
    build_begin_trail(builder, &shown);
    if (value->kind != VALUE_RATIO) /* people, baht: whole numbers have no decimals */
        expr_print(expr, value, &builder->evaluation, &shown);
    else
        format_score(&shown, value_number(value), builder->layout->digits);
    trail_add_value(&builder->trail, &shown, 0, value, expr_spot(expr));
    bar->label.bytes = "";
    bool is_known = value_is_number(value);
    bar->value = is_known ? ratio_round(value_number(value)) : chart->low;
    bar->shown = build_printed(builder, &shown, expr_place(expr));
    bar->marked = is_known && chart->has_target && bar->value < chart->target;
    return true;
}

/* The bars of one turn: one, or one of each series that has a value there; the first is labelled. */
static size_t make_group(struct builder *builder, const struct layout_chart *from,
                         const struct doc_chart *chart, const struct scope *scope,
                         struct doc_bar *bar)
{
    size_t made = 0;
    if (from->series_count == 0)
        made = make_bar(builder, from->value, chart, scope, bar);
    for (size_t i = 0; i < from->series_count; i++) {
        size_t before = builder->evaluation.failures;
        const struct value *value = expr_eval(from->series[i].value, &builder->evaluation, scope);
        if (builder->evaluation.failures > before || value->kind == VALUE_NONE)
            continue;
        if (make_bar(builder, from->series[i].value, chart, scope, &bar[made]))
            bar[made++].series = i;
    }
    if (made > 0)
        bar[0].label = build_text(builder, from->label, scope);
    return made;
}

static void make_series(struct builder *builder, const struct layout_chart *from,
                        const struct scope *scope, struct doc_chart *chart)
{
    struct doc_series *series = ARENA_NEW(builder->arena, struct doc_series, from->series_count);
    for (size_t i = 0; i < from->series_count; i++)
        series[i] = (struct doc_series){build_text(builder, from->series[i].name, scope),
                                        from->series[i].colour};
    chart->series = series;
    chart->series_count = from->series_count;
}

static void make_target(struct builder *builder, const struct layout_chart *from,
                        const struct scope *scope, struct doc_chart *chart)
{
    chart->target_label = build_text(builder, from->target_label, scope);
    const struct value *target =
        from->target != NULL ? number_of(builder, from->target, scope) : NULL;
    if (target == NULL)
        return;
    chart->has_target = true;
    chart->target = ratio_round(value_number(target));
}

static void make_bars(struct builder *builder, const struct block *block, const struct scope *scope,
                      struct doc_chart *chart)
{
    const struct value *list =
        block->loop.name != NULL ? build_loop_list(builder, &block->loop, scope) : NULL;
    if (list == NULL)
        return;
    const struct layout_chart *from = block->chart;
    size_t each = from->series_count > 0 ? from->series_count : 1;
    if (list->list.count * each > LIMIT_BARS) {
        build_stop(builder, MESSAGE_LIMIT_BARS, expr_place(block->loop.list), LIMIT_BARS);
        return;
    }
    struct doc_bar *bar = ARENA_NEW(builder->arena, struct doc_bar, list->list.count * each);
    chart->bar = bar;
    for (size_t i = 0; i < list->list.count; i++) {
        const struct scope *inner = build_turn(builder, &block->loop, list, i, scope);
        chart->bars += make_group(builder, from, chart, inner, &bar[chart->bars]);
    }
}

/* What the chart shows in words: the layout's, then every bar with its value, then the target. */
static const char *make_alt(struct builder *builder, const struct layout_chart *from,
                            const struct doc_chart *chart, const struct scope *scope)
{
    struct buffer out = {0};
    if (from->alt != NULL)
        buffer_add_string(&out, build_string(builder, from->alt, scope));
    for (size_t i = 0; i < chart->bars; i++) {
        const struct doc_bar *bar = &chart->bar[i];
        bool is_first = bar->label.length > 0;
        buffer_add_string(&out, out.length == 0 ? "" : is_first ? "; " : ", ");
        buffer_add(&out, bar->label.bytes, bar->label.length);
        if (chart->series_count > 0)
            buffer_printf(&out, "%s%s", is_first ? " " : "", chart->series[bar->series].name.bytes);
        buffer_printf(&out, " %s", bar->shown.bytes);
    }
    if (chart->has_target && chart->target_label.length > 0)
        buffer_printf(&out, "; %s", chart->target_label.bytes);
    const char *alt = arena_copy(builder->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return alt;
}

void build_figure(struct builder *builder, const struct block *block, const struct context *context)
{
    const struct layout_chart *from = block->chart;
    struct doc_node *node = build_node(builder, context->sink, DOC_FIGURE, block->place);
    node->style = build_style(builder, build_block_style(block, context), -1);
    node->height = from->height;
    node->chart = (struct doc_chart){
        .kind = (enum doc_chart_kind)from->kind,
        .low = from->low,
        .high = from->high,
        .step = from->step,
        .thai_digits = builder->layout->digits == DIGIT_THAI,
        .bar_height = from->bar_height,
        .colour = from->colour,
        .marked_colour = from->marked_colour,
        .target_colour = from->target_colour,
    };
    make_target(builder, from, context->scope, &node->chart);
    make_series(builder, from, context->scope, &node->chart);
    make_bars(builder, block, context->scope, &node->chart);
    if (from->fits)
        chart_fit_scale(&node->chart);
    node->alt = make_alt(builder, from, &node->chart, context->scope);
    struct sink sink = {.parent = node};
    build_caption(builder, block, context, &sink);
}
