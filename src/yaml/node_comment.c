#include "yaml/node_comment.h"

#include <string.h>

#include "base/utf8.h"
#include "yaml/node_parse.h"

static size_t skip_blanks(const char *text, size_t at)
{
    return at + strspn(text + at, " \t"); /* the text ends with NUL */
}

/* Whether a # of a comment is joined to a word; a row of them (##) counts as one. */
static bool has_hashtag(const char *text, size_t length)
{
    for (size_t at = 0; at < length; at++) {
        bool begins = text[at] == '#' && (at == 0 || strchr(" \t", text[at - 1]) != NULL);
        size_t signs = begins ? strspn(text + at, "#") : 0;
        if (begins && at + signs < length && strchr(" \t", text[at + signs]) == NULL)
            return true;
    }
    return false;
}

/* The comment that begins at an offset; place is that of an offset before it on the same line. */
static struct node_comment comment_at(struct place place, size_t from, size_t start)
{
    const char *text = place.source->text;
    size_t end = start + strcspn(text + start, "\n");
    if (end > start && text[end - 1] == '\r')
        end--;
    place.column += (uint32_t)utf8_count(text + from, start - from);
    return (struct node_comment){.found = true,
                                 .hashtag = has_hashtag(text + start, end - start),
                                 .start = start,
                                 .end = end,
                                 .place = place};
}

static bool is_in_brackets(const struct node *node)
{
    const struct node *parent = node->parent;
    while (parent != NULL && parent->kind == NODE_MAP && !node_is_bracketed(parent))
        parent = parent->parent; /* a map of one pair in a list of brackets has none of its own */
    return parent != NULL && node_is_bracketed(parent);
}

struct node_comment node_comment_after(const struct node *node)
{
    const char *text = node->place.source->text;
    struct place place = node->place;
    size_t from = node->end;
    if (node->block)
        from = node->offset + strspn(text + node->offset, "|>+-123456789");
    else
        place = node_span(node).to;
    if (node->block)
        place.column += (uint32_t)(from - node->offset);
    size_t at = skip_blanks(text, from);
    bool apart = text[at] == ',' && is_in_brackets(node);
    if (apart)
        at = skip_blanks(text, at + 1);
    if (text[at] != '#')
        return (struct node_comment){0};
    struct node_comment comment = comment_at(place, from, at);
    comment.apart = apart;
    return comment;
}

/* The # after a line's last colon or hyphen, or the end of the line. */
static size_t comment_after_sign(const char *text, size_t at)
{
    char last = ' ';
    for (; text[at] != '\0' && text[at] != '\n'; at++) {
        if ((last == ':' || last == '-') && text[at] == '#' && strchr(" \t", text[at - 1]) != NULL)
            return at;
        if (strchr(" \t", text[at]) == NULL)
            last = text[at];
    }
    return at;
}

static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

struct node_comment node_comment_before(const struct node *node)
{
    const struct source *source = node->place.source;
    const char *text = source->text;
    size_t start = node->offset;
    struct place place = node->place;
    while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '\t'))
        start--;
    if (start == 0 || text[start - 1] != '\n')
        return (struct node_comment){0}; /* something else is before it on its line */
    while (start > 0) {
        start = line_start(text, start - 1);
        place.line--;
        size_t first = skip_blanks(text, start);
        if (strchr("#\r\n", text[first]) == NULL)
            break;
    }
    place.column = 1;
    size_t from = start > 0 ? start : node_text_start(source);
    size_t at = from < node->offset ? comment_after_sign(text, skip_blanks(text, from)) : from;
    bool found = text[at] == '#' && at > from && place.line < node->place.line;
    return found ? comment_at(place, from, at) : (struct node_comment){0};
}

struct node_comment node_comment_below(const struct node *node)
{
    const char *text = node->place.source->text;
    const struct node *parent = node->parent;
    size_t end = skip_blanks(text, node->end);
    end += text[end] == '\r';
    if (node->quoted || parent == NULL || is_in_brackets(node) || text[end] != '\n')
        return (struct node_comment){0};
    struct place place = node_span(node).to;
    place.line++;
    place.column = 1;
    size_t from = end + 1;
    size_t at = skip_blanks(text, from);
    bool goes_on = text[at] == '#' && at - from >= parent->place.column;
    return goes_on ? comment_at(place, from, at) : (struct node_comment){0};
}
