/*
 * The braces are found by plain search; only between them quotes have a meaning.
 */
#include "formula/placeholder.h"

#include <string.h>

static bool is_pair(const struct text *text, size_t at, char brace)
{
    return at + 1 < text->length && text->bytes[at] == brace && text->bytes[at + 1] == brace;
}

/* Finds the closing braces of a placeholder that is open. */
static bool find_close(const struct text *text, size_t at, size_t *close)
{
    char quote = '\0';
    for (; at + 1 < text->length; at++) {
        char c = text->bytes[at];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (is_pair(text, at, '{'))
            return false;
        else if (is_pair(text, at, '}')) {
            *close = at;
            return true;
        }
    }
    return false;
}

bool placeholder_next(const struct text *text, size_t at, struct placeholder *out)
{
    for (;; at++) {
        const char *brace =
            at < text->length ? memchr(text->bytes + at, '{', text->length - at) : NULL;
        if (brace == NULL)
            return false;
        at = (size_t)(brace - text->bytes);
        if (is_pair(text, at, '{'))
            break;
    }
    *out = (struct placeholder){.start = at, .inside = at + 2, .close = at + 2, .end = at + 2};
    out->is_closed = find_close(text, out->inside, &out->close);
    if (out->is_closed)
        out->end = out->close + 2;
    return true;
}

const struct expr *placeholder_parse(struct arena *arena, struct diag *diag,
                                     const struct text *text, const struct placeholder *placeholder)
{
    if (!placeholder->is_closed) {
        if (diag != NULL)
            diag_say(diag, MESSAGE_EXPR_UNCLOSED, expr_text_place(text, placeholder->start));
        return NULL;
    }
    const struct expr_reader reader = {arena, diag, text};
    return expr_parse(&reader, placeholder->inside, placeholder->close);
}
