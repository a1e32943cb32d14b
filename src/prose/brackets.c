/*
 * What is in brackets, or an address: links, the marks of notes, images, <https://…>. The words of a link are read on as
 * a part of the paragraph, so nothing here calls itself but for the words of an image, which hold no further images.
 */
#include <stdlib.h>
#include <string.h>

#include "base/unwritten.h"
#include "base/utf8.h"
#include "prose/inlines.h"

/* Text and placeholders as they are. */
static void add_words(struct inliner *inliner, struct part part)
{
    inliner->plain = part.start;
    for (size_t at = part.start; at < part.end; at++) {
        if (inliner->reading->bytes[at] != READING_HOLE)
            continue;
        inlines_flush(inliner, at);
        inlines_add_token(inliner, &(struct token){.kind = TOKEN_HOLE, .part = {at, at + 1}});
        inliner->plain = at + 1;
    }
    inlines_flush(inliner, part.end);
}

/* An address that is its own words. Where no link can be, it is words only. */
static void take_address(struct inliner *inliner, const char *before, struct part address,
                         size_t after)
{
    inlines_flush(inliner, inliner->at);
    bool is_link = !inliner->no_links && inliner->outer_end == 0;
    reading_add_aside(inliner->reading, address);
    if (is_link)
        inlines_add_token(inliner,
                          &(struct token){.kind = TOKEN_LINK,
                                          .link = prose_links_make(inliner, before, address)});
    add_words(inliner, address);
    if (is_link)
        inlines_add_token(inliner, &(struct token){.kind = TOKEN_LINK});
    inliner->at = inliner->plain = after;
}

/* <https://…>, <b>; what opens the mark of what is still to be written is words. */
void brackets_take_angle(struct inliner *inliner)
{
    const struct reading *reading = inliner->reading;
    const char *text = reading->bytes;
    struct unwritten mark;
    if (unwritten_next(text, inliner->part.end, inliner->at, &mark) && mark.start == inliner->at) {
        inliner->at += strlen(UNWRITTEN_OPEN);
        return;
    }
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
    bool is_tag = is_closed && inlines_is_latin(text[start + (text[start] == '/')]);
    inliner->at = start;
    if (!is_comment && !is_tag)
        return;
    inliner->at = is_closed ? end + 1 : end;
    bool is_break = strncmp(text + start, "br", 2) == 0 && !inlines_is_latin(text[start + 2]);
    reading_say(reading, is_break ? MESSAGE_PROSE_HTML_BREAK : MESSAGE_PROSE_HTML, start - 1,
                reading_copy(reading, (struct part){start - 1, inliner->at}));
}

/* An address that is typed as it is, or any other letter. */
void brackets_take_letter(struct inliner *inliner)
{
    const char *before;
    size_t end = prose_links_bare(inliner, inliner->at, &before);
    if (end > 0)
        take_address(inliner, before, (struct part){inliner->at, end}, end);
    else
        inliner->at++;
}

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
    size_t at = utf8_skip_blanks(text, after, inliner->part.end);
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
        reading_say(inliner->reading, MESSAGE_PROSE_NOTE_PLACE, mark.start);
    else
        token.note = prose_notes_mark(inliner->reading, mark);
    inlines_take(inliner, &token, mark.end);
}

/* The words of a link are read on; what is after its address, after them. */
static void enter_link(struct inliner *inliner, size_t close, const struct target *target)
{
    const struct reading *reading = inliner->reading;
    size_t words = utf8_skip_blanks(reading->bytes, inliner->at + 1, close);
    bool is_empty = words == close || target->address.start == target->address.end;
    if (target->title.end > target->title.start)
        reading_say(inliner->reading, MESSAGE_PROSE_LINK_TITLE, target->title.start);
    if (is_empty)
        reading_say(inliner->reading, MESSAGE_PROSE_LINK_EMPTY, inliner->at);
    reading_add_aside(inliner->reading, (struct part){inliner->at, inliner->at + 1});
    reading_add_aside(inliner->reading, (struct part){close, target->end});
    struct token token = {.kind = TOKEN_LINK};
    if (!is_empty)
        token.link = prose_links_make(inliner, "", target->address);
    inlines_take(inliner, &token, inliner->at + 1);
    inliner->outer_end = inliner->part.end;
    inliner->part.end = close;
    inliner->link_rest = target->end;
}

void brackets_leave_link(struct inliner *inliner)
{
    inlines_flush(inliner, inliner->at);
    inlines_add_token(inliner, &(struct token){.kind = TOKEN_LINK});
    inliner->part.end = inliner->outer_end;
    inliner->outer_end = 0;
    inliner->at = inliner->plain = inliner->link_rest;
}

void brackets_take_bracket(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t mark = prose_notes_mark_end(text, inliner->at, inliner->part.end);
    size_t after = match_of(inliner, inliner->at);
    if (mark > 0) {
        take_note(inliner, (struct part){inliner->at, mark});
        return;
    }
    if (after > 0 && text[inliner->at + 1] == '^') {
        reading_say(inliner->reading, MESSAGE_PROSE_NOTE_LABEL, inliner->at);
        inliner->at += 2;
        return;
    }
    if (after > 0 && is_apart(inliner, after))
        reading_say(inliner->reading, MESSAGE_PROSE_LINK_APART, inliner->at);
    if (after == 0 || after == inliner->part.end || text[after] != '(') {
        inliner->at++;
        return;
    }
    struct target target = prose_links_target(inliner, after);
    bool is_inside = inliner->no_links || inliner->outer_end > 0;
    if (is_inside || target.end == 0) {
        reading_say(inliner->reading,
                    is_inside ? MESSAGE_PROSE_LINK_INSIDE : MESSAGE_PROSE_LINK_OPEN, inliner->at);
        inliner->at++;
        return;
    }
    enter_link(inliner, after - 1, &target);
}

/* ---- images ---- */

static struct prose_node *make_image(struct inliner *inliner, struct part alt,
                                     const struct target *target)
{
    struct reading *reading = inliner->reading;
    static const struct prose_run plain = {.kind = PROSE_TEXT};
    struct prose_node *node = reading_node(reading, PROSE_IMAGE, inliner->at);
    struct prose_image *image = ARENA_NEW(reading->arena, struct prose_image, 1);
    node->image = image;
    image->file.place = image->alt.place = image->caption.place = node->place;
    inlines_read_words(reading, &image->alt, alt);
    reading_add_aside(reading, (struct part){inliner->at, alt.start});
    reading_add_aside(reading, (struct part){alt.end, target->title.start});
    inlines_add_literal(reading, &image->file, target->address, &plain);
    inlines_read_words(reading, &image->caption, target->title);
    return node;
}

/* ![what it shows](file "caption") */
void brackets_take_image(struct inliner *inliner)
{
    const char *text = inliner->reading->bytes;
    size_t open = inliner->at + 1, end = inliner->part.end;
    size_t after = open < end && text[open] == '[' ? match_of(inliner, open) : 0;
    if (after == 0 || after == end || text[after] != '(') {
        if (after > 0)
            reading_say(inliner->reading,
                        is_apart(inliner, after) ? MESSAGE_PROSE_LINK_APART
                                                 : MESSAGE_PROSE_LINK_EMPTY,
                        inliner->at);
        inliner->at++;
        return;
    }
    struct target target = prose_links_target(inliner, after);
    if (target.end == 0 || target.address.start == target.address.end) {
        reading_say(inliner->reading,
                    target.end == 0 ? MESSAGE_PROSE_LINK_OPEN : MESSAGE_PROSE_LINK_EMPTY,
                    inliner->at);
        inliner->at++;
        return;
    }
    struct token token = {.kind = TOKEN_IMAGE, .part = {inliner->at, target.end}};
    token.image = make_image(inliner, (struct part){open + 1, after - 1}, &target);
    inlines_take(inliner, &token, target.end);
}
