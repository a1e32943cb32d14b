/*
 * The filters, one short function each, in a table by name; those of numbers are in filter_numbers.c. A filter that prints (score, date …)
 * gives a text in the document's digits; `thai` and `western` rewrite the digits of any text.
 */
#include <assert.h>
#include <string.h>

#include "base/nearest.h"
#include "formula/expr_tree.h"

const struct value *filter_text(struct evaluation *evaluation, struct buffer *buffer,
                                const struct value *input)
{
    struct value *text = value_string(evaluation->arena, buffer_text(buffer), buffer->length);
    buffer_free(buffer);
    struct value_origin from = value_origin_of(input);
    if (from.place.source == NULL && from.figure == NULL)
        return text;
    struct value_origin *origin = ARENA_NEW(evaluation->arena, struct value_origin, 1);
    *origin = from;
    text->origin = origin;
    return text;
}

const struct value *filter_refuse(const struct expr *expr, const struct value *input,
                                  struct evaluation *evaluation, enum diag_code code)
{
    if (input->kind == VALUE_NONE)
        return expr_fail(expr->left, evaluation, MESSAGE_EXPR_NOT_GIVEN, NULL, NULL);
    return expr_fail(expr, evaluation, code, expr->filter->name, NULL);
}

bool filter_may_list(const struct expr *expr, struct evaluation *evaluation, size_t items)
{
    enum { ITEM = 16 }; /* bytes of text that an item is worth */
    return expr_spend(expr, evaluation, items * ITEM);
}

static const struct value *filter_date(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation)
{
    if (input->kind != VALUE_DATE)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_DATE);
    struct buffer out = {0};
    format_date(&out, input->date, evaluation->digits);
    return filter_text(evaluation, &out, input);
}

static const struct value *with_digits(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation, enum digit_script digits)
{
    struct buffer plain = {0};
    struct buffer out = {0};
    expr_print(expr->left, input, evaluation, &plain);
    digit_add_text(&out, buffer_text(&plain), plain.length, digits);
    buffer_free(&plain);
    return filter_text(evaluation, &out, input);
}

static const struct value *filter_thai(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation)
{
    return with_digits(expr, input, evaluation, DIGIT_THAI);
}

static const struct value *filter_western(const struct expr *expr, const struct value *input,
                                          struct evaluation *evaluation)
{
    return with_digits(expr, input, evaluation, DIGIT_WESTERN);
}

/* Latin letters only; Thai has no case. */
static const struct value *filter_upper(const struct expr *expr, const struct value *input,
                                        struct evaluation *evaluation)
{
    struct buffer out = {0};
    expr_print(expr->left, input, evaluation, &out);
    for (size_t i = 0; i < out.length; i++) {
        if (out.bytes[i] >= 'a' && out.bytes[i] <= 'z')
            out.bytes[i] = (char)(out.bytes[i] - 'a' + 'A');
    }
    return filter_text(evaluation, &out, input);
}

static const struct value *filter_count(const struct expr *expr, const struct value *input,
                                        struct evaluation *evaluation)
{
    if (input->kind == VALUE_NONE)
        return value_whole(evaluation->arena, 0);
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    return value_whole(evaluation->arena, (int64_t)input->list.count);
}

static const struct value *filter_join(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation)
{
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    struct buffer out = {0};
    struct trail *outer = evaluation->trail;
    struct trail *trail = outer != NULL ? ARENA_NEW(evaluation->arena, struct trail, 1) : NULL;
    if (trail != NULL)
        *trail = (struct trail){.arena = evaluation->arena, .into = &out};
    evaluation->trail = trail;
    for (size_t i = 0; i < input->list.count; i++) {
        bool last = i + 1 == input->list.count && expr->arguments > 1;
        if (i > 0)
            expr_print(expr, expr->argument[last ? 1 : 0], evaluation, &out);
        expr_print(expr, input->list.item[i], evaluation, &out);
    }
    evaluation->trail = outer;
    struct value *text = value_string(evaluation->arena, buffer_text(&out), out.length);
    text->trail = trail;
    buffer_free(&out);
    return text;
}

/* One entry of each map of a list: indicators | each("name") */
static const struct value *filter_each(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation)
{
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    if (!filter_may_list(expr, evaluation, input->list.count))
        return value_none();
    const struct value *key = expr->argument[0];
    struct value *out = value_list(evaluation->arena);
    for (size_t i = 0; i < input->list.count; i++) {
        const struct value *item = input->list.item[i];
        const struct value *found = NULL;
        if (item->kind == VALUE_AWAITED)
            found = item;
        if (key->kind == VALUE_TEXT && item->kind == VALUE_MAP)
            found = value_find(item, key->text.bytes, key->text.length);
        if (found == NULL)
            return expr_fail(expr, evaluation, MESSAGE_EXPR_BAD_ARGUMENT, expr->filter->name, NULL);
        value_add(evaluation->arena, out, found);
    }
    return out;
}

/* A list laid out in columns, top to bottom: five rows of two for ten items in columns(2). */
static const struct value *filter_columns(const struct expr *expr, const struct value *input,
                                          struct evaluation *evaluation)
{
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    const struct value *number = expr->argument[0];
    if (number->kind != VALUE_WHOLE || number->whole < 1 || number->whole > 100)
        return expr_fail(expr, evaluation, MESSAGE_EXPR_BAD_ARGUMENT, expr->filter->name, NULL);
    size_t columns = (size_t)number->whole;
    size_t rows = (input->list.count + columns - 1) / columns;
    if (!filter_may_list(expr, evaluation, rows * columns))
        return value_none();
    struct value *out = value_list(evaluation->arena);
    for (size_t row = 0; row < rows; row++) {
        struct value *line = value_list(evaluation->arena);
        for (size_t column = 0; column < columns; column++) {
            size_t at = column * rows + row;
            value_add(evaluation->arena, line,
                      at < input->list.count ? input->list.item[at] : value_none());
        }
        value_add(evaluation->arena, out, line);
    }
    return out;
}

/* The first or the last so many items; all, where there are fewer. */
static const struct value *some_items(const struct expr *expr, const struct value *input,
                                      struct evaluation *evaluation, bool last)
{
    if (input->kind != VALUE_LIST)
        return filter_refuse(expr, input, evaluation, MESSAGE_EXPR_NEEDS_LIST);
    const struct value *number = expr->argument[0];
    if (number->kind != VALUE_WHOLE || number->whole < 0)
        return expr_fail(expr, evaluation, MESSAGE_EXPR_BAD_ARGUMENT, expr->filter->name, NULL);
    size_t count = input->list.count;
    size_t wanted = (uint64_t)number->whole < count ? (size_t)number->whole : count;
    if (!filter_may_list(expr, evaluation, wanted))
        return value_none();
    struct value *out = value_list(evaluation->arena);
    for (size_t i = 0; i < wanted; i++)
        value_add(evaluation->arena, out, input->list.item[last ? count - wanted + i : i]);
    return out;
}

static const struct value *filter_first(const struct expr *expr, const struct value *input,
                                        struct evaluation *evaluation)
{
    return some_items(expr, input, evaluation, false);
}

static const struct value *filter_last(const struct expr *expr, const struct value *input,
                                       struct evaluation *evaluation)
{
    return some_items(expr, input, evaluation, true);
}

/* The value, or another in place of one that is not given or empty. */
static const struct value *filter_default(const struct expr *expr, const struct value *input,
                                          struct evaluation *evaluation)
{
    (void)evaluation;
    bool is_empty = (input->kind == VALUE_TEXT && input->text.length == 0) ||
                    (input->kind == VALUE_LIST && input->list.count == 0);
    return input->kind == VALUE_NONE || is_empty ? expr->argument[0] : input;
}

static const struct filter filters[] = {
    {"score", 0, 0, filter_score},
    {"whole", 0, 0, filter_whole},
    {"date", 0, 0, filter_date},
    {"thai", 0, 0, filter_thai},
    {"western", 0, 0, filter_western},
    {"upper", 0, 0, filter_upper},
    {"count", 0, 0, filter_count},
    {"join", 1, 2, filter_join},
    {"first", 1, 1, filter_first},
    {"last", 1, 1, filter_last},
    {"each", 1, 1, filter_each},
    {"columns", 1, 1, filter_columns},
    {"default", 1, 1, filter_default},
    {"round", 0, 1, filter_round},
    {"thousands", 0, 1, filter_thousands},
    {"signed", 0, 0, filter_signed},
    {"abs", 0, 0, filter_abs},
    {"given", 0, 0, filter_given},
    {"sum", 0, 0, filter_sum},
    {"mean", 0, 0, filter_mean},
    {"min", 0, 0, filter_min},
    {"max", 0, 0, filter_max},
    {"least", 0, 0, filter_min}, /* the older name of min */
};

enum { FILTERS = sizeof filters / sizeof filters[0] };

const struct filter *filter_find(const char *name)
{
    for (size_t i = 0; i < FILTERS; i++) {
        if (strcmp(filters[i].name, name) == 0)
            return &filters[i];
    }
    return NULL;
}

const char *filter_nearest(const char *name)
{
    const char *names[FILTERS];
    for (size_t i = 0; i < FILTERS; i++)
        names[i] = filters[i].name;
    return nearest_name(name, names, FILTERS);
}
