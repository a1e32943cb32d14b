#include "yaml/line_mark.h"

#include <string.h>

#include "base/utf8.h"

enum { DIGITS = 3 }; /* more are a year or an amount */

/* A text and how far it was read. */
struct reader {
    const char *text;
    size_t length;
    size_t at;
};

static char32_t peek(const struct reader *reader)
{
    size_t at = reader->at;
    return at < reader->length ? utf8_next(reader->text, reader->length, &at) : U' ';
}

static char32_t take(struct reader *reader)
{
    return reader->at < reader->length ? utf8_next(reader->text, reader->length, &reader->at) : 0;
}

static bool is_in(char32_t c, const char32_t *set)
{
    while (*set != 0 && *set != c)
        set++;
    return *set != 0;
}

static bool is_blank(char32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0;
}

/* Word writes the signs of its symbol fonts as U+F000 and more. */
static bool is_sign(char32_t c)
{
    return is_in(c, U"-–—•◦‣▪▫■□●○◆◇➢➤►☐☑✓✔") || (c >= 0xF020 && c <= 0xF0FF);
}

static struct line_mark read_sign(struct reader reader)
{
    char32_t sign = take(&reader);
    char32_t next = peek(&reader);
    bool is_mark = is_sign(sign) ? is_blank(next) || (utf8_is_thai(next) && !utf8_is_digit(next))
                                 : is_in(sign, U"*+·") && is_blank(next);
    return (struct line_mark){is_mark ? reader.at : 0, 0};
}

/* ๑ or 12, or the place of ก ข ค ง … among the letters that count; 0 when there is neither. */
static int read_number(struct reader *reader)
{
    static const char32_t letters[] = U"กขคงจฉชซฌญฎฏฐ";
    int number = 0;
    for (int i = 0; i < DIGITS && utf8_is_digit(peek(reader)); i++) {
        char32_t c = take(reader);
        number = number * 10 + (int)(c - (utf8_is_thai_digit(c) ? 0x0E50u : (unsigned)'0'));
    }
    for (int i = 0; number == 0 && letters[i] != 0; i++)
        if (peek(reader) == letters[i]) {
            take(reader);
            return i + 1;
        }
    return number;
}

static struct line_mark read_numbered(struct reader reader)
{
    bool opened = peek(&reader) == '(';
    if (opened)
        take(&reader);
    int number = read_number(&reader);
    char32_t after = take(&reader);
    bool is_mark =
        number > 0 && (after == ')' || (after == '.' && !opened)) && is_blank(peek(&reader));
    return (struct line_mark){is_mark ? reader.at : 0, number};
}

static struct line_mark read_markdown(struct reader reader)
{
    static const char *const marks[] = {"|",   "> ", "---", "===", "***",
                                        "___", "![", "[^",  "```", "~~~"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (reader.length >= length && memcmp(reader.text, marks[i], length) == 0)
            return (struct line_mark){strcspn(marks[i], " "), 0};
    }
    return (struct line_mark){0};
}

struct line_mark line_mark_read(const char *text, size_t length)
{
    struct reader reader = {text, length, 0};
    struct line_mark mark = read_sign(reader);
    if (mark.length == 0)
        mark = read_markdown(reader);
    return mark.length > 0 ? mark : read_numbered(reader);
}
