#include "base/unwritten.h"

#include <string.h>

#include "base/utf8.h"

static bool is_at(const char *text, size_t length, size_t at, const char *brackets)
{
    return at + 2 <= length && memcmp(text + at, brackets, 2) == 0;
}

static bool opens(const char *text, size_t length, size_t at)
{
    size_t next = at + 2;
    return is_at(text, length, at, UNWRITTEN_OPEN) && next < length &&
           strchr("<>\n.,;:|)]}", text[next]) == NULL && utf8_blank(text, next, length) == 0;
}

bool unwritten_next(const char *text, size_t length, size_t at, struct unwritten *out)
{
    while (at < length && !opens(text, length, at))
        at += 1 + (size_t)is_at(text, length, at, UNWRITTEN_OPEN);
    if (at >= length)
        return false;
    size_t end = at + 2;
    while (end < length && text[end] != '\n' && !is_at(text, length, end, UNWRITTEN_CLOSE))
        end++;
    bool is_closed = is_at(text, length, end, UNWRITTEN_CLOSE);
    *out = (struct unwritten){at, is_closed ? end + 2 : end};
    return true;
}
