/*
 * Copies the stream from operator to operator. Only BDC, BMC and EMC are touched: a small stack
 * remembers for each open pair what closes it. Everything that paints must stand in a bracket.
 */
#include "finish/content.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "finish/scan.h"

enum { NESTING = 8 };

enum pair_kind { PAIR_BRACKET, PAIR_TEXT_ARTIFACT, PAIR_DROPPED };

struct pair {
    enum pair_kind kind;
    const struct finish_bracket *bracket; /* NULL: dropped */
};

struct content {
    struct scan scan;
    const struct finish_page *page;
    struct buffer *out;
    size_t copied; /* the stream up to here is in out, or was dropped */
    int mcid;
    struct pair open[NESTING];
    size_t depth;
    struct content_result result;
};

/* A UTF-16BE text string with its mark, as a literal. */
static void write_unit(struct buffer *out, unsigned unit)
{
    for (int shift = 8; shift >= 0; shift -= 8) {
        char c = (char)((unit >> shift) & 0xFF);
        if (c == '\r') {
            buffer_add_string(out, "\\r");
            continue;
        }
        if (c == '(' || c == ')' || c == '\\')
            buffer_add_char(out, '\\');
        buffer_add_char(out, c);
    }
}

static void write_text(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_add_string(out, "(\xFE\xFF");
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        if (c == UTF8_BAD)
            c = 0xFFFD;
        if (c < 0x10000) {
            write_unit(out, (unsigned)c);
        } else {
            write_unit(out, 0xD800u + (unsigned)((c - 0x10000) >> 10));
            write_unit(out, 0xDC00u + (unsigned)((c - 0x10000) & 0x3FF));
        }
    }
    buffer_add_char(out, ')');
}

static void write_artifact(struct buffer *out, const struct finish_bracket *bracket)
{
    buffer_add_string(out, "/Artifact <<");
    if (bracket->artifact != NULL)
        buffer_printf(out, "/Type /%s", bracket->artifact);
    if (bracket->subtype != NULL)
        buffer_printf(out, " /Subtype /%s", bracket->subtype);
    buffer_add_string(out, ">> BDC");
    if (bracket->actual_text != NULL) {
        buffer_add_string(out, "\n/Span <</ActualText ");
        write_text(out, bracket->actual_text);
        buffer_add_string(out, ">> BDC");
    }
}

static void write_bracket(struct content *content, const struct finish_bracket *bracket)
{
    if (bracket->kind == FINISH_ARTIFACT) {
        write_artifact(content->out, bracket);
        return;
    }
    const char *tag = bracket->kind == FINISH_TEXT ? "Span" : "Figure";
    buffer_printf(content->out, "/%s <</MCID %d", tag, content->mcid++);
    if (bracket->actual_text != NULL) {
        buffer_add_string(content->out, " /ActualText ");
        write_text(content->out, bracket->actual_text);
    }
    buffer_add_string(content->out, ">> BDC");
}

/* Units as points with two decimals. */
static void write_points(struct buffer *out, int32_t units)
{
    int64_t hundredths = ((int64_t)units * 100 + (units >= 0 ? 512 : -512)) / 1024;
    int64_t size = hundredths < 0 ? -hundredths : hundredths;
    buffer_printf(out, "%s%d.%02d ", hundredths < 0 ? "-" : "", (int)(size / 100),
                  (int)(size % 100));
}

/* Cairo leaves the page's own space, y downwards, between two brackets. */
static void write_stamps(struct buffer *out, const struct finish_bracket *bracket)
{
    for (size_t i = 0; i < bracket->stamps; i++) {
        buffer_add_string(out, "q 1 0 0 1 ");
        write_points(out, bracket->stamp[i].x);
        write_points(out, bracket->stamp[i].y);
        buffer_printf(out, "cm /" CONTENT_SHAPE_NAME "%d Do Q\n", bracket->stamp[i].shape);
    }
}

/* Copies what stands before the operator and its operands, and passes over both. */
static void replace(struct content *content, size_t from)
{
    buffer_add(content->out, content->scan.bytes + content->copied, from - content->copied);
    content->copied = content->scan.at;
}

/* The value behind a key among the operands, or NULL. */
static const char *operand(const struct content *content, const char *key)
{
    const struct scan *scan = &content->scan;
    size_t length = strlen(key);
    for (size_t at = scan->operands; at + length <= scan->start; at++)
        if (memcmp(scan->bytes + at, key, length) == 0)
            return scan->bytes + at + length;
    return NULL;
}

static void push(struct content *content, struct pair pair)
{
    if (content->depth == NESTING)
        content->result.trouble = "marked content nested too deep";
    else
        content->open[content->depth++] = pair;
}

static void open_bracket(struct content *content, const char *number)
{
    size_t n = content->result.brackets++;
    if (content->depth > 0)
        content->result.trouble = "a bracket inside a bracket";
    if (strtoul(number, NULL, 10) != n)
        content->result.trouble = "brackets numbered otherwise than they were drawn";
    if (n >= content->page->brackets || content->result.trouble != NULL)
        return;
    const struct finish_bracket *bracket = &content->page->bracket[n];
    replace(content, content->scan.operands);
    write_bracket(content, bracket);
    bool twice = bracket->kind == FINISH_ARTIFACT && bracket->actual_text != NULL;
    push(content, (struct pair){twice ? PAIR_TEXT_ARTIFACT : PAIR_BRACKET, bracket});
}

static void open_pair(struct content *content)
{
    const char *number = operand(content, "/MCID ");
    if (number != NULL) {
        open_bracket(content, number);
    } else if (operand(content, "/ActualText") != NULL) {
        replace(content, content->scan.operands);
        push(content, (struct pair){PAIR_DROPPED, NULL});
    } else {
        content->result.trouble = "marked content of an unknown kind";
    }
}

static void close_pair(struct content *content)
{
    if (content->depth == 0) {
        content->result.trouble = "an end of marked content without its start";
        return;
    }
    struct pair pair = content->open[--content->depth];
    replace(content, content->scan.operands);
    if (pair.bracket == NULL)
        return;
    write_stamps(content->out, pair.bracket);
    buffer_add_string(content->out, pair.kind == PAIR_TEXT_ARTIFACT ? "EMC EMC" : "EMC");
}

static bool paints(const struct scan *scan)
{
    static const char *const PAINTERS[] = {"TJ", "Tj", "f", "S",  "f*", "B", "B*", "b",
                                           "b*", "s",  "'", "\"", "Do", "F", "sh", "BI"};
    for (size_t i = 0; i < sizeof PAINTERS / sizeof *PAINTERS; i++)
        if (scan_is(scan, PAINTERS[i]))
            return true;
    return false;
}

static void take_operator(struct content *content)
{
    const struct scan *scan = &content->scan;
    if (scan_is(scan, "BDC") || scan_is(scan, "BMC"))
        open_pair(content);
    else if (scan_is(scan, "EMC"))
        close_pair(content);
    else if (content->depth == 0 && paints(scan))
        content->result.trouble = "content outside every bracket";
}

struct content_result content_rewrite(const char *bytes, size_t length,
                                      const struct finish_page *page, struct buffer *out)
{
    struct content content = {.scan = {.bytes = bytes, .length = length}, .page = page, .out = out};
    while (content.result.trouble == NULL && scan_operator(&content.scan))
        take_operator(&content);
    if (content.depth > 0 && content.result.trouble == NULL)
        content.result.trouble = "marked content that is never closed";
    buffer_add(out, bytes + content.copied, length - content.copied);
    return content.result;
}
