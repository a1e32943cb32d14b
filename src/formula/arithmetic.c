/*
 * Sums, differences, products and quotients of exact numbers. Two whole numbers make a whole one, so that the year
 * before this one prints as a year; a quotient is never taken for one.
 */
#include <assert.h>

#include "formula/expr_tree.h"

static const char *sign_of(const struct expr *expr)
{
    static const char *const signs[] = {[EXPR_ADD] = "+",
                                        [EXPR_SUBTRACT] = "-",
                                        [EXPR_MULTIPLY] = "*",
                                        [EXPR_DIVIDE] = "/",
                                        [EXPR_NEGATE] = "-"};
    return signs[expr->operator];
}

/* False after reporting that an operand is no number, at the operand. */
static bool is_operand(const struct expr *expr, const struct expr *operand,
                       const struct value *value, struct evaluation *evaluation)
{
    if (value_is_number(value))
        return true;
    if (value->kind == VALUE_NONE)
        expr_fail(operand, evaluation, MESSAGE_EXPR_NOT_GIVEN, NULL, NULL);
    else if (operand->kind == EXPR_FILTER)
        expr_fail(operand, evaluation, MESSAGE_EXPR_OPERAND_PRINTED, sign_of(expr),
                  operand->filter->name);
    else
        expr_fail(operand, evaluation, MESSAGE_EXPR_OPERAND, sign_of(expr), NULL);
    return false;
}

static bool calculate(const struct expr *expr, struct ratio left, struct ratio right,
                      struct ratio *out)
{
    switch (expr->operator) {
    case EXPR_ADD:
        return ratio_try_add(left, right, out);
    case EXPR_SUBTRACT:
        return ratio_try_subtract(left, right, out);
    case EXPR_MULTIPLY:
        return ratio_try_multiply(left, right, out);
    case EXPR_DIVIDE:
        return ratio_try_divide(left, right, out);
    case EXPR_NEGATE:
        return ratio_try_subtract(ratio_of(0, 1), left, out);
    }
    assert(false);
    return false;
}

const struct value *expr_eval_arithmetic(const struct expr *expr, struct evaluation *evaluation,
                                         const struct scope *scope)
{
    size_t before = evaluation->failures;
    const struct expr *second = expr->right != NULL ? expr->right : expr->left;
    const struct value *left = expr_eval(expr->left, evaluation, scope);
    const struct value *right =
        expr->right != NULL ? expr_eval(expr->right, evaluation, scope) : left;
    if (evaluation->failures == before && left->kind == VALUE_AWAITED)
        return left;
    if (evaluation->failures == before && right->kind == VALUE_AWAITED)
        return right;
    if (evaluation->failures > before || !is_operand(expr, expr->left, left, evaluation) ||
        !is_operand(expr, second, right, evaluation))
        return value_none();
    struct ratio divisor = value_number(right);
    if (expr->operator== EXPR_DIVIDE && divisor.num == 0)
        return expr_fail(second, evaluation, MESSAGE_EXPR_DIVIDES_BY_ZERO, NULL, NULL);
    struct ratio result = {0, 1};
    if (!calculate(expr, value_number(left), divisor, &result))
        return expr_fail(expr, evaluation, MESSAGE_EXPR_OVERFLOW, NULL, NULL);
    bool is_whole = left->kind == VALUE_WHOLE && right->kind == VALUE_WHOLE;
    if (is_whole && expr->operator!= EXPR_DIVIDE)
        return value_whole(evaluation->arena, result.num);
    return value_ratio(evaluation->arena, result);
}
