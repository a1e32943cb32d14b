#include "exchange/lines.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"

/* After the mark of an item at the start of a line and the blanks after it; the same place where there is none. *number is
 * 0 for a mark without one. */
static const char *after_mark(const char *line, const char *end, int *number)
{
    enum { MOST = 999 };
    size_t at = utf8_skip_blanks(line, 0, (size_t)(end - line)), length = (size_t)(end - line);
    int value = 0;
    size_t digits = 0;
    bool has_bracket = at < length && line[at] == '(';
    at += has_bracket;
    while (at < length) {
        size_t next = at;
        int digit = digit_value(utf8_next(line, length, &next));
        if (digit < 0 || value > MOST)
            break;
        value = value * 10 + digit;
        at = next;
        digits++;
    }
    *number = value;
    bool is_closed =
        digits > 0 && at < length && strchr(has_bracket ? ")" : ".)", line[at]) != NULL;
    if (!is_closed)
        return line;
    size_t after = utf8_skip_blanks(line, at + 1, length);
    return after > at + 1 || after == length ? line + after : line;
}

static const char *line_end(const char *line)
{
    return line + strcspn(line, "\n");
}

static bool looks_numbered(const char *text)
{
    int number;
    return after_mark(text, line_end(text), &number) != text;
}

const char *lines_join(struct arena *arena, const struct texts *texts)
{
    struct buffer out = {0};
    bool numbers = false;
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->item[i].bytes;
        size_t length = strlen(text);
        while (length > 0 && text[length - 1] == '\n')
            length--;
        numbers = numbers || memchr(text, '\n', length) != NULL || looks_numbered(text);
    }
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->item[i].bytes;
        size_t length = strlen(text);
        while (length > 0 && text[length - 1] == '\n')
            length--;
        buffer_add_string(&out, i > 0 ? "\n" : "");
        if (numbers)
            buffer_printf(&out, "%zu. ", i + 1);
        buffer_add(&out, text, length);
    }
    const char *copy = arena_string(arena, buffer_text(&out));
    buffer_free(&out);
    return copy;
}

/* ---- apart ---- */

static void add(struct arena *arena, struct lines *out, const char *from, const char *to)
{
    size_t start = utf8_skip_blanks(from, 0, (size_t)(to - from));
    from += start;
    while (from < to && (*from == '\n' || *from == ' '))
        from++;
    while (to > from && strchr(" \n\r\t", to[-1]) != NULL)
        to--;
    if (from == to)
        return;
    out->item = arena_room(arena, out->item, out->count, &out->room, sizeof *out->item);
    out->item[out->count++] = arena_copy(arena, from, (size_t)(to - from));
}

/* Items that are numbered from one on; what is before the next number belongs to the one before. */
static void add_numbered(struct arena *arena, const char *cell, struct lines *out)
{
    int expected = 2, number;
    const char *from = after_mark(cell, line_end(cell), &number);
    for (const char *line = line_end(cell); *line != '\0'; line = line_end(line)) {
        line++;
        const char *after = after_mark(line, line_end(line), &number);
        if (after == line || number != expected)
            continue;
        add(arena, out, from, line);
        from = after;
        expected++;
    }
    add(arena, out, from, cell + strlen(cell));
}

/* After a hyphen or a bullet, and the blanks after it. */
static const char *after_hyphen(const char *line, const char *end)
{
    static const char *const marks[] = {"- ", "• ", "– ", "* "};
    size_t at = utf8_skip_blanks(line, 0, (size_t)(end - line));
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(line + at, marks[i], strlen(marks[i])) == 0)
            return line + at + strlen(marks[i]);
    return line;
}

void lines_add(struct arena *arena, const char *cell, struct lines *out)
{
    int number;
    while (*cell == '\n' || *cell == ' ')
        cell++;
    bool is_numbered = after_mark(cell, line_end(cell), &number) != cell && number == 1;
    if (is_numbered) {
        add_numbered(arena, cell, out);
        return;
    }
    for (const char *line = cell; *line != '\0';) {
        const char *end = line_end(line);
        add(arena, out, after_hyphen(line, end), end);
        line = end + (*end == '\n');
    }
}
