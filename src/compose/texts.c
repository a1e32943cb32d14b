/*
 * Makes the document's texts: prints templates, joins the runs of prose with their spans, fills in
 * the numbers of patterns.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/utf8.h"
#include "compose/build.h"

static const char *take_bytes(struct builder *builder, struct buffer *buffer, size_t *length)
{
    const char *bytes = arena_copy(builder->arena, buffer_text(buffer), buffer->length);
    *length = buffer->length;
    buffer_free(buffer);
    return bytes;
}

/* A text that is mostly a value of a data file has that value's place. */
static struct place text_place(struct builder *builder, const struct template *template,
                               const struct scope *scope, size_t length)
{
    struct place place = expr_text_place(&template->text, 0);
    for (size_t i = 0; i < template->pieces; i++) {
        const struct expr *expr = template->piece[i].expr;
        if (expr == NULL)
            continue;
        const struct value *value = expr_eval(expr, &builder->evaluation, scope);
        if (value->kind == VALUE_TEXT && value->text.node != NULL &&
            value->text.length > length / 2)
            place = expr_text_place(&value->text, 0);
    }
    return place;
}

const char *build_string(struct builder *builder, const struct template *template,
                         const struct scope *scope)
{
    return build_text(builder, template, scope).bytes;
}

/* The number that a name in braces means, or NULL: n is the first, 1 … 6 count from it. */
static const int64_t *pattern_number(const char *name, size_t length, const int64_t *number,
                                     size_t numbers)
{
    if (length != 1)
        return NULL;
    if (name[0] == 'n')
        return numbers > 0 ? &number[0] : NULL;
    size_t index = (size_t)(name[0] - '1');
    return name[0] >= '1' && index < numbers ? &number[index] : NULL;
}

const char *build_pattern(struct builder *builder, const char *pattern, const int64_t *number,
                          size_t numbers, struct place place)
{
    struct buffer out = {0};
    const char *at = pattern;
    while (*at != '\0') {
        size_t plain = strcspn(at, "{");
        buffer_add(&out, at, plain);
        at += plain;
        const char *close = strchr(at, '}');
        if (*at == '\0' || close == NULL) {
            buffer_add_string(&out, at);
            break;
        }
        const int64_t *found = pattern_number(at + 1, (size_t)(close - at) - 1, number, numbers);
        if (found != NULL)
            format_whole(&out, *found, builder->layout->digits);
        else
            diag_say(builder->diag, MESSAGE_LAYOUT_BAD_MARKER, place,
                     arena_copy(builder->evaluation.arena, at, (size_t)(close - at) + 1));
        at = close + 1;
    }
    size_t length;
    const char *bytes = take_bytes(builder, &out, &length);
    build_count_letters(builder, bytes, length, place);
    return bytes;
}

const char *build_bullet(struct builder *builder, size_t level)
{
    const struct layout *layout = builder->layout;
    if (layout->bullets == 0)
        return "";
    size_t index = level < layout->bullets ? level : layout->bullets;
    return arena_string(builder->arena, layout->bullet[index - 1]);
}

bool build_address(struct builder *builder, const char *address, struct place place)
{
    enum address_flaw flaw = address_check(address, strlen(address));
    if (flaw != ADDRESS_FINE)
        diag_say(builder->diag,
                 flaw == ADDRESS_SCHEME ? MESSAGE_ADDRESS_SCHEME : MESSAGE_ADDRESS_NOWHERE, place,
                 address);
    return flaw == ADDRESS_FINE;
}

/* ---- runs ---- */

struct joiner {
    struct buffer bytes;
    struct doc_span *span;
    size_t spans, room;
    struct traces traces;
    bool soft; /* a line end of the source waits for what comes after it */
};

static char32_t last_character(const struct buffer *buffer)
{
    size_t at = buffer->length;
    while (at > 0 && ((unsigned char)buffer->bytes[at - 1] & 0xC0) == 0x80)
        at--;
    if (at == 0)
        return U' ';
    at--;
    return utf8_next(buffer->bytes, buffer->length, &at);
}

/* Whether the last words are an address that is a link by itself, on which letters would go on. */
static bool ends_in_address(const struct joiner *joiner)
{
    const struct doc_span *last = joiner->spans > 0 ? &joiner->span[joiner->spans - 1] : NULL;
    if (last == NULL || last->link == NULL || last->end != joiner->bytes.length)
        return false;
    size_t length = last->end - last->start, whole = strlen(last->link);
    return length <= whole &&
           memcmp(last->link + whole - length, joiner->bytes.bytes + last->start, length) == 0;
}

/* Appends; a soft break before it is settled by the letters on its two sides. */
static void join(struct joiner *joiner, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (joiner->soft && joiner->bytes.length > 0) {
        size_t at = 0;
        char32_t before = last_character(&joiner->bytes);
        if (!utf8_joins_lines(before, utf8_next(bytes, length, &at)) || ends_in_address(joiner))
            buffer_add_char(&joiner->bytes, ' ');
    }
    joiner->soft = false;
    buffer_add(&joiner->bytes, bytes, length);
}

/* What a link leads to, once its placeholders are filled in; NULL after reporting. */
static const char *join_address(struct builder *builder, const struct prose_link *link,
                                const struct scope *scope)
{
    struct buffer out = {0};
    for (size_t i = 0; i < link->address.runs; i++) {
        const struct prose_run *run = &link->address.run[i];
        if (run->kind == PROSE_PLACEHOLDER)
            expr_render(run->expr, &builder->evaluation, scope, &out);
        else
            buffer_add(&out, run->bytes, run->length);
    }
    size_t length;
    const char *address = take_bytes(builder, &out, &length);
    return build_address(builder, address, link->address.place) ? address : NULL;
}

static void join_span(struct joiner *joiner, size_t start, const struct prose_run *run,
                      const char *link)
{
    if ((run->flags == 0 && link == NULL) || start == joiner->bytes.length)
        return;
    struct doc_span *last = joiner->spans > 0 ? &joiner->span[joiner->spans - 1] : NULL;
    if (last != NULL && last->end == start && last->flags == run->flags && last->link == NULL &&
        last->note == NULL && link == NULL) {
        last->end = joiner->bytes.length;
        return;
    }
    assert(joiner->span != NULL && joiner->spans < joiner->room);
    joiner->span[joiner->spans++] = (struct doc_span){
        .start = start, .end = joiner->bytes.length, .flags = run->flags, .link = link};
}

/* A mark is a span without bytes until the notes have numbers. */
static void join_mark(struct builder *builder, struct joiner *joiner, const struct prose_run *run,
                      const struct scope *scope)
{
    assert(joiner->span != NULL && joiner->spans < joiner->room);
    joiner->span[joiner->spans++] =
        (struct doc_span){.start = joiner->bytes.length,
                          .end = joiner->bytes.length,
                          .flags = run->flags | DOC_SUPERSCRIPT,
                          .note = build_note(builder, run->note, scope)};
}

static void join_run(struct builder *builder, struct joiner *joiner, const struct prose_run *run,
                     const struct scope *scope);

/* A text of the data that is prose, inside a line of another text: one paragraph. */
static void join_prose(struct builder *builder, struct joiner *joiner, const struct value *value,
                       const struct prose_run *like)
{
    struct evaluation *evaluation = &builder->evaluation;
    const struct value *facts = template_enter(value, evaluation);
    const struct template *template =
        template_parse(evaluation->arena, builder->diag, &value->text);
    if (template->broken)
        evaluation->failures++;
    struct scope *scope = ARENA_NEW(evaluation->arena, struct scope, 1);
    *scope = template_scope(value);
    const struct prose_node *node = prose_parse(evaluation->arena, builder->diag, template)->first;
    if (node != NULL && node->kind == PROSE_PARAGRAPH) {
        for (size_t i = 0; i < node->runs; i++) {
            struct prose_run run = node->run[i];
            run.flags |= like->flags;
            join_run(builder, joiner, &run, value->owner != NULL ? scope : NULL);
        }
        node = node->next;
    }
    if (node != NULL)
        diag_say(builder->diag, MESSAGE_PROSE_ONE_PARAGRAPH, node->place);
    template_leave(evaluation, facts);
}

/* Joins what a placeholder names, if it is prose. */
static bool join_named_prose(struct builder *builder, struct joiner *joiner,
                             const struct prose_run *run, const struct scope *scope)
{
    enum { DEEPEST = 8 }; /* beyond, template_print says that texts name each other */
    struct evaluation *evaluation = &builder->evaluation;
    size_t before = evaluation->failures;
    const struct value *value = expr_eval(run->expr, evaluation, scope);
    if (evaluation->failures > before)
        return true;
    if (value->kind != VALUE_TEXT || value->form != VALUE_PROSE || evaluation->depth >= DEEPEST)
        return false;
    if (expr_spend(run->expr, evaluation, value->text.length + 1))
        join_prose(builder, joiner, value, run);
    return true;
}

void build_begin_trail(struct builder *builder, const struct buffer *into)
{
    builder->trail.pieces = 0;
    builder->trail.into = into;
}

static void print_run(struct builder *builder, const struct prose_run *run,
                      const struct scope *scope, struct buffer *out)
{
    build_begin_trail(builder, out);
    if (run->kind == PROSE_PLACEHOLDER)
        expr_render(run->expr, &builder->evaluation, scope, out);
    else if (run->kind == PROSE_HARD_BREAK)
        buffer_add_char(out, '\n');
    else
        buffer_add(out, run->bytes, run->length);
    if (run->kind == PROSE_TEXT && run->typed.text != NULL)
        trail_add_wording(&builder->trail, out, 0, run->typed, run->typed);
    builder->trail.into = NULL;
}

/* Adds one span at most, but for the runs of a prose in a placeholder. */
static void join_run(struct builder *builder, struct joiner *joiner, const struct prose_run *run,
                     const struct scope *scope)
{
    joiner->span = arena_room(builder->arena, joiner->span, joiner->spans, &joiner->room,
                              sizeof *joiner->span);
    if (run->kind == PROSE_PLACEHOLDER && join_named_prose(builder, joiner, run, scope))
        return;
    if (run->kind == PROSE_SOFT_BREAK) {
        joiner->soft = true;
        return;
    }
    if (run->kind == PROSE_NOTE) {
        join_mark(builder, joiner, run, scope);
        return;
    }
    size_t start = joiner->bytes.length;
    struct buffer value = {0};
    print_run(builder, run, scope, &value);
    if (run->kind == PROSE_HARD_BREAK)
        joiner->soft = false;
    join(joiner, buffer_text(&value), value.length);
    traces_add(&joiner->traces, &builder->origins, &builder->trail,
               joiner->bytes.length - value.length);
    buffer_free(&value);
    const char *link = run->link != NULL ? join_address(builder, run->link, scope) : NULL;
    join_span(joiner, start, run, link);
}

/* The text that was joined; its place is still to be said. */
static void take_joined(struct builder *builder, struct joiner *joiner, struct doc_text *text)
{
    *text = (struct doc_text){.span = joiner->span, .spans = joiner->spans, .block = builder->at};
    text->bytes = take_bytes(builder, &joiner->bytes, &text->length);
    traces_take(&joiner->traces, text);
}

struct doc_text build_prose_text(struct builder *builder, const struct prose_node *node,
                                 const struct scope *scope)
{
    struct joiner joiner = {0};
    for (size_t i = 0; i < node->runs && !build_stopped(builder); i++)
        join_run(builder, &joiner, &node->run[i], scope);
    struct doc_text text;
    take_joined(builder, &joiner, &text);
    text.place = node->place;
    build_count_letters(builder, text.bytes, text.length, text.place);
    return text;
}

/* The wording and the placeholders of a text of the layout. */
static void join_template(struct builder *builder, struct joiner *joiner,
                          const struct template *template, const struct scope *scope)
{
    if (template->broken)
        builder->evaluation.failures++;
    for (size_t i = 0; i < template->pieces; i++) {
        const struct template_piece *piece = &template->piece[i];
        struct prose_run run = {.kind = piece->expr != NULL ? PROSE_PLACEHOLDER : PROSE_TEXT,
                                .bytes = template->text.bytes + piece->start,
                                .length = piece->end - piece->start,
                                .typed = {&template->text, piece->start},
                                .expr = piece->expr};
        join_run(builder, joiner, &run, scope);
    }
    /* a block scalar of YAML ends with a line end that is no part of the text */
    while (joiner->bytes.length > 0 && joiner->bytes.bytes[joiner->bytes.length - 1] == '\n')
        joiner->bytes.length--;
}

struct doc_text build_text(struct builder *builder, const struct template *template,
                           const struct scope *scope)
{
    struct doc_text text = {.bytes = "", .place = {0}};
    if (template == NULL)
        return text;
    struct joiner joiner = {0};
    size_t before = builder->evaluation.failures;
    join_template(builder, &joiner, template, scope);
    take_joined(builder, &joiner, &text);
    text.place = builder->evaluation.failures == before
                     ? text_place(builder, template, scope, text.length)
                     : expr_text_place(&template->text, 0);
    build_count_letters(builder, text.bytes, text.length, text.place);
    return text;
}

struct doc_text build_printed(struct builder *builder, struct buffer *buffer, struct place place)
{
    struct doc_text text = {.place = place, .block = builder->at};
    struct traces traces = {0};
    builder->trail.into = NULL;
    text.bytes = take_bytes(builder, buffer, &text.length);
    traces_add(&traces, &builder->origins, &builder->trail, 0);
    traces_take(&traces, &text);
    return text;
}

struct doc_text build_one_line(struct builder *builder, struct doc_text text)
{
    struct joiner joiner = {0};
    size_t at = 0;
    while (at < text.length) {
        const char *end = memchr(text.bytes + at, '\n', text.length - at);
        size_t length = end != NULL ? (size_t)(end - text.bytes) - at : text.length - at;
        join(&joiner, text.bytes + at, length);
        traces_copy(&joiner.traces, builder->arena, &text, at, at + length,
                    joiner.bytes.length - length);
        joiner.soft = true;
        at += length + 1;
    }
    struct doc_text line;
    take_joined(builder, &joiner, &line);
    line.place = text.place;
    line.block = text.block;
    build_count_letters(builder, line.bytes, line.length, line.place);
    return line;
}
