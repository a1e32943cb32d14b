/*
 * A recursive-descent parser without a token list: each rule looks at the next bytes. The depth of
 * brackets and the number of parts are limited, so that a hostile line cannot exhaust the stack, here or
 * where the tree is walked.
 */
#include <stdio.h>
#include <string.h>

#include "base/digit.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "formula/expr_tree.h"

enum { DEEPEST = 32 };

struct parser {
    const struct expr_reader *reader;
    const char *bytes;
    size_t at;
    size_t end;
    unsigned depth;
    unsigned parts; /* names, values and filters */
    bool failed;
};

static const struct expr *parse_or(struct parser *parser);

struct place expr_text_place(const struct text *text, size_t offset)
{
    return text->node != NULL ? node_place_inside(text->node, offset) : text->place;
}

static void *fail_near(struct parser *parser, size_t at, enum diag_code code, const char *word,
                       const char *nearest)
{
    if (!parser->failed && parser->reader->diag != NULL)
        diag_say(parser->reader->diag, code, expr_text_place(parser->reader->text, at), word,
                 nearest);
    parser->failed = true;
    return NULL;
}

static void *fail(struct parser *parser, size_t at, enum diag_code code, const char *word)
{
    return fail_near(parser, at, code, word, NULL);
}

/* Counts a name, a value or a filter; false after reporting one too many. */
static bool may_add_part(struct parser *parser)
{
    if (++parser->parts <= LIMIT_EXPRESSION)
        return true;
    char most[16];
    snprintf(most, sizeof most, "%d", LIMIT_EXPRESSION);
    fail(parser, parser->at, MESSAGE_EXPR_TOO_LONG, most);
    return false;
}

static void skip_space(struct parser *parser)
{
    while (parser->at < parser->end && strchr(" \t\n", parser->bytes[parser->at]) != NULL)
        parser->at++;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_letter(c) || is_digit(c) || c == '-';
}

/* How many bytes of a name are next: a letter of one, or a Thai digit; 0: it has ended. */
static size_t name_step(const char *text, size_t at, size_t end)
{
    if (at >= end)
        return 0;
    if (is_name(text[at]))
        return 1;
    size_t next = at;
    return utf8_is_thai_digit(utf8_next(text, end, &next)) ? next - at : 0;
}

bool expr_is_path(const char *text, size_t length)
{
    if (length == 0 || !is_letter(text[0]))
        return false;
    for (size_t at = 0; at < length;) {
        size_t step = name_step(text, at, length);
        if (step == 0 && (text[at] != '.' || at + 1 == length || text[at - 1] == '.'))
            return false;
        at += step > 0 ? step : 1;
    }
    return true;
}

/* Steps over a sign such as "==" when it comes next. */
static bool take(struct parser *parser, const char *sign)
{
    skip_space(parser);
    size_t length = strlen(sign);
    if (parser->end - parser->at < length || strncmp(parser->bytes + parser->at, sign, length) != 0)
        return false;
    parser->at += length;
    return true;
}

/* Steps over a whole word such as "and". */
static bool take_word(struct parser *parser, const char *word)
{
    size_t before = parser->at;
    if (!take(parser, word))
        return false;
    if (parser->at < parser->end && is_name(parser->bytes[parser->at])) {
        parser->at = before;
        return false;
    }
    return true;
}

static struct expr *node_new(struct parser *parser, enum expr_kind kind, size_t offset)
{
    struct expr *expr = ARENA_NEW(parser->reader->arena, struct expr, 1);
    expr->kind = kind;
    expr->text = parser->reader->text;
    expr->offset = offset;
    return expr;
}

static const struct expr *operation(struct parser *parser, size_t offset,
                                    enum expr_operator operator, const struct expr * left,
                                    const struct expr *right)
{
    struct expr *expr = node_new(parser, EXPR_ARITHMETIC, offset);
    expr->operator= operator;
    expr->left = left;
    expr->right = right;
    return expr;
}

/* A name or an index, as a segment of a path; digits are kept as Western ones. */
static char *parse_name(struct parser *parser)
{
    struct buffer name = {0};
    size_t start = parser->at;
    for (size_t step; (step = name_step(parser->bytes, parser->at, parser->end)) > 0;)
        parser->at += step;
    digit_add_text(&name, parser->bytes + start, parser->at - start, DIGIT_WESTERN);
    char *copy = arena_string(parser->reader->arena, buffer_text(&name));
    buffer_free(&name);
    return copy;
}

static const struct expr *parse_path(struct parser *parser)
{
    struct expr *expr = node_new(parser, EXPR_PATH, parser->at);
    size_t count = 1;
    for (size_t i = parser->at, step = 0; i < parser->end; i += step) {
        step = name_step(parser->bytes, i, parser->end);
        if (step == 0 && parser->bytes[i] != '.')
            break;
        count += step == 0;
        step += step == 0;
    }
    struct expr_segment *segment = ARENA_NEW(parser->reader->arena, struct expr_segment, count);
    expr->segment = segment;
    for (;;) {
        segment[expr->segments].offset = parser->at;
        char *name = parse_name(parser);
        if (name[0] == '\0')
            return fail(parser, parser->at, MESSAGE_EXPR_NEEDS_NAME, NULL);
        segment[expr->segments++].name = name;
        if (parser->at >= parser->end || parser->bytes[parser->at] != '.')
            return expr;
        parser->at++;
    }
}

static const struct value *parse_string(struct parser *parser)
{
    size_t start = parser->at;
    char quote = parser->bytes[parser->at++];
    size_t first = parser->at;
    while (parser->at < parser->end && parser->bytes[parser->at] != quote)
        parser->at++;
    if (parser->at >= parser->end)
        return fail(parser, start, MESSAGE_EXPR_OPEN_STRING, NULL);
    return value_string(parser->reader->arena, parser->bytes + first, parser->at++ - first);
}

/* 85 or 92.89; more than two decimals or sixteen digits are no number of a report. */
static const struct value *parse_number(struct parser *parser)
{
    size_t start = parser->at;
    int64_t number = 0;
    int64_t scale = 1;
    for (bool after_point = false; parser->at < parser->end; parser->at++) {
        char c = parser->bytes[parser->at];
        if (c == '.' && !after_point)
            after_point = true;
        else if (!is_digit(c))
            break;
        else {
            if (number > INT64_C(999999999999999) || scale >= 10000)
                return fail(parser, start, MESSAGE_EXPR_BAD_NUMBER, NULL);
            number = number * 10 + (c - '0');
            scale *= after_point ? 10 : 1;
        }
    }
    if (scale == 1)
        return value_whole(parser->reader->arena, number);
    return value_ratio(parser->reader->arena, ratio_of(number, scale));
}

static const struct value *parse_literal(struct parser *parser)
{
    skip_space(parser);
    if (parser->at < parser->end) {
        char c = parser->bytes[parser->at];
        if (c == '"' || c == '\'')
            return parse_string(parser);
        if (is_digit(c))
            return parse_number(parser);
    }
    return NULL;
}

static const struct expr *parse_brackets(struct parser *parser)
{
    if (++parser->depth > DEEPEST)
        return fail(parser, parser->at, MESSAGE_EXPR_TOO_DEEP, NULL);
    const struct expr *inner = parse_or(parser);
    parser->depth--;
    if (inner != NULL && !take(parser, ")"))
        return fail(parser, parser->at, MESSAGE_EXPR_EXPECTED, ")");
    return inner;
}

static const struct expr *parse_primary(struct parser *parser)
{
    skip_space(parser);
    size_t start = parser->at;
    if (!may_add_part(parser))
        return NULL;
    if (take(parser, "("))
        return parse_brackets(parser);
    if (start < parser->end && is_letter(parser->bytes[start]))
        return parse_path(parser);
    const struct value *value = parse_literal(parser);
    if (value == NULL)
        return fail(parser, start, MESSAGE_EXPR_NEEDS_NAME, NULL);
    struct expr *expr = node_new(parser, EXPR_VALUE, start);
    expr->value = value;
    return expr;
}

static bool parse_arguments(struct parser *parser, struct expr *expr)
{
    if (!take(parser, "("))
        return true;
    while (!take(parser, ")")) {
        if (expr->arguments > 0 && !take(parser, ","))
            return fail(parser, parser->at, MESSAGE_EXPR_EXPECTED, ")") != NULL;
        const struct value *value = parse_literal(parser);
        if (value == NULL || expr->arguments == EXPR_ARGUMENTS)
            return fail(parser, parser->at, MESSAGE_EXPR_BAD_ARGUMENT, expr->filter->name) != NULL;
        expr->argument[expr->arguments++] = value;
    }
    return true;
}

static const struct expr *parse_filter(struct parser *parser, const struct expr *input)
{
    skip_space(parser);
    if (!may_add_part(parser))
        return NULL;
    struct expr *expr = node_new(parser, EXPR_FILTER, parser->at);
    expr->left = input;
    const char *name = parse_name(parser);
    if (name[0] == '\0')
        return fail(parser, parser->at, MESSAGE_EXPR_NEEDS_FILTER, NULL);
    expr->filter = filter_find(name);
    if (expr->filter == NULL) {
        const char *nearest = filter_nearest(name);
        return fail_near(parser, expr->offset,
                         nearest != NULL ? MESSAGE_EXPR_NO_FILTER_NEAR : MESSAGE_EXPR_NO_FILTER,
                         name, nearest);
    }
    if (!parse_arguments(parser, expr))
        return NULL;
    if (expr->arguments < expr->filter->least || expr->arguments > expr->filter->most)
        return fail(parser, expr->offset, MESSAGE_EXPR_BAD_ARGUMENT, name);
    return expr;
}

/* A sign binds more closely than a filter: -x | score prints the negative number. */
static const struct expr *parse_signed(struct parser *parser)
{
    skip_space(parser);
    size_t offset = parser->at;
    if (!take(parser, "-"))
        return parse_primary(parser);
    if (++parser->depth > DEEPEST)
        return fail(parser, offset, MESSAGE_EXPR_TOO_DEEP, NULL);
    const struct expr *operand = parse_signed(parser);
    parser->depth--;
    return operand != NULL ? operation(parser, offset, EXPR_NEGATE, operand, NULL) : NULL;
}

static const struct expr *parse_filtered(struct parser *parser)
{
    const struct expr *expr = parse_signed(parser);
    while (expr != NULL && take(parser, "|"))
        expr = parse_filter(parser, expr);
    return expr;
}

/* One of two signs between operands, binding to the left. */
struct signs {
    const char *sign[2];
    enum expr_operator operator[2];
    const struct expr *(*operand)(struct parser *parser);
};

static const struct expr *parse_operations(struct parser *parser, const struct signs *signs)
{
    const struct expr *left = signs->operand(parser);
    while (left != NULL) {
        skip_space(parser);
        size_t offset = parser->at;
        bool second = false;
        if (!take(parser, signs->sign[0]) && !(second = take(parser, signs->sign[1])))
            break;
        const struct expr *right = signs->operand(parser);
        left =
            right != NULL ? operation(parser, offset, signs->operator[second], left, right) : NULL;
    }
    return left;
}

static const struct expr *parse_product(struct parser *parser)
{
    static const struct signs signs = {{"*", "/"}, {EXPR_MULTIPLY, EXPR_DIVIDE}, parse_filtered};
    return parse_operations(parser, &signs);
}

static const struct expr *parse_sum(struct parser *parser)
{
    static const struct signs signs = {{"+", "-"}, {EXPR_ADD, EXPR_SUBTRACT}, parse_product};
    return parse_operations(parser, &signs);
}

static const struct expr *parse_comparison(struct parser *parser)
{
    static const struct {
        const char *sign;
        enum expr_compare compare;
    } signs[] = {
        {"==", EXPR_EQUAL},         {"!=", EXPR_NOT_EQUAL}, {"<=", EXPR_LESS_EQUAL},
        {">=", EXPR_GREATER_EQUAL}, {"<", EXPR_LESS},       {">", EXPR_GREATER},
    };
    const struct expr *left = parse_sum(parser);
    if (left == NULL)
        return NULL;
    skip_space(parser);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t offset = parser->at;
        if (!take(parser, signs[i].sign))
            continue;
        struct expr *expr = node_new(parser, EXPR_COMPARE, offset);
        expr->compare = signs[i].compare;
        expr->left = left;
        expr->right = parse_sum(parser);
        return expr->right != NULL ? expr : NULL;
    }
    return left;
}

static const struct expr *negated(struct parser *parser, const struct expr *operand, size_t offset)
{
    struct expr *expr = node_new(parser, EXPR_NOT, offset);
    expr->left = operand;
    return expr;
}

static const struct expr *parse_not(struct parser *parser)
{
    skip_space(parser);
    size_t offset = parser->at;
    bool inverted = false;
    bool found = false;
    for (; take_word(parser, "not"); found = true)
        inverted = !inverted;
    const struct expr *operand = parse_comparison(parser);
    if (!found || operand == NULL)
        return operand;
    operand = negated(parser, operand, offset);
    return inverted ? operand : negated(parser, operand, offset); /* not not: true or false */
}

/* operand (word operand)*, binding to the left. */
static const struct expr *parse_joined(struct parser *parser, enum expr_kind kind, const char *word,
                                       const struct expr *(*operand)(struct parser *))
{
    const struct expr *left = operand(parser);
    while (left != NULL) {
        skip_space(parser);
        size_t offset = parser->at;
        if (!take_word(parser, word))
            break;
        struct expr *expr = node_new(parser, kind, offset);
        expr->left = left;
        expr->right = operand(parser);
        left = expr->right != NULL ? expr : NULL;
    }
    return left;
}

static const struct expr *parse_and(struct parser *parser)
{
    return parse_joined(parser, EXPR_AND, "and", parse_not);
}

static const struct expr *parse_or(struct parser *parser)
{
    return parse_joined(parser, EXPR_OR, "or", parse_and);
}

const struct expr *expr_parse(const struct expr_reader *reader, size_t start, size_t end)
{
    struct parser parser = {
        .reader = reader, .bytes = reader->text->bytes, .at = start, .end = end};
    const struct expr *expr = parse_or(&parser);
    if (expr == NULL)
        return NULL;
    skip_space(&parser);
    if (parser.at < parser.end)
        return fail(&parser, parser.at, MESSAGE_EXPR_TRAILING, NULL);
    return expr;
}
