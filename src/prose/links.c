/*
 * Addresses: in brackets after the words of a link, where blanks and letters of any script are
 * theirs; and typed as they are, where a blank ends them, and Thai letters that are glued on.
 */
#include <strings.h>

#include "base/address.h"
#include "base/utf8.h"
#include "prose/inlines.h"

enum { ADDRESS_LONGEST = 2000, DIGITS_LEAST = 3 };

/* ---- in brackets ---- */

/* After the quote that closes a title, going back from it: the quote that opens it. */
static bool title_start(const char *text, size_t from, size_t *start, size_t *inside)
{
    static const struct {
        const char *open, *close;
    } quotes[] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"”", "”"}, {"„", "“"}};
    size_t end = *start;
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        size_t close = strlen(quotes[i].close), open = strlen(quotes[i].open);
        if (end < from + close || memcmp(text + end - close, quotes[i].close, close) != 0)
            continue;
        for (size_t at = from; at + open + close <= end; at++) {
            if (memcmp(text + at, quotes[i].open, open) != 0 ||
                (at > from && utf8_blank(text, at - 1, at) == 0))
                continue;
            *start = at;
            *inside = at + open;
            return true;
        }
    }
    return false;
}

static size_t last_quote(const char *text, size_t end)
{
    return end > 0 && (text[end - 1] == '"' || text[end - 1] == '\'') ? 1 : strlen("”");
}

/* Parts what is between the brackets. */
static void read_inside(const struct reading *reading, struct part inside, struct target *target)
{
    const char *text = reading->bytes;
    inside = reading_trim(reading, inside);
    target->title = (struct part){inside.end, inside.end};
    size_t start = inside.end, title = inside.end;
    if (title_start(text, inside.start, &start, &title)) {
        target->title = (struct part){title, inside.end - last_quote(text, inside.end)};
        inside.end = start;
    }
    inside = reading_trim(reading, inside);
    bool has_angles =
        inside.end - inside.start >= 2 && text[inside.start] == '<' && text[inside.end - 1] == '>';
    target->address = has_angles ? (struct part){inside.start + 1, inside.end - 1} : inside;
}

struct target prose_links_target(const struct inliner *inliner, size_t open)
{
    const char *text = inliner->reading->bytes;
    struct target target = {.end = 0};
    int depth = 0;
    bool in_angles = false;
    for (size_t at = open; at < inliner->part.end && at - open < ADDRESS_LONGEST; at++) {
        char c = text[at];
        if (c == '\n')
            break;
        if (c == '\\' && at + 1 < inliner->part.end && inlines_is_sign(text[at + 1])) {
            at++;
            continue;
        }
        in_angles = c == '<' ? at == utf8_skip_blanks(text, open + 1, inliner->part.end)
                             : in_angles && c != '>';
        if (in_angles)
            continue;
        depth += (c == '(') - (c == ')');
        if (depth > 0)
            continue;
        read_inside(inliner->reading, (struct part){open + 1, at}, &target);
        target.end = at + 1;
        break;
    }
    return target;
}

/* ---- links ---- */

static bool has_hole(const struct reading *reading, struct part part)
{
    return memchr(reading->bytes + part.start, (unsigned char)READING_HOLE,
                  part.end - part.start) != NULL;
}

/* The address without placeholders as one string. */
static const char *string_of(const struct reading *reading, const struct prose_node *address)
{
    struct buffer out = {0};
    for (size_t i = 0; i < address->runs; i++)
        buffer_add(&out, address->run[i].bytes, address->run[i].length);
    const char *string = arena_copy(reading->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return string;
}

const struct prose_link *prose_links_make(struct inliner *inliner, const char *before,
                                          struct part address)
{
    struct reading *reading = inliner->reading;
    struct prose_link *link = ARENA_NEW(reading->arena, struct prose_link, 1);
    static const struct prose_run plain = {.kind = PROSE_TEXT};
    link->address.place = reading_place(reading, address.start);
    if (before[0] != '\0')
        inlines_add_run(
            reading, &link->address,
            &(struct prose_run){.kind = PROSE_TEXT, .bytes = before, .length = strlen(before)});
    inlines_add_literal(reading, &link->address, address, &plain);
    if (has_hole(reading, address))
        return link;
    const char *string = string_of(reading, &link->address);
    enum address_flaw flaw = address_check(string, strlen(string));
    if (flaw == ADDRESS_FINE)
        return link;
    reading_say(reading, flaw == ADDRESS_SCHEME ? MESSAGE_ADDRESS_SCHEME : MESSAGE_ADDRESS_NOWHERE,
                address.start, string);
    return NULL;
}

/* ---- typed as they are ---- */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool begins_with(const char *text, size_t at, size_t end, const char *start)
{
    size_t length = strlen(start);
    return end - at >= length && strncasecmp(text + at, start, length) == 0;
}

/* Bytes of ASCII that a typed address may have. */
static bool is_address_byte(char c)
{
    return c > ' ' && c < 0x7F && strchr("<>\"`{}|\\^[]*", c) == NULL;
}

/* Where Thai letters may begin in an address. Elsewhere they are the sentence going on. */
static bool is_joint(char c)
{
    return strchr("/=-_%&+?#.~", c) != NULL;
}

/* Goes on over what belongs to an address. */
static size_t address_run(const char *text, size_t at, size_t end)
{
    size_t start = at;
    bool in_thai = false;
    while (at < end) {
        if (is_address_byte(text[at])) {
            in_thai = false;
            at++;
            continue;
        }
        size_t after = at + 1;
        if (text[at] != READING_HOLE) {
            after = at;
            if (!utf8_is_thai(utf8_next(text, end, &after)))
                break;
        }
        in_thai = in_thai || (at > start && is_joint(text[at - 1]));
        if (!in_thai)
            break;
        at = after;
    }
    return at;
}

static int count(const char *text, size_t start, size_t end, char c)
{
    int found = 0;
    for (size_t i = start; i < end; i++)
        found += text[i] == c;
    return found;
}

/* Punctuation at the end is the sentence's, and a closing bracket that nothing in it opens. */
static size_t without_punctuation(const char *text, size_t start, size_t end)
{
    int open = count(text, start, end, ')') - count(text, start, end, '(');
    while (end > start) {
        char c = text[end - 1];
        if (c == ')' && open > 0)
            open--;
        else if (strchr(".,;:!?'_~&-", c) == NULL || c == '\0')
            break;
        end--;
    }
    return end;
}

/* The end of name@example.go.th, or 0. */
static size_t mailbox_end(const char *text, size_t at, size_t end)
{
    size_t start = at, labels = 0;
    while (at < end && (is_alnum(text[at]) || (text[at] > 0 && strchr("._%+-", text[at]) != NULL)))
        at++;
    if (at == start || at == end || text[at] != '@')
        return 0;
    size_t last = 0;
    while (at < end && (text[at] == '@' || text[at] == '.')) {
        size_t label = ++at;
        while (at < end && (is_alnum(text[at]) || text[at] == '-'))
            at++;
        if (at == label)
            break;
        labels++;
        last = at;
    }
    return labels >= 2 ? last : 0;
}

/* The end of a number that can be called, +66-44-123456, or 0. */
static size_t telephone_end(const char *text, size_t at, size_t end)
{
    size_t digits = 0, last = 0;
    at += at < end && text[at] == '+';
    for (; at < end && ((text[at] >= '0' && text[at] <= '9') || text[at] == '-'); at++) {
        digits += text[at] != '-';
        last = text[at] != '-' ? at + 1 : last;
    }
    return digits >= DIGITS_LEAST ? last : 0;
}

/* Whether a word begins at a byte. */
static bool begins_word(const struct inliner *inliner, size_t at)
{
    if (at == inliner->part.start)
        return true;
    char c = inliner->reading->bytes[at - 1];
    return !is_alnum(c) && strchr("._%+-@/", c) == NULL;
}

size_t prose_links_bare(const struct inliner *inliner, size_t at, const char **before)
{
    const char *text = inliner->reading->bytes;
    size_t end = inliner->part.end;
    *before = "";
    if (!is_alnum(text[at]) || !begins_word(inliner, at))
        return 0;
    if (begins_with(text, at, end, "mailto:")) {
        size_t mailbox = mailbox_end(text, at + strlen("mailto:"), end);
        return mailbox;
    }
    if (begins_with(text, at, end, "tel:"))
        return telephone_end(text, at + strlen("tel:"), end);
    static const struct {
        const char *start, *before;
    } pages[] = {{"https://", ""}, {"http://", ""}, {"www.", "http://"}};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        if (!begins_with(text, at, end, pages[i].start))
            continue;
        size_t site = at + strlen(pages[i].start);
        size_t stop = without_punctuation(text, at, address_run(text, at, end));
        *before = pages[i].before;
        return stop > site ? stop : 0;
    }
    *before = "mailto:";
    return mailbox_end(text, at, end);
}

/* A scheme, as in mailto: and javascript: */
static bool has_scheme(const char *text, struct part part)
{
    size_t at = part.start;
    while (at < part.end && (is_alnum(text[at]) || (at > part.start && strchr("+.-", text[at]))))
        at++;
    return at > part.start + 1 && at < part.end && text[at] == ':';
}

bool prose_links_is_address(const struct inliner *inliner, struct part part, const char **before)
{
    const char *text = inliner->reading->bytes;
    *before = "";
    if (has_scheme(text, part))
        return true;
    if (begins_with(text, part.start, part.end, "www.")) {
        *before = "http://";
        return true;
    }
    *before = "mailto:";
    return part.end > part.start && mailbox_end(text, part.start, part.end) == part.end;
}
