/*
 * A template is split once into wording and placeholders, and printed piece by piece.
 */
#include "formula/template.h"

#include "formula/placeholder.h"

enum { DEEPEST = 8 }; /* texts that name texts */

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
    template->piece = arena_room(splitter->arena, template->piece, template->pieces,
                                 &splitter->room, sizeof *template->piece);
    template->piece[template->pieces++] = (struct template_piece){start, end, expr};
}

static void add_placeholder(struct splitter *splitter, const struct placeholder *placeholder)
{
    struct template *template = splitter->template;
    const struct expr *expr =
        placeholder_parse(splitter->arena, splitter->diag, &template->text, placeholder);
    if (expr != NULL)
        add_piece(splitter, placeholder->start, placeholder->end, expr);
    else
        template->broken = true;
}

const struct template *template_parse(struct arena *arena, struct diag *diag,
                                      const struct text *text)
{
    struct template *template = ARENA_NEW(arena, struct template, 1);
    template->text = *text;
    struct splitter splitter = {arena, diag, template, 0};
    struct placeholder placeholder;
    size_t at = 0;
    for (; placeholder_next(text, at, &placeholder); at = placeholder.end) {
        add_piece(&splitter, at, placeholder.start, NULL);
        add_placeholder(&splitter, &placeholder);
    }
    add_piece(&splitter, at, text->length, NULL);
    return template;
}

void template_render(const struct template *template, struct evaluation *evaluation,
                     const struct scope *scope, struct buffer *out)
{
    if (template->broken)
        evaluation->failures++;
    for (size_t i = 0; i < template->pieces && !evaluation->stopped; i++) {
        const struct template_piece *piece = &template->piece[i];
        if (piece->expr == NULL) {
            size_t start = out->length;
            buffer_add(out, template->text.bytes + piece->start, piece->end - piece->start);
            struct trail_spot spot = {&template->text, piece->start};
            trail_add_wording(evaluation->trail, out, start, spot, spot);
            continue;
        }
        expr_render(piece->expr, evaluation, scope, out);
    }
}

struct scope template_scope(const struct value *value)
{
    return (struct scope){.name = "this", .value = value->owner};
}

const struct value *template_enter(const struct value *value, struct evaluation *evaluation)
{
    const struct value *facts = evaluation->facts;
    if (value->facts != NULL)
        evaluation->facts = value->facts;
    evaluation->depth++;
    return facts;
}

void template_leave(struct evaluation *evaluation, const struct value *facts)
{
    evaluation->facts = facts;
    evaluation->depth--;
    if (evaluation->depth == 0)
        evaluation->stopped = false;
}

bool template_print(const struct value *value, struct evaluation *evaluation, struct buffer *out)
{
    if (evaluation->depth == DEEPEST) {
        evaluation->stopped = true;
        return false;
    }
    const struct value *facts = template_enter(value, evaluation);
    const struct template *template =
        template_parse(evaluation->arena, evaluation->diag, &value->text);
    struct scope scope = template_scope(value);
    template_render(template, evaluation, value->owner != NULL ? &scope : NULL, out);
    template_leave(evaluation, facts);
    return true;
}
