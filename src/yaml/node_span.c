/*
 * Where values end. libyaml is right about everything but block scalars, which for it run on to the
 * next text: lines that are not theirs are taken off here, from the end.
 */
#include <string.h>

#include "base/utf8.h"
#include "yaml/node.h"
#include "yaml/node_parse.h"

/* Takes one line end off, if there is one. */
static size_t before_line_end(const char *text, size_t end)
{
    if (end > 0 && text[end - 1] == '\n')
        end--;
    return end > 0 && text[end - 1] == '\r' ? end - 1 : end;
}

/* The start of the line if it has nothing but indentation, or SIZE_MAX. */
static size_t blank_line(const struct node *block, size_t end)
{
    const char *text = block->place.source->text;
    size_t start = end;
    while (text[start - 1] == ' ')
        start--;
    return text[start - 1] == '\n' && end - start <= block->indent ? start : SIZE_MAX;
}

size_t node_block_end(const struct node *block, size_t end)
{
    const char *text = block->place.source->text;
    size_t header = strspn(text + block->offset, "|>+-123456789");
    if (block->length == 0)
        return block->offset + header;
    end = before_line_end(text, end);
    if (memchr(text + block->offset, '+', header) != NULL)
        return end;
    for (size_t start; (start = blank_line(block, end)) != SIZE_MAX;)
        end = before_line_end(text, start);
    return end;
}

bool node_is_bracketed(const struct node *node)
{
    char c = node->place.source->text[node->offset];
    return (node->kind == NODE_MAP && c == '{') || (node->kind == NODE_LIST && c == '[');
}

struct node_span node_span(const struct node *node)
{
    const struct source *source = node->place.source;
    struct node_span span = {node->offset, node->end, node->place, node->place};
    for (size_t at = node->offset; at < node->end;) {
        char32_t c = utf8_next(source->text, source->length, &at);
        span.to.column = c == '\n' ? 1 : span.to.column + 1;
        span.to.line += c == '\n';
    }
    return span;
}
