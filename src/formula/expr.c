/*
 * Walks a parsed expression. A name is looked up in the scope, innermost first, then among the
 * facts; the segments after it go into maps by key and into lists by index.
 */
#include "formula/expr.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "formula/expr_tree.h"
#include "formula/template.h"

enum { STEP = 16 }; /* what evaluating a name, a value or a filter costs, in bytes of text */

struct place expr_place(const struct expr *expr)
{
    return expr_text_place(expr->text, expr->offset);
}

struct trail_spot expr_spot(const struct expr *expr)
{
    return (struct trail_spot){expr->text, expr->offset};
}

static void fail_at(struct evaluation *evaluation, struct place place, enum diag_code code,
                    const char *first, const char *second)
{
    evaluation->failures++;
    diag_say(evaluation->diag, code, place, first, second);
}

const struct value *expr_fail(const struct expr *expr, struct evaluation *evaluation,
                              enum diag_code code, const char *first, const char *second)
{
    fail_at(evaluation, expr_place(expr), code, first, second);
    return value_none();
}

void expr_fail_at(const struct expr *expr, struct evaluation *evaluation, enum diag_code code)
{
    expr_fail(expr, evaluation, code, NULL, NULL);
}

bool expr_spend(const struct expr *expr, struct evaluation *evaluation, size_t cost)
{
    if (!evaluation->exhausted && cost <= LIMIT_WORK - evaluation->spent) {
        evaluation->spent += cost;
        return true;
    }
    if (evaluation->exhausted) {
        evaluation->failures++;
        return false;
    }
    evaluation->exhausted = true;
    expr_fail(expr, evaluation, MESSAGE_EXPR_TOO_MUCH,
              arena_printf(evaluation->arena, "%d", LIMIT_WORK / 1000000), NULL);
    return false;
}

/* All names that a segment could have: the keys of a map, or all of the scope and the facts. */
struct names {
    const char **name;
    size_t count;
};

static struct names names_known(struct evaluation *evaluation, const struct value *map,
                                const struct scope *scope)
{
    size_t room = map->map.count;
    for (const struct scope *at = scope; at != NULL; at = at->outer)
        room++;
    struct names names = {ARENA_NEW(evaluation->arena, const char *, room), 0};
    for (const struct scope *at = scope; at != NULL; at = at->outer)
        names.name[names.count++] = at->name;
    for (size_t i = 0; i < map->map.count; i++)
        names.name[names.count++] = map->map.entry[i].key;
    return names;
}

/* The names up to a segment: indicator.11. */
static const char *path_until(const struct expr *expr, size_t index, const char *name,
                              struct arena *arena)
{
    const char *path = index == 0 ? name : expr->segment[0].name;
    for (size_t i = 1; i <= index; i++)
        path = arena_printf(arena, "%s.%s", path, i == index ? name : expr->segment[i].name);
    return path;
}

static const struct value *fail_unknown(const struct expr *expr, size_t index,
                                        struct evaluation *evaluation, struct names names)
{
    const struct expr_segment *segment = &expr->segment[index];
    struct place place = expr_text_place(expr->text, segment->offset);
    const char *nearest = nearest_name(segment->name, names.name, names.count);
    const char *path = path_until(expr, index, segment->name, evaluation->arena);
    if (nearest != NULL)
        fail_at(evaluation, place, MESSAGE_EXPR_NO_NAME_NEAR, path,
                path_until(expr, index, nearest, evaluation->arena));
    else
        fail_at(evaluation, place, MESSAGE_EXPR_NO_NAME, path, NULL);
    return NULL;
}

/* A name with a hyphen that begins with a whole name: year-1 was meant as year - 1. */
static bool fail_joined(const struct expr *expr, struct evaluation *evaluation, struct names names)
{
    const char *name = expr->segment[0].name;
    const char *hyphen = strchr(name, '-');
    if (hyphen == NULL)
        return false;
    size_t length = (size_t)(hyphen - name);
    for (size_t i = 0; i < names.count; i++) {
        if (strlen(names.name[i]) != length || strncmp(names.name[i], name, length) != 0)
            continue;
        fail_at(evaluation, expr_text_place(expr->text, expr->segment[0].offset),
                MESSAGE_EXPR_JOINED_MINUS, name,
                arena_printf(evaluation->arena, "%s - %s", names.name[i], hyphen + 1));
        return true;
    }
    return false;
}

static const struct value *find_first(const struct expr *expr, struct evaluation *evaluation,
                                      const struct scope *scope)
{
    const char *name = expr->segment[0].name;
    for (const struct scope *at = scope; at != NULL; at = at->outer) {
        if (strcmp(at->name, name) == 0)
            return at->value;
    }
    const struct value *found = value_find(evaluation->facts, name, strlen(name));
    if (found != NULL)
        return found;
    const struct names names = names_known(evaluation, evaluation->facts, scope);
    if (expr->segments == 1 && fail_joined(expr, evaluation, names))
        return NULL;
    return fail_unknown(expr, 0, evaluation, names);
}

/* The index a segment means, counting from 0; SIZE_MAX when it is no number. */
static size_t segment_index(const char *name)
{
    if (strlen(name) > 9 || strspn(name, "0123456789") != strlen(name))
        return SIZE_MAX;
    return (size_t)strtoul(name, NULL, 10) - 1;
}

static const struct value *find_inside(const struct expr *expr, size_t index,
                                       struct evaluation *evaluation, const struct value *outer)
{
    const char *name = expr->segment[index].name;
    if (outer->kind == VALUE_NONE || outer->kind == VALUE_AWAITED)
        return outer;
    if (outer->kind == VALUE_LIST) {
        size_t item = segment_index(name);
        if (item < outer->list.count)
            return outer->list.item[item];
        fail_at(evaluation, expr_text_place(expr->text, expr->segment[index].offset),
                MESSAGE_EXPR_NO_ITEM, name,
                arena_printf(evaluation->arena, "%zu", outer->list.count));
        return NULL;
    }
    if (outer->kind != VALUE_MAP)
        return fail_unknown(expr, index, evaluation, (struct names){NULL, 0});
    const struct value *found = value_find(outer, name, strlen(name));
    if (found != NULL)
        return found;
    return fail_unknown(expr, index, evaluation, names_known(evaluation, outer, NULL));
}

static void note_reference(const struct expr *expr, struct evaluation *evaluation)
{
    if (expr->segments != 3 || strcmp(expr->segment[0].name, "ref") != 0)
        return;
    evaluation->asks_pages |= strcmp(expr->segment[2].name, "page") == 0;
    evaluation->asks_numbers |= strcmp(expr->segment[2].name, "number") == 0;
}

static const struct value *eval_path(const struct expr *expr, struct evaluation *evaluation,
                                     const struct scope *scope)
{
    note_reference(expr, evaluation);
    const struct value *value = find_first(expr, evaluation, scope);
    for (size_t i = 1; i < expr->segments && value != NULL; i++)
        value = find_inside(expr, i, evaluation, value);
    return value != NULL ? value : value_none();
}

/* Less than, equal or greater than zero; false when the two cannot be ordered. */
static bool order(const struct value *a, const struct value *b, int *out)
{
    if (value_is_number(a) && value_is_number(b))
        *out = ratio_compare(value_number(a), value_number(b));
    else if (a->kind == VALUE_DATE && b->kind == VALUE_DATE)
        *out = date_compare(a->date, b->date);
    else if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT)
        *out = strcmp(a->text.bytes, b->text.bytes);
    else
        return false;
    return true;
}

static bool compare(const struct expr *expr, const struct value *a, const struct value *b,
                    struct evaluation *evaluation)
{
    int sign = 0;
    if (a->kind == VALUE_AWAITED || b->kind == VALUE_AWAITED)
        return expr->compare == EXPR_NOT_EQUAL;
    bool ordered = order(a, b, &sign);
    bool same = ordered ? sign == 0 : a == b || (a->kind == VALUE_NONE && b->kind == VALUE_NONE);
    if (expr->compare == EXPR_EQUAL || expr->compare == EXPR_NOT_EQUAL)
        return same == (expr->compare == EXPR_EQUAL);
    if (!ordered) {
        expr_fail(expr, evaluation, MESSAGE_EXPR_NO_ORDER, NULL, NULL);
        return false;
    }
    switch (expr->compare) {
    case EXPR_LESS:
        return sign < 0;
    case EXPR_LESS_EQUAL:
        return sign <= 0;
    case EXPR_GREATER:
        return sign > 0;
    default:
        return sign >= 0;
    }
}

static const struct value *eval_compare(const struct expr *expr, struct evaluation *evaluation,
                                        const struct scope *scope)
{
    size_t before = evaluation->failures;
    const struct value *left = expr_eval(expr->left, evaluation, scope);
    const struct value *right = expr_eval(expr->right, evaluation, scope);
    if (evaluation->failures > before)
        return value_none();
    return value_bool(evaluation->arena, compare(expr, left, right, evaluation));
}

static const struct value *eval_filter(const struct expr *expr, struct evaluation *evaluation,
                                       const struct scope *scope)
{
    size_t before = evaluation->failures;
    const struct value *input = expr_eval(expr->left, evaluation, scope);
    if (evaluation->failures > before)
        return value_none();
    if (input->kind == VALUE_AWAITED)
        return input; /* whatever is made of it is awaited as well */
    return expr->filter->apply(expr, input, evaluation);
}

const struct value *expr_eval(const struct expr *expr, struct evaluation *evaluation,
                              const struct scope *scope)
{
    if (!expr_spend(expr, evaluation, STEP))
        return value_none();
    switch (expr->kind) {
    case EXPR_PATH:
        return eval_path(expr, evaluation, scope);
    case EXPR_VALUE:
        return expr->value;
    case EXPR_FILTER:
        return eval_filter(expr, evaluation, scope);
    case EXPR_COMPARE:
        return eval_compare(expr, evaluation, scope);
    case EXPR_ARITHMETIC:
        return expr_eval_arithmetic(expr, evaluation, scope);
    case EXPR_NOT:
        return value_bool(evaluation->arena,
                          !value_truth(expr_eval(expr->left, evaluation, scope)));
    case EXPR_AND:
        return value_bool(evaluation->arena,
                          value_truth(expr_eval(expr->left, evaluation, scope)) &&
                              value_truth(expr_eval(expr->right, evaluation, scope)));
    case EXPR_OR:
        return value_bool(evaluation->arena,
                          value_truth(expr_eval(expr->left, evaluation, scope)) ||
                              value_truth(expr_eval(expr->right, evaluation, scope)));
    }
    assert(false);
    return value_none();
}

static void print_text(const struct expr *expr, const struct value *value,
                       struct evaluation *evaluation, struct buffer *out)
{
    if (!expr_spend(expr, evaluation, value->text.length + STEP))
        return;
    if (value->form == VALUE_PLAIN)
        buffer_add(out, value->text.bytes, value->text.length);
    else if (value->form == VALUE_LABEL)
        digit_add_text(out, value->text.bytes, value->text.length, evaluation->digits);
    else if (!template_print(value, evaluation, out))
        expr_fail(expr, evaluation, MESSAGE_EXPR_ENDLESS, NULL, NULL);
}

static void print_value(const struct expr *expr, const struct value *value,
                        struct evaluation *evaluation, struct buffer *out)
{
    switch (value->kind) {
    case VALUE_TEXT:
        print_text(expr, value, evaluation, out);
        return;
    case VALUE_WHOLE:
        format_whole(out, value->whole, evaluation->digits);
        return;
    case VALUE_RATIO:
        format_score(out, value->ratio, evaluation->digits);
        return;
    case VALUE_DATE:
        format_date(out, value->date, evaluation->digits);
        return;
    case VALUE_AWAITED:
        buffer_add_string(out, evaluation->awaited != NULL ? evaluation->awaited : "…");
        return;
    case VALUE_NONE:
        expr_fail(expr, evaluation, MESSAGE_EXPR_NOT_GIVEN, NULL, NULL);
        return;
    case VALUE_BOOL:
    case VALUE_LIST:
    case VALUE_MAP:
        expr_fail(expr, evaluation, MESSAGE_EXPR_NOT_PRINTABLE, NULL, NULL);
        return;
    }
}

/* A plain text of a file is wording, unless it is a figure; one with placeholders has noted its pieces. */
void expr_print(const struct expr *expr, const struct value *value, struct evaluation *evaluation,
                struct buffer *out)
{
    size_t start = out->length;
    print_value(expr, value, evaluation, out);
    bool is_text = value->kind == VALUE_TEXT;
    struct trail_spot from = expr_spot(expr);
    if (value->trail != NULL)
        trail_add_pieces(evaluation->trail, out, start, value->trail);
    else if (is_text && value->form == VALUE_PLAIN && value->origin == NULL &&
             value->text.node != NULL)
        trail_add_wording(evaluation->trail, out, start, (struct trail_spot){&value->text, 0},
                          from);
    else if (!is_text || value->form < VALUE_TEMPLATE)
        trail_add_value(evaluation->trail, out, start, value, from);
}

void expr_render(const struct expr *expr, struct evaluation *evaluation, const struct scope *scope,
                 struct buffer *out)
{
    size_t before = evaluation->failures;
    const struct value *value = expr_eval(expr, evaluation, scope);
    if (evaluation->failures == before)
        expr_print(expr, value, evaluation, out);
}
