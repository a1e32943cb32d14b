/*
 * The braces are found by plain search; a closing pair inside a quoted string of an expression is
 * not taken for the end.
 */
#include "formula/template.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 8 };

/* The first opening braces at or after `at`, or the length. */
static size_t find_open(const struct text *text, size_t at)
{
    for (; at + 1 < text->length; at++) {
        if (text->bytes[at] == '{' && text->bytes[at + 1] == '{')
            return at;
    }
    return text->length;
}

/* The closing braces of a placeholder whose inside starts at `at`, or the length. */
static size_t find_close(const struct text *text, size_t at)
{
    char quote = '\0';
    for (; at + 1 < text->length; at++) {
        char c = text->bytes[at];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '}' && text->bytes[at + 1] == '}')
            return at;
        else if (c == '{' && text->bytes[at + 1] == '{')
            break;
    }
    return text->length;
}

struct splitter {
    struct arena *arena;
    struct diag *diag;
    struct template *template;
    size_t room;
};

static void add_piece(struct splitter *splitter, size_t start, size_t end, const struct expr *expr)
{
    struct template *template = splitter->template;
    if (start == end)
        return;
    if (template->pieces == splitter->room) {
        splitter->room = splitter->room > 0 ? splitter->room * 2 : 4;
        struct template_piece *grown =
            ARENA_NEW(splitter->arena, struct template_piece, splitter->room);
        if (template->pieces > 0)
            memcpy(grown, template->piece, template->pieces * sizeof *grown);
        template->piece = grown;
    }
    template->piece[template->pieces++] = (struct template_piece){start, end, expr};
}

/* Reads the placeholder at `open`; returns where the wording goes on. */
static size_t split_placeholder(struct splitter *splitter, size_t open)
{
    struct template *template = splitter->template;
    size_t close = find_close(&template->text, open + 2);
    if (close == template->text.length) {
        diag_say(splitter->diag, MESSAGE_EXPR_UNCLOSED, expr_text_place(&template->text, open));
        template->broken = true;
        return open + 2;
    }
    struct expr_reader reader = {splitter->arena, splitter->diag, &template->text};
    const struct expr *expr = expr_parse(&reader, open + 2, close);
    if (expr != NULL)
        add_piece(splitter, open, close + 2, expr);
    else
        template->broken = true;
    return close + 2;
}

const struct template *template_parse(struct arena *arena, struct diag *diag,
                                      const struct text *text)
{
    struct template *template = ARENA_NEW(arena, struct template, 1);
    template->text = *text;
    struct splitter splitter = {arena, diag, template, 0};
    size_t at = 0;
    while (at < text->length) {
        size_t open = find_open(text, at);
        add_piece(&splitter, at, open, NULL);
        at = open;
        if (open < text->length)
            at = split_placeholder(&splitter, open);
    }
    return template;
}

void template_render(const struct template *template, struct evaluation *evaluation,
                     const struct scope *scope, struct buffer *out)
{
    if (template->broken)
        evaluation->failures++;
    for (size_t i = 0; i < template->pieces; i++) {
        const struct template_piece *piece = &template->piece[i];
        if (piece->expr == NULL) {
            buffer_add(out, template->text.bytes + piece->start, piece->end - piece->start);
            continue;
        }
        size_t before = evaluation->failures;
        const struct value *value = expr_eval(piece->expr, evaluation, scope);
        if (evaluation->failures == before)
            expr_print(piece->expr, value, evaluation, out);
    }
}

struct scope template_scope(const struct value *value)
{
    return (struct scope){.name = "this", .value = value->owner};
}

bool template_print(const struct value *value, struct evaluation *evaluation, struct buffer *out)
{
    if (evaluation->depth == DEEPEST)
        return false;
    evaluation->depth++;
    const struct template *template =
        template_parse(evaluation->arena, evaluation->diag, &value->text);
    struct scope scope = template_scope(value);
    template_render(template, evaluation, value->owner != NULL ? &scope : NULL, out);
    evaluation->depth--;
    return true;
}
