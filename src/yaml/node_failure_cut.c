/* Comments that cut a text, found from where libyaml stopped. */
#include <string.h>

#include "base/buffer.h"
#include "yaml/node_failure.h"
#include "yaml/quote.h"

struct place failure_place_in(const struct failure *failure, struct line line, size_t byte)
{
    return place_at(failure->source, line.number, line_column(line, byte));
}

void failure_say_quoted(const struct failure *failure, enum diag_code code, struct place place,
                        const char *shown, const char *text, size_t length)
{
    struct buffer whole = {0};
    quote_scalar(&whole, text, length);
    diag_say(failure->diag, code, place, shown, buffer_text(&whole));
    buffer_free(&whole);
}

void failure_say_value(const struct failure *failure, enum diag_code code, struct place place)
{
    struct line line = line_at(failure->source, place.line);
    size_t from = line_value(line, line_byte(line, place.column));
    failure_say_quoted(failure, code, place, "", line.text + from, line.length - from);
}

static void say_comment(const struct failure *failure, struct line line, size_t comment,
                        const struct buffer *whole)
{
    struct buffer shown = {0};
    buffer_add(&shown, line.text + comment, line.length - comment);
    failure_say_quoted(failure, MESSAGE_RECORD_HASHTAG, failure_place_in(failure, line, comment),
                       buffer_text(&shown), whole->bytes, whole->length);
    buffer_free(&shown);
}

/* The comment at a byte of a line cuts the text that goes on after it with `rest`. */
static void say_cut(const struct failure *failure, struct line line, size_t comment,
                    struct line rest)
{
    struct buffer whole = {0};
    size_t from = line_value(line, comment);
    size_t indent = line_indentation(rest);
    buffer_add(&whole, line.text + from, line.length - from);
    buffer_add_string(&whole, rest.length > indent ? " " : "");
    buffer_add(&whole, rest.text + indent, rest.length - indent);
    say_comment(failure, line, comment, &whole);
    buffer_free(&whole);
}

/* The same in brackets, where signs end the text on both sides. */
static void say_cut_inside(const struct failure *failure, struct line line, size_t comment)
{
    size_t from = comment, to = comment;
    while (from > line_indentation(line) && strchr("[{,", line.text[from - 1]) == NULL &&
           !(line.text[from - 1] == ' ' && line.text[from - 2] == ':'))
        from--;
    while (to < line.length && strchr("]},", line.text[to]) == NULL)
        to++;
    while (from < comment && line.text[from] == ' ')
        from++;
    struct buffer whole = {0};
    buffer_add(&whole, line.text + from, to - from);
    say_comment(failure, line, comment, &whole);
    buffer_free(&whole);
}

static bool is_remark(struct line line)
{
    size_t comment = line_comment(line);
    return comment + 1 >= line.length || line.text[comment + 1] == ' ';
}

/* A key or an item, which is perhaps too deep: no text goes on with it. */
static bool is_entry(struct line line)
{
    size_t at = line_indentation(line);
    if (at + 1 < line.length && line.text[at] == '-' && line.text[at + 1] == ' ')
        return true;
    for (; at < line.length; at++)
        if (line.text[at] == ':' && (at + 1 == line.length || line.text[at + 1] == ' '))
            return true;
    return false;
}

/* A line that is deeper than the last text above, which a comment ended: it was to go on with it. */
bool failure_report_cut_above(const struct failure *failure, struct line line)
{
    struct line cut = {0};
    struct line above = line;
    size_t indent = 0;
    do {
        above = line_before(failure->source, above);
        indent = line_indentation(above);
        if (indent < above.length && above.text[indent] == '#')
            cut = above;
    } while (above.number > 0 &&
             (indent == above.length || above.text[indent] == '#' || above.text[indent] == '\r'));
    if (above.number == 0 || indent >= line_indentation(line))
        return false;
    if (line_comment(above) < above.length)
        cut = above;
    if (cut.number == 0 || (is_remark(cut) && is_entry(line)))
        return false;
    say_cut(failure, cut, line_comment(cut), line);
    return true;
}

/* In brackets: the first comment after something else hid what closes them. */
bool failure_report_cut_inside(const struct failure *failure)
{
    const char *end = failure->source->text + failure->source->length;
    struct line line = line_at(failure->source, failure->context.line);
    while (line.number <= failure->problem.line) {
        size_t comment = line_comment(line);
        if (comment < line.length && comment > line_indentation(line)) {
            say_cut_inside(failure, line, comment);
            return true;
        }
        const char *next = line.text + line.length + 1;
        if (next >= end)
            return false;
        const char *stop = memchr(next, '\n', (size_t)(end - next));
        line = (struct line){next, (size_t)((stop != NULL ? stop : end) - next), line.number + 1};
    }
    return false;
}

void failure_say_cut(const struct failure *failure, struct line line, size_t comment)
{
    say_cut(failure, line, comment, (struct line){0});
}
