/*
 * Builds the bars of a figure from a loop over the facts.
 */
#include "compose/build.h"

/* The value of an expression that must be a number, in hundredths. */
static bool number_of(struct builder *builder, const struct expr *expr, const struct scope *scope,
                      struct ratio *out)
{
    size_t before = builder->evaluation.failures;
    const struct value *value = expr_eval(expr, &builder->evaluation, scope);
    if (builder->evaluation.failures > before)
        return false;
    if (!value_is_number(value)) {
        expr_fail_at(expr, &builder->evaluation, LAYOUT_NO_VALUE);
        return false;
    }
    *out = value_number(value);
    return true;
}

static bool make_bar(struct builder *builder, const struct layout_chart *from,
                     const struct doc_chart *chart, const struct scope *scope, struct doc_bar *bar)
{
    struct ratio value;
    if (from->value == NULL || !number_of(builder, from->value, scope, &value))
        return false;
    struct buffer shown = {0};
    format_score(&shown, value, builder->layout->digits);
    bar->label = build_text(builder, from->label, scope);
    bar->value = ratio_round(value);
    bar->shown = arena_copy(builder->arena, buffer_text(&shown), shown.length);
    bar->marked = chart->has_target && bar->value < chart->target;
    buffer_free(&shown);
    return true;
}

static void make_target(struct builder *builder, const struct layout_chart *from,
                        const struct scope *scope, struct doc_chart *chart)
{
    struct ratio target;
    chart->target_label = build_string(builder, from->target_label, scope);
    if (from->target == NULL || !number_of(builder, from->target, scope, &target))
        return;
    chart->has_target = true;
    chart->target = ratio_round(target);
}

static void make_bars(struct builder *builder, const struct block *block, const struct scope *scope,
                      struct doc_chart *chart)
{
    const struct value *list =
        block->loop.name != NULL ? build_loop_list(builder, &block->loop, scope) : NULL;
    if (list == NULL)
        return;
    struct doc_bar *bar = ARENA_NEW(builder->arena, struct doc_bar, list->list.count);
    chart->bar = bar;
    for (size_t i = 0; i < list->list.count; i++) {
        const struct scope *inner = build_turn(builder, &block->loop, list, i, scope);
        if (make_bar(builder, block->chart, chart, inner, &bar[chart->bars]))
            chart->bars++;
    }
}

void build_figure(struct builder *builder, const struct block *block, const struct around *around)
{
    const struct layout_chart *from = block->chart;
    struct doc_node *node = build_node(builder, around->sink, DOC_FIGURE, block->place);
    node->style = build_style(builder, build_block_style(block, around), -1);
    node->height = from->height;
    node->chart = (struct doc_chart){
        .kind = DOC_CHART_BARS,
        .low = from->low,
        .high = from->high,
        .step = from->step,
        .thai_digits = builder->layout->digits == FORMAT_THAI,
        .bar_height = from->bar_height,
        .colour = from->colour,
        .marked_colour = from->marked_colour,
        .target_colour = from->target_colour,
    };
    make_target(builder, from, around->scope, &node->chart);
    make_bars(builder, block, around->scope, &node->chart);
    node->alt = from->alt != NULL ? build_string(builder, from->alt, around->scope) : NULL;
    struct sink sink = {.parent = node};
    build_caption(builder, block, around, &sink);
}
