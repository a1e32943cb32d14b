/*
 * The filters that take or give numbers: how they are printed, and what a list of them comes to. All
 * are exact; only those that print, and `round`, round to hundredths.
 */
#include "formula/expr_tree.h"

/* ---- printing ---- */

enum { PLACES = 2 };

/* The argument: so many decimals, at most two; the other number without one. -1 after reporting. */
static int places_of(const struct expr *expr, struct evaluation *evaluation, int without)
{
    if (expr->arguments == 0)
        return without;
    const struct value *places = expr->argument[0];
    if (places->kind == VALUE_WHOLE && places->whole >= 0 && places->whole <= PLACES)
        return (int)places->whole;
    expr_fail(expr, evaluation, MESSAGE_EXPR_BAD_ARGUMENT, expr->filter->name, NULL);
    return -1;
}

const struct value *filter_score(const struct expr *expr, const struct value *input,
                                 struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    struct buffer out = {0};
    format_score(&out, value_number(input), evaluation->digits);
    return filter_text(evaluation, &out, input);
}

const struct value *filter_whole(const struct expr *expr, const struct value *input,
                                 struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    struct buffer out = {0};
    format_number(&out, value_number(input), evaluation->digits);
    return filter_text(evaluation, &out, input);
}

/* 1,250,000 with as many decimals as it takes, or with as many as are asked for. */
const struct value *filter_thousands(const struct expr *expr, const struct value *input,
                                     struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    int places = places_of(expr, evaluation, FORMAT_AS_NEEDED);
    if (expr->arguments > 0 && places < 0)
        return value_none();
    struct buffer out = {0};
    format_thousands(&out, value_number(input), places, evaluation->digits);
    return filter_text(evaluation, &out, input);
}

/* With two decimals and a sign, + too; nothing before zero. */
const struct value *filter_signed(const struct expr *expr, const struct value *input,
                                  struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    struct buffer out = {0};
    if (ratio_round(value_number(input)) > 0)
        buffer_add_string(&out, "+");
    format_score(&out, value_number(input), evaluation->digits);
    return filter_text(evaluation, &out, input);
}

/* ---- one number from another ---- */

/* Half-up, as everything that is printed: what a reader of the page would calculate with. */
const struct value *filter_round(const struct expr *expr, const struct value *input,
                                 struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    int places = places_of(expr, evaluation, PLACES);
    if (places < 0)
        return value_none();
    static const int64_t UNIT[] = {100, 10, 1}; /* of the last decimal, in hundredths */
    int64_t rounded = ratio_round_to(value_number(input), places) * UNIT[places];
    return value_ratio(evaluation->arena, ratio_hundredths(rounded));
}

const struct value *filter_abs(const struct expr *expr, const struct value *input,
                               struct evaluation *evaluation)
{
    if (!value_is_number(input))
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_NUMBER);
    struct ratio number = value_number(input);
    struct ratio opposite = {0, 1};
    if (number.num >= 0)
        return input;
    if (!ratio_try_subtract(opposite, number, &opposite))
        return expr_fail(expr, evaluation, MESSAGE_EXPR_OVERFLOW, NULL, NULL);
    return input->kind == VALUE_WHOLE ? value_whole(evaluation->arena, opposite.num)
                                      : value_ratio(evaluation->arena, opposite);
}

/* ---- lists ---- */

/* False after reporting that it is no list, or not of numbers. */
static bool may_calculate(const struct expr *expr, const struct value *input,
                          struct evaluation *evaluation)
{
    if (input->kind != VALUE_LIST) {
        filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
        return false;
    }
    if (!filter_may_list(expr, evaluation, input->list.count))
        return false;
    for (size_t i = 0; i < input->list.count; i++) {
        if (value_is_number(input->list.item[i]))
            continue;
        bool is_none = input->list.item[i]->kind == VALUE_NONE;
        expr_fail(expr, evaluation,
                  is_none ? MESSAGE_EXPR_ITEM_NOT_GIVEN : MESSAGE_EXPR_NEEDS_NUMBERS,
                  expr->filter->name, arena_printf(evaluation->arena, "%zu", i + 1));
        return false;
    }
    return true;
}

/* The first item that is not known yet, and with it what is made of the list; or NULL. */
static const struct value *awaited_of(const struct value *list)
{
    for (size_t i = 0; list->kind == VALUE_LIST && i < list->list.count; i++)
        if (list->list.item[i]->kind == VALUE_AWAITED)
            return list->list.item[i];
    return NULL;
}

/* The items that are given: columns of data may have gaps. */
const struct value *filter_given(const struct expr *expr, const struct value *input,
                                 struct evaluation *evaluation)
{
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    if (!filter_may_list(expr, evaluation, input->list.count))
        return value_none();
    struct value *out = value_list(evaluation->arena);
    for (size_t i = 0; i < input->list.count; i++)
        if (input->list.item[i]->kind != VALUE_NONE)
            value_add(evaluation->arena, out, input->list.item[i]);
    return out;
}

/* False after reporting that it is too large. */
static bool add_all(const struct expr *expr, const struct value *list,
                    struct evaluation *evaluation, struct ratio *sum)
{
    *sum = ratio_of(0, 1);
    for (size_t i = 0; i < list->list.count; i++) {
        if (ratio_try_add(*sum, value_number(list->list.item[i]), sum))
            continue;
        expr_fail(expr, evaluation, MESSAGE_EXPR_OVERFLOW, NULL, NULL);
        return false;
    }
    return true;
}

/* Zero for an empty list. */
const struct value *filter_sum(const struct expr *expr, const struct value *input,
                               struct evaluation *evaluation)
{
    const struct value *awaited = awaited_of(input);
    if (awaited != NULL)
        return awaited;
    struct ratio sum = {0, 1};
    if (!may_calculate(expr, input, evaluation) || !add_all(expr, input, evaluation, &sum))
        return value_none();
    for (size_t i = 0; i < input->list.count; i++)
        if (input->list.item[i]->kind != VALUE_WHOLE)
            return value_ratio(evaluation->arena, sum);
    return value_whole(evaluation->arena, sum.num);
}

/* Not given for an empty list, as the next two. */
const struct value *filter_mean(const struct expr *expr, const struct value *input,
                                struct evaluation *evaluation)
{
    const struct value *awaited = awaited_of(input);
    if (awaited != NULL)
        return awaited;
    struct ratio sum = {0, 1};
    if (!may_calculate(expr, input, evaluation) || !add_all(expr, input, evaluation, &sum) ||
        input->list.count == 0)
        return value_none();
    if (!ratio_try_divide(sum, ratio_of((int64_t)input->list.count, 1), &sum))
        return expr_fail(expr, evaluation, MESSAGE_EXPR_OVERFLOW, NULL, NULL);
    return value_ratio(evaluation->arena, sum);
}

/* The item itself, which is still the figure that it was. */
static const struct value *extreme(const struct expr *expr, const struct value *input,
                                   struct evaluation *evaluation, int sign)
{
    const struct value *awaited = awaited_of(input);
    if (awaited != NULL)
        return awaited;
    if (!may_calculate(expr, input, evaluation))
        return value_none();
    const struct value *found = NULL;
    for (size_t i = 0; i < input->list.count; i++) {
        const struct value *item = input->list.item[i];
        if (found == NULL || sign * ratio_compare(value_number(item), value_number(found)) > 0)
            found = item;
    }
    return found != NULL ? found : value_none();
}

const struct value *filter_min(const struct expr *expr, const struct value *input,
                               struct evaluation *evaluation)
{
    return extreme(expr, input, evaluation, -1);
}

const struct value *filter_max(const struct expr *expr, const struct value *input,
                               struct evaluation *evaluation)
{
    return extreme(expr, input, evaluation, 1);
}
