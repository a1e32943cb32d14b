/*
 * What can be asked of a parsed expression without evaluating it.
 */
#include <string.h>

#include "formula/expr_tree.h"

size_t expr_path_names(const struct expr *expr)
{
    return expr->kind == EXPR_PATH ? expr->segments : 0;
}

const char *expr_path_name(const struct expr *expr, size_t index)
{
    return index < expr_path_names(expr) ? expr->segment[index].name : NULL;
}

static bool path_has(const struct expr *path, const char *name, const char *next)
{
    for (size_t i = 0; i + 1 < path->segments; i++)
        if (strcmp(path->segment[i].name, name) == 0 &&
            strcmp(path->segment[i + 1].name, next) == 0)
            return true;
    return false;
}

bool expr_mentions(const struct expr *expr, const char *name, const char *next)
{
    if (expr == NULL)
        return false;
    if (expr->kind == EXPR_PATH)
        return path_has(expr, name, next);
    return expr_mentions(expr->left, name, next) || expr_mentions(expr->right, name, next);
}

bool expr_has_filter(const struct expr *expr, const char *name)
{
    for (; expr->kind == EXPR_FILTER; expr = expr->left)
        if (strcmp(expr->filter->name, name) == 0)
            return true;
    return false;
}

size_t expr_operands(const struct expr *expr)
{
    return (size_t)(expr->left != NULL) + (size_t)(expr->right != NULL);
}

const struct expr *expr_operand(const struct expr *expr, size_t index)
{
    return index == 0 ? expr->left : expr->right;
}

bool expr_is_literal(const struct expr *expr)
{
    return expr->kind == EXPR_VALUE;
}
