/*
 * A piece ends at its own end; only tags and declarations have quotes that may hide one.
 */
#include "image/markup.h"

#include <string.h>

bool markup_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool markup_begins(const struct markup_part *part, const char *text)
{
    size_t length = strlen(text);
    return part->length >= length && memcmp(part->bytes, text, length) == 0;
}

bool markup_is(const struct markup_part *part, const char *text)
{
    return part->length == strlen(text) && markup_begins(part, text);
}

static void drop(struct markup_part *part, size_t count)
{
    part->bytes += count;
    part->length -= count;
}

const char *markup_find(const struct markup_part *part, const char *text)
{
    for (struct markup_part rest = *part; rest.length > 0; drop(&rest, 1))
        if (rest.bytes[0] == text[0] && markup_begins(&rest, text))
            return rest.bytes;
    return NULL;
}

struct markup_part markup_trim(struct markup_part part)
{
    while (part.length > 0 && markup_is_space(part.bytes[0]))
        drop(&part, 1);
    while (part.length > 0 && markup_is_space(part.bytes[part.length - 1]))
        part.length--;
    return part;
}

struct markup markup_open(const void *bytes, size_t length)
{
    struct markup_part all = {bytes, length};
    if (markup_begins(&all, "\xEF\xBB\xBF"))
        drop(&all, 3);
    return (struct markup){.at = all.bytes, .end = all.bytes + all.length, .start = all.bytes};
}

/* ---- Pieces ---- */

static struct markup_part rest_of(const struct markup *markup)
{
    return (struct markup_part){markup->at, (size_t)(markup->end - markup->at)};
}

/* A piece between two marks, the first of which is next. */
static enum markup_kind take_between(struct markup *markup, const char *first, const char *last,
                                     enum markup_kind kind)
{
    struct markup_part rest = rest_of(markup);
    drop(&rest, strlen(first));
    const char *end = markup_find(&rest, last);
    if (end == NULL)
        return MARKUP_BROKEN;
    markup->body = (struct markup_part){rest.bytes, (size_t)(end - rest.bytes)};
    markup->at = end + strlen(last);
    return kind;
}

/* The > that ends a tag, or a declaration with others in brackets; or NULL. */
static const char *find_end(const struct markup *markup)
{
    char quote = 0;
    int depth = 0;
    for (const char *at = markup->at; at < markup->end; at++) {
        if (quote != 0)
            quote = *at == quote ? 0 : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '[')
            depth++;
        else if (*at == ']')
            depth--;
        else if (*at == '>' && depth <= 0)
            return at;
    }
    return NULL;
}

static bool ends_name(char c)
{
    return markup_is_space(c) || c == '/' || c == '=' || c == '>' || c == '<';
}

/* Takes a name off a part; its prefix is left out. */
static struct markup_part take_name(struct markup_part *part)
{
    struct markup_part name = {part->bytes, 0};
    while (part->length > 0 && !ends_name(part->bytes[0])) {
        char c = part->bytes[0];
        drop(part, 1);
        name.length++;
        if (c == ':')
            name = (struct markup_part){part->bytes, 0};
    }
    return name;
}

static enum markup_kind take_tag(struct markup *markup, size_t before, enum markup_kind kind)
{
    const char *end = find_end(markup);
    if (end == NULL)
        return MARKUP_BROKEN;
    struct markup_part inside = {markup->at + before, (size_t)(end - markup->at) - before};
    markup->is_empty = kind == MARKUP_START && inside.length > 0 && end[-1] == '/';
    inside.length -= markup->is_empty;
    markup->name = take_name(&inside);
    markup->body = inside;
    markup->at = end + 1;
    return markup->name.length > 0 ? kind : MARKUP_BROKEN;
}

static enum markup_kind take_text(struct markup *markup)
{
    markup->body = rest_of(markup);
    const char *next = memchr(markup->at, '<', markup->body.length);
    if (next != NULL)
        markup->body.length = (size_t)(next - markup->at);
    markup->at += markup->body.length;
    return MARKUP_TEXT;
}

enum markup_kind markup_next(struct markup *markup)
{
    struct markup_part rest = rest_of(markup);
    markup->start = markup->at;
    if (rest.length == 0)
        return MARKUP_OVER;
    if (rest.bytes[0] != '<')
        return take_text(markup);
    if (markup_begins(&rest, "<!--"))
        return take_between(markup, "<!--", "-->", MARKUP_COMMENT);
    if (markup_begins(&rest, "<![CDATA["))
        return take_between(markup, "<![CDATA[", "]]>", MARKUP_TEXT);
    if (markup_begins(&rest, "<?"))
        return take_between(markup, "<?", "?>", MARKUP_INSTRUCTION);
    if (markup_begins(&rest, "<!"))
        return take_tag(markup, 2, MARKUP_DOCTYPE);
    return markup_begins(&rest, "</") ? take_tag(markup, 2, MARKUP_END)
                                      : take_tag(markup, 1, MARKUP_START);
}

/* ---- Attributes ---- */

bool markup_attribute(struct markup_part *body, struct markup_part *name, struct markup_part *value)
{
    *body = markup_trim(*body);
    struct markup_part rest = *body;
    *name = take_name(&rest);
    rest = markup_trim(rest);
    if (name->length == 0 || !markup_begins(&rest, "="))
        return false;
    drop(&rest, 1);
    rest = markup_trim(rest);
    if (!markup_begins(&rest, "\"") && !markup_begins(&rest, "'"))
        return false;
    char quote = rest.bytes[0];
    drop(&rest, 1);
    const char *end = rest.length > 0 ? memchr(rest.bytes, quote, rest.length) : NULL;
    if (end == NULL)
        return false;
    *value = (struct markup_part){rest.bytes, (size_t)(end - rest.bytes)};
    drop(&rest, value->length + 1);
    *body = rest;
    return true;
}
