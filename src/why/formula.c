/*
 * A formula as a tree: its result, that of each part, and under the figures in it how they come about. What is a list
 * shows its items.
 */
#include <string.h>

#include "base/decimal.h"
#include "why/why_make.h"

struct formula_maker {
    const struct why_maker *maker;
    const struct why_formula *of;
};

static const struct why *part(const struct formula_maker *make, const struct expr *expr);

/* What a value is, in Western digits; a list by its length. */
static const char *shown(struct arena *arena, const struct value *value)
{
    struct buffer out = {0};
    switch (value->kind) {
    case VALUE_WHOLE:
        format_whole(&out, value->whole, DIGIT_WESTERN);
        break;
    case VALUE_RATIO:
        decimal_add_two(&out, ratio_round(value->ratio));
        break;
    case VALUE_TEXT:
        buffer_printf(&out, "“%s”", value->text.bytes);
        break;
    case VALUE_DATE:
        format_date(&out, value->date, DIGIT_WESTERN);
        break;
    case VALUE_BOOL:
        buffer_add_string(&out, value->truth ? "true" : "false");
        break;
    case VALUE_LIST:
        buffer_printf(&out, "[%zu]", value->list.count);
        break;
    case VALUE_NONE:
    case VALUE_AWAITED:
    case VALUE_MAP:
        buffer_add_string(&out, "–");
        break;
    }
    const char *text = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

/* The tree of a figure, or NULL when the value is none. */
static const struct why *figure(const struct formula_maker *make, const struct value *value)
{
    const char *name = value_origin_of(value).figure;
    if (name == NULL || !value_is_number(value))
        return NULL;
    const char *rest = name;
    const struct figures *figures = why_figures(make->of->figures, make->of->earlier, &rest);
    struct diag *unknown = diag_new(); /* a number that comes from no figure is shown as it is */
    struct why *why = (struct why *)why_make(make->maker->arena, figures, rest, unknown);
    diag_free(unknown);
    if (why != NULL && rest != name)
        why->name = arena_printf(make->maker->arena, "%.*s%s", (int)(rest - name), name, why->name);
    return why;
}

static struct why *plain(const struct formula_maker *make, const char *name,
                         const struct value *value)
{
    struct why *why = why_new(make->maker, WHY_FORMULA, name);
    why->shown = shown(make->maker->arena, value);
    why->is_number = value_is_number(value);
    if (why->is_number)
        why->computed = value_number(value);
    why->place = value_origin_of(value).place;
    return why;
}

static void add_items(const struct formula_maker *make, struct why *parent,
                      const struct value *list)
{
    for (size_t i = 0; i < list->list.count; i++) {
        const struct value *item = list->list.item[i];
        const struct why *of = figure(make, item);
        const char *turn = arena_printf(make->maker->arena, "%zu", i + 1);
        if (of != NULL || item->kind != VALUE_MAP)
            why_add(make->maker, parent, (struct why *)(of != NULL ? of : plain(make, turn, item)),
                    0);
    }
}

static const struct why *part(const struct formula_maker *make, const struct expr *expr)
{
    struct evaluation *evaluation = make->of->evaluation;
    const struct value *value = expr_eval(expr, evaluation, NULL);
    const struct why *known = expr_operands(expr) == 0 ? figure(make, value) : NULL;
    if (known != NULL)
        return known;
    struct buffer name = {0};
    expr_write(expr, &name);
    struct why *why = plain(make, arena_string(make->maker->arena, buffer_text(&name)), value);
    buffer_free(&name);
    if (value->kind == VALUE_LIST)
        add_items(make, why, value);
    for (size_t i = 0; value->kind != VALUE_LIST && i < expr_operands(expr); i++)
        if (!expr_is_literal(expr_operand(expr, i)))
            why_add(make->maker, why, (struct why *)part(make, expr_operand(expr, i)), 0);
    return why;
}

const struct why *why_formula(struct arena *arena, const struct why_formula *of,
                              const struct expr *expr)
{
    const struct why_maker maker = {arena, of->figures, of->figures->edition,
                                    of->figures->edition->scheme};
    const struct formula_maker make = {&maker, of};
    expr_eval(expr, of->evaluation, NULL);
    return of->evaluation->failures == 0 ? part(&make, expr) : NULL;
}
