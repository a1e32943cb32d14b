/* Lines that are Markdown's and no text of a report. */
#include "base/utf8.h"
#include "prose/walker.h"

enum { SHORTEST_RULE = 3 };

size_t refused_count(const struct walker *walker, size_t at, char c)
{
    size_t end = walker_line(walker)->end, count = 0;
    while (at + count < end && walker->reading->bytes[at + count] == c)
        count++;
    return count;
}

static bool is_heading(const struct walker *walker, size_t at)
{
    size_t signs = refused_count(walker, at, '#'), end = walker_line(walker)->end;
    return signs >= 1 && signs <= 6 &&
           (at + signs == end || utf8_blank(walker->reading->bytes, at + signs, end) > 0);
}

/* A line of nothing but one sign, blanks between them or not. A line of underscores is to be filled
 * in, and a dash alone is an item. */
static bool is_rule(const struct walker *walker, size_t at)
{
    const char *text = walker->reading->bytes;
    size_t end = walker_line(walker)->end, count = 0, start = at;
    char sign = text[at];
    if (sign == '\0' || strchr("-*_=", sign) == NULL)
        return false;
    while (at < end) {
        size_t blank = utf8_blank(text, at, end);
        if (blank == 0 && text[at] != sign)
            return false;
        count += blank == 0;
        at += blank > 0 ? blank : 1;
    }
    bool is_whole = count == end - start;
    if (sign == '_')
        return count == SHORTEST_RULE || (count > SHORTEST_RULE && !is_whole);
    return count >= SHORTEST_RULE && (sign != '=' || is_whole);
}

static bool is_fence(const struct walker *walker, size_t at)
{
    return refused_count(walker, at, '`') >= 3 || refused_count(walker, at, '~') >= 3;
}

/* [name]: https://… which links elsewhere would refer to. */
static bool is_reference(const struct walker *walker, size_t at)
{
    const char *text = walker->reading->bytes;
    size_t end = walker_line(walker)->end;
    if (text[at] != '[')
        return false;
    const char *close = memchr(text + at, ']', end - at);
    if (close == NULL || close[1] != ':')
        return false;
    size_t rest = utf8_skip_blanks(text, (size_t)(close - text) + 2, end);
    return rest < end &&
           (text[rest] == '<' || strncmp(text + rest, "http", 4) == 0 || text[rest] == '/');
}

bool refused_line(const struct walker *walker, size_t at, enum diag_code *code)
{
    char first = walker->reading->bytes[at];
    if (is_heading(walker, at))
        *code = MESSAGE_PROSE_HEADING;
    else if (first == '>')
        *code = MESSAGE_PROSE_QUOTE;
    else if (is_fence(walker, at))
        *code = MESSAGE_PROSE_CODE;
    else if (is_rule(walker, at))
        *code = walker->is_open ? MESSAGE_PROSE_UNDERLINE : MESSAGE_PROSE_RULE;
    else if (is_reference(walker, at))
        *code = MESSAGE_PROSE_LINK_REFERENCE;
    else if (first == '|')
        *code = MESSAGE_PROSE_TABLE_HEAD;
    else
        return false;
    return true;
}
