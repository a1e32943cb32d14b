#include "base/markdown.h"

#include <string.h>

enum { TAG_LONGEST = 40, ENTITY_LONGEST = 12, RAISED_LONGEST = 60, WORDS_LONGEST = 1000 };

/* NUL before the text and after it. */
struct view {
    const char *text;
    size_t length;
};

static char at(const struct view *view, size_t place)
{
    return place < view->length ? view->text[place] : '\0';
}

static char before(const struct view *view, size_t place)
{
    return place > 0 ? view->text[place - 1] : '\0';
}

static bool is_blank(char c)
{
    return c == '\0' || c == ' ' || c == '\t' || c == '\n';
}

static bool is_line_end(char c)
{
    return c == '\0' || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A letter of any script, or a digit: whatever is no sign of ASCII and no blank. */
static bool is_word(char c)
{
    return is_latin(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static size_t count_of(const struct view *view, size_t place, char c)
{
    size_t count = 0;
    while (at(view, place + count) == c)
        count++;
    return count;
}

/* The sign that closes the one at a place, on the same line and not far off; 0 when there is none. */
static size_t closing(const struct view *view, size_t place,
                      bool (*closes)(const struct view *, size_t))
{
    char sign = at(view, place);
    for (size_t i = place + 1; i - place < WORDS_LONGEST && !is_line_end(at(view, i)); i++)
        if (at(view, i) == sign && closes(view, i))
            return i;
    return 0;
}

static bool star_closes(const struct view *view, size_t place)
{
    return !is_blank(before(view, place)) && !is_digit(at(view, place + 1));
}

/* **, or * before a word that another one ends */
static size_t star(const struct view *view, size_t place)
{
    size_t count = count_of(view, place, '*');
    char left = before(view, place), right = at(view, place + count);
    if (count > 1)
        return is_blank(left) && is_blank(right) ? 0 : count;
    bool opens = !is_blank(right) && !is_digit(left);
    return opens && closing(view, place, star_closes) > place + 1 ? 1 : 0;
}

static bool underscore_closes(const struct view *view, size_t place)
{
    return !is_blank(before(view, place)) && !is_word(at(view, place + 1)) &&
           at(view, place + 1) != '_';
}

/* __, or _ at a word's start that another one ends; more are a line to fill in */
static size_t underscore(const struct view *view, size_t place)
{
    size_t count = count_of(view, place, '_');
    char left = before(view, place), right = at(view, place + count);
    if (left == '_' || count > 2 || is_blank(right))
        return 0;
    if (count == 2)
        return 2;
    return !is_word(left) && closing(view, place, underscore_closes) > place + 1 ? 1 : 0;
}

/* ^๒^ */
static size_t caret(const struct view *view, size_t place)
{
    size_t end = place + 1;
    while (end - place < RAISED_LONGEST && !is_blank(at(view, end)) && at(view, end) != '^')
        end++;
    return end > place + 1 && at(view, end) == '^' ? end + 1 - place : 0;
}

/* <b>, </b>, <br/> */
static size_t tag(const struct view *view, size_t place)
{
    size_t end = place + 1 + (at(view, place + 1) == '/');
    if (!is_latin(at(view, end)))
        return 0;
    while (end - place < TAG_LONGEST && at(view, end) != '\0' &&
           strchr("<>:\n", at(view, end)) == NULL)
        end++;
    return at(view, end) == '>' ? end + 1 - place : 0;
}

/* &nbsp; &#160; */
static size_t entity(const struct view *view, size_t place)
{
    bool is_number = at(view, place + 1) == '#';
    size_t start = place + 1 + is_number, end = start;
    while (end - start < ENTITY_LONGEST && (is_latin(at(view, end)) || is_digit(at(view, end))))
        end++;
    bool is_named = end > start + 1 && is_latin(at(view, start));
    return at(view, end) == ';' && (is_number ? end > start : is_named) ? end + 1 - place : 0;
}

/* [^1], [words](address), ![image](file) */
static size_t bracket(const struct view *view, size_t place)
{
    size_t open = place + (at(view, place) == '!');
    if (at(view, open) != '[')
        return 0;
    size_t end = open;
    while (end - open < WORDS_LONGEST && !is_line_end(at(view, end)) && at(view, end) != ']')
        end++;
    if (at(view, end) != ']')
        return 0;
    bool is_note = at(view, open + 1) == '^' && end > open + 2;
    return is_note || at(view, end + 1) == '(' ? open + 1 + is_note - place : 0;
}

/* \* */
static size_t backslash(const struct view *view, size_t place)
{
    char next = at(view, place + 1);
    return next != '\0' && strchr("*_#[]`~^|\\", next) != NULL ? 2 : 0;
}

/* What only means something where a line begins: # heading, > quotation, - [ ] box, | cell |. */
static size_t line_start(const struct view *view, size_t place)
{
    size_t marks = count_of(view, place, '#');
    if (marks > 0 && marks <= 6 && at(view, place + marks) == ' ')
        return marks;
    if (at(view, place) == '>' && at(view, place + 1) == ' ')
        return 1;
    if (at(view, place) == '|' &&
        memchr(view->text + place + 1, '|', view->length - place - 1) != NULL)
        return 1;
    size_t box = place;
    if (at(view, box) == '-' && at(view, box + 1) == ' ')
        box += 2;
    bool is_box = at(view, box) == '[' && strchr(" xX", at(view, box + 1)) != NULL &&
                  at(view, box + 1) != '\0' && at(view, box + 2) == ']' && at(view, box + 3) == ' ';
    return is_box ? box + 3 - place : 0;
}

static size_t sign_at(const struct view *view, size_t place)
{
    char left = before(view, place);
    size_t length = left == '\0' || left == '\n' ? line_start(view, place) : 0;
    if (length > 0)
        return length;
    switch (at(view, place)) {
    case '*':
        return star(view, place);
    case '_':
        return underscore(view, place);
    case '^':
        return caret(view, place);
    case '<':
        return tag(view, place);
    case '&':
        return entity(view, place);
    case '!':
    case '[':
        return bracket(view, place);
    case '\\':
        return backslash(view, place);
    case '`':
        return 1;
    case '~':
        return count_of(view, place, '~') == 2 ? 2 : 0;
    default:
        return 0;
    }
}

struct markdown_sign markdown_find(const char *text, size_t length)
{
    struct view view = {text, length};
    for (size_t place = 0; place < length; place++) {
        if (strncmp(text + place, "{{", 2) == 0) {
            const char *close = strstr(text + place, "}}");
            if (close == NULL)
                break;
            place = (size_t)(close - text) + 1;
            continue;
        }
        size_t found = sign_at(&view, place);
        if (found > 0)
            return (struct markdown_sign){place, found};
        if (view.text[place] == '*' || view.text[place] == '_')
            place += count_of(&view, place, view.text[place]) - 1;
    }
    return (struct markdown_sign){0};
}
