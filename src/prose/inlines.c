/*
 * Reads a paragraph in three steps: parts it into tokens, pairs the signs of emphasis, makes runs.
 * Nothing is looked at twice and nothing calls itself but for the words of an image, which hold no
 * further images.
 */
#include "prose/inlines.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "doc/doc.h"

enum { RAISED_LONGEST = 60, ENTITY_LONGEST = 32 };

/* ---- letters ---- */

bool inlines_is_sign(char c)
{
    return c > ' ' && c < 0x7F && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) != NULL;
}

bool inlines_is_blank(char32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x2002 || c == 0x2003 ||
           c == 0x3000 || c == 0x200B;
}

static char32_t letter_at(const struct inliner *inliner, size_t at)
{
    if (inliner->reading->bytes[at] == READING_HOLE)
        return 0;
    return utf8_next(inliner->reading->bytes, inliner->part.end, &at);
}

char32_t inlines_before(const struct inliner *inliner, size_t at)
{
    if (at == inliner->part.start)
        return ' ';
    do
        at--;
    while (at > inliner->part.start && ((unsigned char)inliner->reading->bytes[at] & 0xC0) == 0x80);
    return letter_at(inliner, at);
}

char32_t inlines_after(const struct inliner *inliner, size_t at)
{
    return at >= inliner->part.end ? ' ' : letter_at(inliner, at);
}

/* ---- runs ---- */

void inlines_add_run(const struct reading *reading, struct prose_node *node,
                     const struct prose_run *run)
{
    node->run = arena_room(reading->arena, node->run, node->runs, &node->room, sizeof *node->run);
    node->run[node->runs++] = *run;
}

static void add_wording(const struct reading *reading, struct prose_node *node, struct part part,
                        const struct prose_run *like)
{
    if (part.end <= part.start)
        return;
    struct prose_run run = *like;
    run.kind = PROSE_TEXT;
    run.bytes = reading->bytes + part.start;
    run.length = part.end - part.start;
    run.typed = (struct trail_spot){&reading->template->text, reading_written(reading, part.start)};
    inlines_add_run(reading, node, &run);
}

static void add_hole(const struct reading *reading, struct prose_node *node, size_t at,
                     const struct prose_run *like)
{
    struct prose_run run = *like;
    run.kind = PROSE_PLACEHOLDER;
    run.expr = reading_expr(reading, at);
    inlines_add_run(reading, node, &run);
}

void inlines_add_literal(const struct reading *reading, struct prose_node *node, struct part part,
                         const struct prose_run *like)
{
    size_t start = part.start;
    for (size_t at = part.start; at < part.end; at++) {
        bool is_hole = reading->bytes[at] == READING_HOLE;
        bool is_escape = reading->bytes[at] == '\\' && at + 1 < part.end &&
                         inlines_is_sign(reading->bytes[at + 1]);
        if (!is_hole && !is_escape)
            continue;
        add_wording(reading, node, (struct part){start, at}, like);
        if (is_hole)
            add_hole(reading, node, at, like);
        start = at + 1;
        at += is_escape;
    }
    add_wording(reading, node, (struct part){start, part.end}, like);
}

/* ---- tokens ---- */

void inlines_add_token(struct inliner *inliner, const struct token *token)
{
    inliner->token = memory_room(inliner->token, inliner->tokens, &inliner->room, sizeof *token);
    inliner->token[inliner->tokens++] = *token;
}

/* Ends the text that is no token yet. */
void inlines_flush(struct inliner *inliner, size_t end)
{
    if (end > inliner->plain)
        inlines_add_token(inliner,
                          &(struct token){.kind = TOKEN_TEXT, .part = {inliner->plain, end}});
    inliner->plain = end;
}

/* A token over a part, which is read on after it. */
void inlines_take(struct inliner *inliner, const struct token *token, size_t after)
{
    inlines_flush(inliner, inliner->at);
    inlines_add_token(inliner, token);
    inliner->at = inliner->plain = after;
}

static void say(const struct inliner *inliner, enum diag_code code, size_t at)
{
    reading_say(inliner->reading, code, at);
}

/* ---- line ends and backslashes ---- */

static void take_line_end(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t end = inliner->at, spaces = 0;
    while (end > inliner->plain && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
        end--;
        spaces += text[end] == ' ';
    }
    size_t next = utf8_skip_blanks(text, inliner->at + 1, inliner->part.end);
    inlines_flush(inliner, end);
    inlines_add_token(inliner, &(struct token){.kind = spaces >= 2 ? TOKEN_HARD : TOKEN_SOFT});
    inliner->at = inliner->plain = next;
}

/* Whether a line of the text begins at a byte. */
static bool begins_line(const struct inliner *inliner, size_t at)
{
    const char *text = inliner->reading->bytes;
    while (at > inliner->part.start && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    return at == inliner->part.start || text[at - 1] == '\n';
}

static void take_backslash(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t next = inliner->at + 1, end = inliner->part.end;
    if (next == end) {
        say(inliner, MESSAGE_PROSE_BREAK_LAST, inliner->at++);
    } else if (text[next] == '\n') {
        struct token token = {.kind = TOKEN_HARD};
        inlines_take(inliner, &token, utf8_skip_blanks(text, next + 1, end));
    } else if (inlines_is_sign(text[next])) {
        inlines_flush(inliner, inliner->at);
        inliner->plain = next;
        inliner->at = next + 1;
    } else if (begins_line(inliner, inliner->at) &&
               marker_read(text, next, end).form != MARKER_NONE) {
        inlines_flush(inliner, inliner->at);
        inliner->at = inliner->plain = next;
    } else {
        inliner->at++;
    }
}

/* ---- emphasis and what is not to be had ---- */

static void take_signs(struct inliner *inliner)
{
    struct token token;
    if (emphasis_read(inliner, &token))
        inlines_take(inliner, &token, token.part.end);
    else
        inliner->at = token.part.end;
}

static size_t run_end(const struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t end = inliner->at;
    while (end < inliner->part.end && text[end] == text[inliner->at])
        end++;
    return end;
}

/* ~~struck out~~ and ~lowered~ */
static void take_tildes(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t end = run_end(inliner);
    bool opens = !inlines_is_blank(inlines_after(inliner, end));
    bool closes = !inlines_is_blank(inlines_before(inliner, inliner->at));
    if (end - inliner->at >= 2) {
        if (!(inliner->is_struck && closes))
            say(inliner, MESSAGE_PROSE_STRUCK, inliner->at);
        inliner->is_struck = !(inliner->is_struck && closes);
    } else {
        bool is_pair = closes && inliner->lowered > 0;
        for (size_t i = inliner->lowered; is_pair && i < inliner->at; i++)
            is_pair = text[i] != '\n' && utf8_blank(text, i, inliner->at) == 0;
        if (is_pair)
            say(inliner, MESSAGE_PROSE_LOWERED, inliner->lowered - 1);
        inliner->lowered = opens && !is_pair ? end : 0;
    }
    inliner->at = end;
}

/* ==marked== */
static void take_equals(struct inliner *inliner)
{
    size_t end = run_end(inliner);
    bool opens = !inlines_is_blank(inlines_after(inliner, end));
    bool closes = !inlines_is_blank(inlines_before(inliner, inliner->at));
    if (end - inliner->at == 2) {
        bool is_pair = closes && inliner->marked > 0;
        if (is_pair)
            say(inliner, MESSAGE_PROSE_MARKED, inliner->marked - 2);
        inliner->marked = opens && !is_pair ? end : 0;
    }
    inliner->at = end;
}

/* ^raised^, without blanks between the signs */
static void take_caret(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t end = inliner->at + 1;
    while (end < inliner->part.end && end - inliner->at < RAISED_LONGEST && text[end] != '^' &&
           text[end] != '\n' && text[end] != '[' && utf8_blank(text, end, inliner->part.end) == 0)
        end++;
    if (end == inliner->at + 1 || end == inliner->part.end || text[end] != '^') {
        say(inliner, MESSAGE_PROSE_RAISED, inliner->at++);
        return;
    }
    inliner->raised_end = end;
    struct token token = {.kind = TOKEN_RAISED, .on = DOC_SUPERSCRIPT};
    inlines_take(inliner, &token, inliner->at + 1);
}

static void take_backtick(struct inliner *inliner)
{
    if (!inliner->has_code)
        say(inliner, MESSAGE_PROSE_CODE, inliner->at);
    inliner->has_code = true;
    inliner->at = run_end(inliner);
}

bool inlines_is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* &nbsp; &#8211; */
static void take_entity(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t at = inliner->at + 1, end = inliner->part.end;
    bool is_number = at < end && text[at] == '#';
    at += is_number;
    size_t start = at;
    while (at < end && at - start < ENTITY_LONGEST &&
           (inlines_is_latin(text[at]) || (text[at] >= '0' && text[at] <= '9')))
        at++;
    bool is_entity = at > start + !is_number && at < end && text[at] == ';' &&
                     (is_number || inlines_is_latin(text[start]));
    if (is_entity)
        reading_say(inliner->reading, MESSAGE_PROSE_ENTITY, inliner->at,
                    reading_copy(inliner->reading, (struct part){inliner->at, at + 1}));
    inliner->at = is_entity ? at + 1 : inliner->at + 1;
}
/* ---- paragraphs ---- */

static void take_hole(struct inliner *inliner)
{
    struct token token = {.kind = TOKEN_HOLE, .part = {inliner->at, inliner->at + 1}};
    inlines_take(inliner, &token, inliner->at + 1);
}

static void take_raised_end(struct inliner *inliner)
{
    struct token token = {.kind = TOKEN_RAISED, .off = DOC_SUPERSCRIPT};
    inlines_take(inliner, &token, inliner->at + 1);
}

static void take_byte(struct inliner *inliner)
{
    switch (inliner->reading->bytes[inliner->at]) {
    case READING_HOLE:
        take_hole(inliner);
        return;
    case '\n':
        take_line_end(inliner);
        return;
    case '\\':
        take_backslash(inliner);
        return;
    case '*':
    case '_':
        take_signs(inliner);
        return;
    case '~':
        take_tildes(inliner);
        return;
    case '=':
        take_equals(inliner);
        return;
    case '^':
        if (inliner->at == inliner->raised_end)
            take_raised_end(inliner);
        else
            take_caret(inliner);
        return;
    case '`':
        take_backtick(inliner);
        return;
    case '&':
        take_entity(inliner);
        return;
    case '<':
        brackets_take_angle(inliner);
        return;
    case '[':
        brackets_take_bracket(inliner);
        return;
    case '!':
        brackets_take_image(inliner);
        return;
    default:
        brackets_take_letter(inliner);
    }
}

static void tokenize(struct inliner *inliner)
{
    while (inliner->at < inliner->part.end || inliner->outer_end > 0) {
        if (inliner->at >= inliner->part.end)
            brackets_leave_link(inliner);
        else
            take_byte(inliner);
    }
    inlines_flush(inliner, inliner->at);
}

static void add_note(const struct reading *reading, struct prose_node *node,
                     const struct token *token, const struct prose_run *like)
{
    if (token->note == NULL)
        return;
    struct prose_run run = *like;
    run.kind = PROSE_NOTE;
    run.note = token->note;
    run.place = reading_place(reading, token->part.start);
    inlines_add_run(reading, node, &run);
}

/* One token as runs; *like has what the tokens before have switched on. */
static void add_runs(const struct reading *reading, struct prose_node *node,
                     const struct token *token, struct prose_run *like)
{
    struct prose_run run = *like;
    switch (token->kind) {
    case TOKEN_TEXT:
        add_wording(reading, node, token->part, like);
        return;
    case TOKEN_HOLE:
        add_hole(reading, node, token->part.start, like);
        return;
    case TOKEN_SOFT:
    case TOKEN_HARD:
        run.kind = token->kind == TOKEN_SOFT ? PROSE_SOFT_BREAK : PROSE_HARD_BREAK;
        inlines_add_run(reading, node, &run);
        return;
    case TOKEN_SIGNS:
    case TOKEN_RAISED:
        like->flags = (like->flags & ~token->off) | token->on;
        if (token->is_letter)
            add_wording(reading, node, token->part, like);
        return;
    case TOKEN_LINK:
        like->link = token->link;
        return;
    case TOKEN_NOTE:
        add_note(reading, node, token, like);
        return;
    case TOKEN_IMAGE:
        reading_say(reading, MESSAGE_PROSE_IMAGE_INSIDE, token->part.start);
        return;
    }
}

/* Whether the paragraph is nothing but images. */
static bool is_gallery(const struct inliner *inliner)
{
    bool has_image = false;
    for (size_t i = 0; i < inliner->tokens; i++) {
        enum token_kind kind = inliner->token[i].kind;
        if (kind != TOKEN_IMAGE && kind != TOKEN_SOFT && kind != TOKEN_HARD)
            return false;
        has_image = has_image || kind == TOKEN_IMAGE;
    }
    return has_image;
}

static struct prose_node *chain_images(const struct inliner *inliner)
{
    struct prose_node *first = NULL;
    struct prose_node **end = &first;
    for (size_t i = 0; i < inliner->tokens; i++) {
        if (inliner->token[i].kind != TOKEN_IMAGE)
            continue;
        if (inliner->reading->in_note)
            reading_say(inliner->reading, MESSAGE_PROSE_NOTE_BLOCK, inliner->token[i].part.start);
        *end = inliner->token[i].image;
        end = &(*end)->next;
    }
    return first;
}

static struct prose_node *read_part(struct inliner *inliner, struct prose_node *node)
{
    inliner->at = inliner->plain = inliner->part.start;
    tokenize(inliner);
    emphasis_pair(inliner);
    struct prose_run like = {.kind = PROSE_TEXT};
    bool has_images = node->kind == PROSE_PARAGRAPH && !inliner->no_links && is_gallery(inliner);
    for (size_t i = 0; !has_images && i < inliner->tokens; i++)
        add_runs(inliner->reading, node, &inliner->token[i], &like);
    struct prose_node *read = has_images ? chain_images(inliner) : node;
    free(inliner->token);
    free(inliner->match);
    return read;
}

/* Text without links, notes or images. */
void inlines_read_words(struct reading *reading, struct prose_node *node, struct part part)
{
    struct inliner inliner = {.reading = reading, .part = part, .no_links = true};
    read_part(&inliner, node);
}

struct prose_node *inlines_read(struct reading *reading, struct prose_node *node, struct part part)
{
    struct inliner inliner = {.reading = reading, .part = part};
    return read_part(&inliner, node);
}
