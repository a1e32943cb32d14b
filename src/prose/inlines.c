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

static void add_token(struct inliner *inliner, const struct token *token)
{
    inliner->token = memory_room(inliner->token, inliner->tokens, &inliner->room, sizeof *token);
    inliner->token[inliner->tokens++] = *token;
}

/* Ends the text that is no token yet. */
static void flush(struct inliner *inliner, size_t end)
{
    if (end > inliner->plain)
        add_token(inliner, &(struct token){.kind = TOKEN_TEXT, .part = {inliner->plain, end}});
    inliner->plain = end;
}

/* A token over a part, which is read on after it. */
static void take_token(struct inliner *inliner, const struct token *token, size_t after)
{
    flush(inliner, inliner->at);
    add_token(inliner, token);
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
    size_t next = reading_skip(text, inliner->at + 1, inliner->part.end);
    flush(inliner, end);
    add_token(inliner, &(struct token){.kind = spaces >= 2 ? TOKEN_HARD : TOKEN_SOFT});
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
        take_token(inliner, &token, reading_skip(text, next + 1, end));
    } else if (inlines_is_sign(text[next])) {
        flush(inliner, inliner->at);
        inliner->plain = next;
        inliner->at = next + 1;
    } else if (begins_line(inliner, inliner->at) &&
               marker_read(text, next, end).form != MARKER_NONE) {
        flush(inliner, inliner->at);
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
        take_token(inliner, &token, token.part.end);
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
            is_pair = text[i] != '\n' && reading_blank(text, i, inliner->at) == 0;
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
           text[end] != '\n' && text[end] != '[' &&
           reading_blank(text, end, inliner->part.end) == 0)
        end++;
    if (end == inliner->at + 1 || end == inliner->part.end || text[end] != '^') {
        say(inliner, MESSAGE_PROSE_RAISED, inliner->at++);
        return;
    }
    inliner->raised_end = end;
    struct token token = {.kind = TOKEN_RAISED, .on = DOC_SUPERSCRIPT};
    take_token(inliner, &token, inliner->at + 1);
}

static void take_backtick(struct inliner *inliner)
{
    if (!inliner->has_code)
        say(inliner, MESSAGE_PROSE_CODE, inliner->at);
    inliner->has_code = true;
    inliner->at = run_end(inliner);
}

static bool is_letter(char c)
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
           (is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9')))
        at++;
    bool is_entity = at > start + !is_number && at < end && text[at] == ';' &&
                     (is_number || is_letter(text[start]));
    if (is_entity)
        reading_say(inliner->reading, MESSAGE_PROSE_ENTITY, inliner->at,
                    reading_copy(inliner->reading, (struct part){inliner->at, at + 1}));
    inliner->at = is_entity ? at + 1 : inliner->at + 1;
}

/* ---- links ---- */

/* Text and placeholders as they are. */
static void add_words(struct inliner *inliner, struct part part)
{
    inliner->plain = part.start;
    for (size_t at = part.start; at < part.end; at++) {
        if (inliner->reading->bytes[at] != READING_HOLE)
            continue;
        flush(inliner, at);
        add_token(inliner, &(struct token){.kind = TOKEN_HOLE, .part = {at, at + 1}});
        inliner->plain = at + 1;
    }
    flush(inliner, part.end);
}

/* An address that is its own words. Where no link can be, it is words only. */
static void take_address(struct inliner *inliner, const char *before, struct part address,
                         size_t after)
{
    flush(inliner, inliner->at);
    bool is_link = !inliner->no_links && inliner->outer_end == 0;
    reading_add_aside(inliner->reading, address);
    if (is_link)
        add_token(inliner, &(struct token){.kind = TOKEN_LINK,
                                           .link = prose_links_make(inliner, before, address)});
    add_words(inliner, address);
    if (is_link)
        add_token(inliner, &(struct token){.kind = TOKEN_LINK});
    inliner->at = inliner->plain = after;
}

/* <https://…>, <b> */
static void take_angle(struct inliner *inliner)
{
    const struct reading *reading = inliner->reading;
    const char *text = reading->bytes;
    size_t start = inliner->at + 1, end = start;
    while (end < inliner->part.end && strchr("<>\n", text[end]) == NULL)
        end++;
    bool is_closed = end < inliner->part.end && text[end] == '>';
    struct part inside = {start, end};
    const char *before;
    if (is_closed && prose_links_is_address(inliner, inside, &before)) {
        take_address(inliner, before, inside, end + 1);
        return;
    }
    bool is_comment = strncmp(text + start, "!--", 3) == 0;
    bool is_tag = is_closed && is_letter(text[start + (text[start] == '/')]);
    inliner->at = start;
    if (!is_comment && !is_tag)
        return;
    inliner->at = is_closed ? end + 1 : end;
    bool is_break = strncmp(text + start, "br", 2) == 0 && !is_letter(text[start + 2]);
    reading_say(reading, is_break ? MESSAGE_PROSE_HTML_BREAK : MESSAGE_PROSE_HTML, start - 1,
                reading_copy(reading, (struct part){start - 1, inliner->at}));
}

/* An address that is typed as it is, or any other letter. */
static void take_letter(struct inliner *inliner)
{
    const char *before;
    size_t end = prose_links_bare(inliner, inliner->at, &before);
    if (end > 0)
        take_address(inliner, before, (struct part){inliner->at, end}, end);
    else
        inliner->at++;
}

/* ---- brackets ---- */

/* Finds for every bracket the one that closes it. */
static void match_brackets(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes + inliner->part.start;
    size_t length = inliner->part.end - inliner->part.start;
    inliner->match = memory_zeroed(length + 1, sizeof *inliner->match);
    size_t open = 0; /* after the last that is open; each knows the one before it */
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '\\') {
            at++;
        } else if (text[at] == '[') {
            inliner->match[at] = open;
            open = at + 1;
        } else if (text[at] == ']' && open > 0) {
            size_t outer = inliner->match[open - 1];
            inliner->match[open - 1] = inliner->part.start + at + 1;
            open = outer;
        }
    }
    while (open > 0) {
        size_t outer = inliner->match[open - 1];
        inliner->match[open - 1] = 0;
        open = outer;
    }
}

/* After the bracket that closes the one at a byte; 0 when none does. */
static size_t match_of(struct inliner *inliner, size_t at)
{
    if (inliner->match == NULL)
        match_brackets(inliner);
    size_t after = inliner->match[at - inliner->part.start];
    return after <= inliner->part.end ? after : 0;
}

/* [words] (https://…) with a blank between. */
static bool is_apart(const struct inliner *inliner, size_t after)
{
    static const char *const starts[] = {"(http", "(www.", "(mailto:", "(tel:"};
    const char *text = inliner->reading->bytes;
    size_t at = reading_skip(text, after, inliner->part.end);
    for (size_t i = 0; at > after && i < sizeof starts / sizeof starts[0]; i++)
        if (strncmp(text + at, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static void take_note(struct inliner *inliner, struct part mark)
{
    reading_add_aside(inliner->reading, mark);
    struct token token = {.kind = TOKEN_NOTE, .part = mark};
    if (inliner->no_links || inliner->outer_end > 0)
        say(inliner, MESSAGE_PROSE_NOTE_PLACE, mark.start);
    else
        token.note = prose_notes_mark(inliner->reading, mark);
    take_token(inliner, &token, mark.end);
}

/* The words of a link are read on; what is after its address, after them. */
static void enter_link(struct inliner *inliner, size_t close, const struct target *target)
{
    const struct reading *reading = inliner->reading;
    size_t words = reading_skip(reading->bytes, inliner->at + 1, close);
    bool is_empty = words == close || target->address.start == target->address.end;
    if (target->title.end > target->title.start)
        say(inliner, MESSAGE_PROSE_LINK_TITLE, target->title.start);
    if (is_empty)
        say(inliner, MESSAGE_PROSE_LINK_EMPTY, inliner->at);
    reading_add_aside(inliner->reading, (struct part){inliner->at, inliner->at + 1});
    reading_add_aside(inliner->reading, (struct part){close, target->end});
    struct token token = {.kind = TOKEN_LINK};
    if (!is_empty)
        token.link = prose_links_make(inliner, "", target->address);
    take_token(inliner, &token, inliner->at + 1);
    inliner->outer_end = inliner->part.end;
    inliner->part.end = close;
    inliner->link_rest = target->end;
}

static void leave_link(struct inliner *inliner)
{
    flush(inliner, inliner->at);
    add_token(inliner, &(struct token){.kind = TOKEN_LINK});
    inliner->part.end = inliner->outer_end;
    inliner->outer_end = 0;
    inliner->at = inliner->plain = inliner->link_rest;
}

static void take_bracket(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t mark = prose_notes_mark_end(text, inliner->at, inliner->part.end);
    size_t after = match_of(inliner, inliner->at);
    if (mark > 0) {
        take_note(inliner, (struct part){inliner->at, mark});
        return;
    }
    if (after > 0 && text[inliner->at + 1] == '^') {
        say(inliner, MESSAGE_PROSE_NOTE_LABEL, inliner->at);
        inliner->at += 2;
        return;
    }
    if (after > 0 && is_apart(inliner, after))
        say(inliner, MESSAGE_PROSE_LINK_APART, inliner->at);
    if (after == 0 || after == inliner->part.end || text[after] != '(') {
        inliner->at++;
        return;
    }
    struct target target = prose_links_target(inliner, after);
    bool is_inside = inliner->no_links || inliner->outer_end > 0;
    if (is_inside || target.end == 0) {
        say(inliner, is_inside ? MESSAGE_PROSE_LINK_INSIDE : MESSAGE_PROSE_LINK_OPEN, inliner->at);
        inliner->at++;
        return;
    }
    enter_link(inliner, after - 1, &target);
}

/* ---- images ---- */

static void read_words(struct reading *reading, struct prose_node *node, struct part part);

static struct prose_node *make_image(struct inliner *inliner, struct part alt,
                                     const struct target *target)
{
    struct reading *reading = inliner->reading;
    static const struct prose_run plain = {.kind = PROSE_TEXT};
    struct prose_node *node = reading_node(reading, PROSE_IMAGE, inliner->at);
    struct prose_image *image = ARENA_NEW(reading->arena, struct prose_image, 1);
    node->image = image;
    image->file.place = image->alt.place = image->caption.place = node->place;
    read_words(reading, &image->alt, alt);
    reading_add_aside(reading, (struct part){inliner->at, alt.start});
    reading_add_aside(reading, (struct part){alt.end, target->title.start});
    inlines_add_literal(reading, &image->file, target->address, &plain);
    read_words(reading, &image->caption, target->title);
    return node;
}

/* ![what it shows](file "caption") */
static void take_image(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t open = inliner->at + 1, end = inliner->part.end;
    size_t after = open < end && text[open] == '[' ? match_of(inliner, open) : 0;
    if (after == 0 || after == end || text[after] != '(') {
        if (after > 0 && is_apart(inliner, after))
            say(inliner, MESSAGE_PROSE_LINK_APART, inliner->at);
        inliner->at++;
        return;
    }
    struct target target = prose_links_target(inliner, after);
    if (target.end == 0 || target.address.start == target.address.end) {
        say(inliner, target.end == 0 ? MESSAGE_PROSE_LINK_OPEN : MESSAGE_PROSE_LINK_EMPTY,
            inliner->at);
        inliner->at++;
        return;
    }
    struct token token = {.kind = TOKEN_IMAGE, .part = {inliner->at, target.end}};
    token.image = make_image(inliner, (struct part){open + 1, after - 1}, &target);
    take_token(inliner, &token, target.end);
}

/* ---- paragraphs ---- */

static void take_hole(struct inliner *inliner)
{
    struct token token = {.kind = TOKEN_HOLE, .part = {inliner->at, inliner->at + 1}};
    take_token(inliner, &token, inliner->at + 1);
}

static void take_raised_end(struct inliner *inliner)
{
    struct token token = {.kind = TOKEN_RAISED, .off = DOC_SUPERSCRIPT};
    take_token(inliner, &token, inliner->at + 1);
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
        take_angle(inliner);
        return;
    case '[':
        take_bracket(inliner);
        return;
    case '!':
        take_image(inliner);
        return;
    default:
        take_letter(inliner);
    }
}

static void tokenize(struct inliner *inliner)
{
    while (inliner->at < inliner->part.end || inliner->outer_end > 0) {
        if (inliner->at >= inliner->part.end)
            leave_link(inliner);
        else
            take_byte(inliner);
    }
    flush(inliner, inliner->at);
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
static void read_words(struct reading *reading, struct prose_node *node, struct part part)
{
    struct inliner inliner = {.reading = reading, .part = part, .no_links = true};
    read_part(&inliner, node);
}

struct prose_node *inlines_read(struct reading *reading, struct prose_node *node, struct part part)
{
    struct inliner inliner = {.reading = reading, .part = part};
    return read_part(&inliner, node);
}
