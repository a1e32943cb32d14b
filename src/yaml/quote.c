#include "yaml/quote.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* Code points of a long text that are shown. */
enum { HEAD = 48, TAIL = 24 };

static size_t bytes_of(const char *text, size_t length, size_t count)
{
    size_t at = 0;
    while (count-- > 0 && at < length)
        utf8_next(text, length, &at);
    return at;
}

static void add(struct buffer *out, const char *text, size_t length, char quote)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == quote && quote == '\'')
            buffer_add_char(out, quote);
        buffer_add_char(out, text[i]);
    }
}

void quote_scalar(struct buffer *out, const char *text, size_t length)
{
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\r'))
        length--;
    bool single = memchr(text, '"', length) != NULL || memchr(text, '\\', length) != NULL;
    char quote = single ? '\'' : '"';
    size_t count = utf8_count(text, length);
    size_t head = count > HEAD + TAIL ? bytes_of(text, length, HEAD) : length;
    buffer_add_char(out, quote);
    add(out, text, head, quote);
    if (head < length) {
        size_t tail = bytes_of(text, length, count - TAIL);
        buffer_add_string(out, "…");
        add(out, text + tail, length - tail, quote);
    }
    buffer_add_char(out, quote);
}
