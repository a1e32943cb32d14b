/* An expression as it could have been typed, with the brackets that it needs. */
#include "formula/expr_tree.h"

#include "base/decimal.h"

/* How closely a kind holds its operands together: the grammar of expr.h from the loosest up. */
static int rank_of(const struct expr *expr)
{
    switch (expr->kind) {
    case EXPR_OR:
        return 0;
    case EXPR_AND:
        return 1;
    case EXPR_NOT:
        return 2;
    case EXPR_COMPARE:
        return 3;
    case EXPR_ARITHMETIC:
        if (expr->operator== EXPR_NEGATE)
            return 7;
        return expr->operator<= EXPR_SUBTRACT ? 4 : 5;
    case EXPR_FILTER:
        return 6;
    case EXPR_PATH:
    case EXPR_VALUE:
        break;
    }
    return 8;
}

static void write_value(const struct value *value, struct buffer *out)
{
    if (value->kind == VALUE_TEXT)
        buffer_printf(out, "\"%s\"", value->text.bytes);
    else if (value->kind == VALUE_WHOLE)
        format_whole(out, value->whole, DIGIT_WESTERN);
    else
        decimal_add_two(out, ratio_round(value->ratio));
}

static void write_in_brackets(const struct expr *expr, int least, struct buffer *out)
{
    bool needs = rank_of(expr) < least;
    buffer_add_string(out, needs ? "(" : "");
    expr_write(expr, out);
    buffer_add_string(out, needs ? ")" : "");
}

static void write_filter(const struct expr *expr, struct buffer *out)
{
    write_in_brackets(expr->left, rank_of(expr), out);
    buffer_printf(out, " | %s", expr->filter->name);
    for (size_t i = 0; i < expr->arguments; i++) {
        buffer_add_string(out, i == 0 ? "(" : ", ");
        write_value(expr->argument[i], out);
    }
    buffer_add_string(out, expr->arguments > 0 ? ")" : "");
}

static const char *sign_between(const struct expr *expr)
{
    static const char *const compares[] = {"==", "!=", "<", "<=", ">", ">="};
    static const char *const operators[] = {"+", "-", "*", "/", "-"};
    if (expr->kind == EXPR_COMPARE)
        return compares[expr->compare];
    if (expr->kind == EXPR_ARITHMETIC)
        return operators[expr->operator];
    return expr->kind == EXPR_AND ? "and" : "or";
}

void expr_write(const struct expr *expr, struct buffer *out)
{
    int rank = rank_of(expr);
    switch (expr->kind) {
    case EXPR_PATH:
        for (size_t i = 0; i < expr->segments; i++)
            buffer_printf(out, "%s%s", i > 0 ? "." : "", expr->segment[i].name);
        return;
    case EXPR_VALUE:
        write_value(expr->value, out);
        return;
    case EXPR_FILTER:
        write_filter(expr, out);
        return;
    case EXPR_NOT:
        buffer_add_string(out, "not ");
        write_in_brackets(expr->left, rank, out);
        return;
    case EXPR_AND:
    case EXPR_OR:
    case EXPR_COMPARE:
    case EXPR_ARITHMETIC:
        break;
    }
    if (expr->right == NULL) {
        buffer_add_string(out, "-");
        write_in_brackets(expr->left, rank, out);
        return;
    }
    write_in_brackets(expr->left, expr->kind == EXPR_COMPARE ? rank + 1 : rank, out);
    buffer_printf(out, " %s ", sign_between(expr));
    write_in_brackets(expr->right, rank + 1, out);
}
