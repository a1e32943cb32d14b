#include "exchange/lines.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"

/* How an item is numbered: "1.", "1)", "(1)", and the same in Thai digits. */
enum {
    STYLE_POINT,
    STYLE_BRACKET,
    STYLE_BRACKETS,
    STYLES_OF_A_SCRIPT,
    STYLES = 2 * STYLES_OF_A_SCRIPT
};

struct mark {
    int number; /* 0: none */
    int style;
    const char *after; /* the text, after the mark and blanks */
};

static bool read_digits(const char *line, size_t length, size_t *at, struct mark *mark)
{
    enum { MOST = 999 };
    size_t from = *at;
    while (*at < length && mark->number <= MOST) {
        size_t next = *at;
        char32_t c = utf8_next(line, length, &next);
        int digit = digit_value(c);
        if (digit < 0)
            break;
        mark->number = mark->number * 10 + digit;
        mark->style = utf8_is_thai_digit(c) ? STYLES_OF_A_SCRIPT : 0;
        *at = next;
    }
    return *at > from;
}

/* The mark that a line begins with; its number is 0 where there is none. */
static struct mark read_mark(const char *line, const char *end)
{
    size_t length = (size_t)(end - line), at = utf8_skip_blanks(line, 0, length);
    struct mark mark = {.after = line};
    bool is_open = at < length && line[at] == '(';
    at += is_open;
    bool has_digits = read_digits(line, length, &at, &mark);
    bool is_closed = at < length && (line[at] == ')' || (line[at] == '.' && !is_open));
    if (!has_digits || !is_closed)
        return (struct mark){.after = line};
    mark.style += is_open ? STYLE_BRACKETS : line[at] == ')' ? STYLE_BRACKET : STYLE_POINT;
    size_t after = utf8_skip_blanks(line, at + 1, length);
    if (after == at + 1 && after < length) /* 1.5 */
        return (struct mark){.after = line};
    mark.after = line + after;
    return mark;
}

static void add_mark(struct buffer *out, int style, size_t number)
{
    bool is_open = style % STYLES_OF_A_SCRIPT == STYLE_BRACKETS;
    bool has_point = style % STYLES_OF_A_SCRIPT == STYLE_POINT;
    struct buffer text = {0};
    buffer_printf(&text, "%s%zu%s ", is_open ? "(" : "", number, has_point ? "." : ")");
    digit_add_text(out, buffer_text(&text), text.length,
                   style >= STYLES_OF_A_SCRIPT ? DIGIT_THAI : DIGIT_WESTERN);
    buffer_free(&text);
}

static const char *line_end(const char *line)
{
    return line + strcspn(line, "\n");
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

/* Whether a text would be read without its start. */
static bool looks_marked(const char *text)
{
    const char *end = line_end(text);
    return read_mark(text, end).number > 0 || after_hyphen(text, end) != text;
}

/* The first style that no line of the texts has. */
static int free_style(const struct texts *texts)
{
    bool used[STYLES] = {false};
    for (size_t i = 0; i < texts->count; i++)
        for (const char *line = texts->item[i].bytes; *line != '\0';) {
            const char *end = line_end(line);
            struct mark mark = read_mark(line, end);
            if (mark.number > 0)
                used[mark.style] = true;
            line = end + (*end == '\n');
        }
    for (int style = 0; style < STYLES; style++)
        if (!used[style])
            return style;
    return STYLE_POINT;
}

static size_t trimmed(const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    return length;
}

const char *lines_join(struct arena *arena, const struct texts *texts)
{
    struct buffer out = {0};
    bool numbers = false;
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->item[i].bytes;
        numbers = numbers || memchr(text, '\n', trimmed(text)) != NULL || looks_marked(text);
    }
    int style = free_style(texts);
    for (size_t i = 0; i < texts->count; i++) {
        buffer_add_string(&out, i > 0 ? "\n" : "");
        if (numbers)
            add_mark(&out, style, i + 1);
        buffer_add(&out, texts->item[i].bytes, trimmed(texts->item[i].bytes));
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

/* Items that are numbered from one on in one style; what is before the next number belongs to the one before. */
static void add_numbered(struct arena *arena, const char *cell, const struct mark *first,
                         struct lines *out)
{
    int expected = 2;
    const char *from = first->after;
    for (const char *line = line_end(cell); *line != '\0'; line = line_end(line)) {
        line++;
        struct mark mark = read_mark(line, line_end(line));
        if (mark.number != expected || mark.style != first->style)
            continue;
        add(arena, out, from, line);
        from = mark.after;
        expected++;
    }
    add(arena, out, from, cell + strlen(cell));
}

void lines_add(struct arena *arena, const char *cell, struct lines *out)
{
    while (*cell == '\n' || *cell == ' ')
        cell++;
    struct mark first = read_mark(cell, line_end(cell));
    if (first.number == 1) {
        add_numbered(arena, cell, &first, out);
        return;
    }
    for (const char *line = cell; *line != '\0';) {
        const char *end = line_end(line);
        add(arena, out, after_hyphen(line, end), end);
        line = end + (*end == '\n');
    }
}
