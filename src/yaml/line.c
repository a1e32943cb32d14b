#include "yaml/line.h"

#include <string.h>

#include "base/utf8.h"
#include "yaml/node_parse.h"

struct line line_at(const struct source *source, uint32_t number)
{
    const char *text = source->text + node_text_start(source);
    const char *end = source->text + source->length;
    const char *stop = NULL;
    for (uint32_t i = 1; (stop = memchr(text, '\n', (size_t)(end - text))) != NULL; i++) {
        if (i == number)
            return (struct line){text, (size_t)(stop - text), number};
        text = stop + 1;
    }
    return (struct line){text, (size_t)(end - text), number};
}

struct line line_before(const struct source *source, struct line line)
{
    const char *first = source->text + node_text_start(source);
    if (line.text == first)
        return (struct line){first, 0, 0};
    const char *end = line.text - 1;
    const char *start = end;
    while (start > first && start[-1] != '\n')
        start--;
    return (struct line){start, (size_t)(end - start), line.number - 1};
}

size_t line_indentation(struct line line)
{
    size_t at = 0;
    while (at < line.length && (line.text[at] == ' ' || line.text[at] == '\t'))
        at++;
    return at;
}

size_t line_byte(struct line line, uint32_t column)
{
    size_t at = 0;
    for (uint32_t i = 1; i < column && at < line.length; i++)
        utf8_next(line.text, line.length, &at);
    return at;
}

uint32_t line_column(struct line line, size_t byte)
{
    return (uint32_t)utf8_count(line.text, byte) + 1;
}

static bool is_key_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("_-.\"'", c) != NULL;
}

static bool is_blank_at(struct line line, size_t at)
{
    return at < line.length && (line.text[at] == ' ' || line.text[at] == '\t');
}

static size_t skip_blanks(struct line line, size_t at)
{
    while (is_blank_at(line, at))
        at++;
    return at;
}

size_t line_value(struct line line, size_t byte)
{
    size_t at = line_indentation(line);
    while (at < line.length && line.text[at] == '-' && is_blank_at(line, at + 1))
        at = skip_blanks(line, at + 1);
    size_t colon = at;
    while (colon < line.length && is_key_letter(line.text[colon]))
        colon++;
    bool is_key =
        colon > at && colon < byte && line.text[colon] == ':' && is_blank_at(line, colon + 1);
    return is_key ? skip_blanks(line, colon + 1) : at;
}

/* The byte after a quoted text that begins here, or the line's length. */
static size_t after_quotes(struct line line, size_t at)
{
    char quote = line.text[at++];
    for (; at < line.length; at++) {
        if (quote == '"' && line.text[at] == '\\')
            at++;
        else if (line.text[at] == quote)
            return at + 1;
    }
    return line.length;
}

size_t line_comment(struct line line)
{
    bool begins = true; /* a value may begin here, so a quote is one */
    for (size_t at = 0; at < line.length; at++) {
        char c = line.text[at];
        if (begins && (c == '"' || c == '\'')) {
            at = after_quotes(line, at) - 1;
            begins = false;
        } else if (c == '#' && (at == 0 || is_blank_at(line, at - 1))) {
            return at;
        } else if (c != ' ' && c != '\t') {
            begins = strchr("-:,[{", c) != NULL;
        }
    }
    return line.length;
}
