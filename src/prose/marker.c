/*
 * Markers by their shape. Numbers have no zero in front, so that amounts (1.000) and times (08.30) are
 * none; after a marker there is a blank, or it is glued to a letter,
 * which blocks.c only believes when the next line is like it.
 */
#include "prose/marker.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"
#include "prose/reading.h"

enum { WORD_LONGEST = 60, KO_KAI = 0x0E01, HO_NOKHUK = 0x0E2E, ROMAN_HIGHEST = 39 };

/* What is read: *at moves. */
struct scanner {
    const char *text;
    size_t at, end;
};

static char32_t peek(const struct scanner *scanner)
{
    size_t at = scanner->at;
    if (at >= scanner->end || scanner->text[at] == READING_HOLE)
        return 0;
    return utf8_next(scanner->text, scanner->end, &at);
}

static void step(struct scanner *scanner)
{
    utf8_next(scanner->text, scanner->end, &scanner->at);
}

static bool take(struct scanner *scanner, char32_t c)
{
    if (peek(scanner) != c)
        return false;
    step(scanner);
    return true;
}

static bool is_blank_or_end(const struct scanner *scanner)
{
    return scanner->at == scanner->end ||
           reading_blank(scanner->text, scanner->at, scanner->end) > 0;
}

/* ---- numbers and letters ---- */

/* A number without a zero in front; 0 when there is none. */
static int take_number(struct scanner *scanner)
{
    int number = 0;
    size_t start = scanner->at;
    for (int digit; (digit = digit_value(peek(scanner))) >= 0; step(scanner)) {
        number = number * 10 + digit;
        if (number == 0 || number > MARKER_HIGHEST) {
            scanner->at = start;
            return 0;
        }
    }
    return number;
}

static bool is_thai_letter(char32_t c)
{
    return c >= KO_KAI && c <= HO_NOKHUK && c != 0x0E24 && c != 0x0E26;
}

static int roman_digit(char32_t c)
{
    return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
}

/* A Roman number as it is written, in small letters; 0 when it is none. */
static int take_roman(struct scanner *scanner)
{
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    size_t start = scanner->at, length = 0;
    while (roman_digit(peek(scanner)) > 0) {
        step(scanner);
        length++;
    }
    for (int number = 1; length > 0 && number <= ROMAN_HIGHEST; number++) {
        size_t tens = (size_t)number / 10;
        const char *rest = ones[number % 10];
        if (length != tens + strlen(rest))
            continue;
        if (strspn(scanner->text + start, "x") >= tens &&
            strncmp(scanner->text + start + tens, rest, strlen(rest)) == 0)
            return number;
    }
    scanner->at = start;
    return 0;
}

/* A number or a letter that counts. */
static bool take_count(struct scanner *scanner, struct marker *marker)
{
    char32_t c = peek(scanner);
    marker->depth = 1;
    marker->number[0] = take_number(scanner);
    if (marker->number[0] > 0) {
        marker->script = MARKER_DIGITS;
        return true;
    }
    if (is_thai_letter(c) || (c >= 'A' && c <= 'Z')) {
        marker->script = is_thai_letter(c) ? MARKER_THAI : MARKER_UPPER;
        marker->number[0] = (int)c;
        step(scanner);
        return true;
    }
    if (c < 'a' || c > 'z')
        return false;
    marker->script = MARKER_LOWER;
    size_t start = scanner->at;
    marker->number[1] = take_roman(scanner);
    size_t after = scanner->at > start ? scanner->at : start + 1;
    scanner->at = after;
    marker->number[0] = after == start + 1 ? (int)c : 0;
    return true;
}

/* ---- boxes ---- */

/* [ ] or [x] */
static enum marker_task take_task(struct scanner *scanner)
{
    struct scanner next = *scanner;
    if (!take(&next, '['))
        return MARKER_NO_TASK;
    bool is_done = take(&next, 'x') || take(&next, 'X');
    size_t blank = reading_blank(next.text, next.at, next.end);
    if (!is_done)
        next.at += blank;
    if ((!is_done && blank == 0) || !take(&next, ']') || !is_blank_or_end(&next))
        return MARKER_NO_TASK;
    *scanner = next;
    return is_done ? MARKER_DONE : MARKER_OPEN;
}

/* What is between a marker and the item's text: a box, or blanks only. */
static void take_box(struct scanner *scanner, struct marker *marker)
{
    marker->task = take_task(scanner);
    marker->content = reading_skip(scanner->text, scanner->at, scanner->end);
}

/* ---- markers that count ---- */

/* What comes after a marker: a blank, or a letter that it is glued to. */
static bool finish(const struct scanner *scanner, struct marker *marker)
{
    struct scanner rest = *scanner;
    marker->end = scanner->at;
    rest.at = reading_skip(rest.text, rest.at, rest.end);
    if (is_blank_or_end(scanner)) {
        take_box(&rest, marker);
        return true;
    }
    marker->content = rest.at;
    marker->is_glued = true;
    char32_t c = peek(scanner);
    if (scanner->text[scanner->at] == READING_HOLE)
        return true;
    if (marker->script == MARKER_LOWER || marker->script == MARKER_UPPER)
        return false;
    struct scanner next = *scanner;
    step(&next);
    bool is_abbreviation = marker->script == MARKER_THAI && peek(&next) == '.';
    bool is_letter = utf8_is_thai(c) && !utf8_is_digit(c) && !utf8_is_thai_mark(c);
    return !is_abbreviation && (is_letter || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                c == '(' || c == '"' || c == '*' || c == 0x201C);
}

/* After the first number of a path: the others. */
static bool take_path(struct scanner *scanner, struct marker *marker)
{
    while (marker->depth < MARKER_DEEPEST) {
        struct scanner next = *scanner;
        if (!take(&next, '.') || digit_value(peek(&next)) < 0)
            break;
        int number = take_number(&next);
        if (number == 0)
            return false;
        marker->number[marker->depth++] = number;
        *scanner = next;
    }
    return true;
}

static void take_close(struct scanner *scanner, struct marker *marker)
{
    static const char closes[] = ".):";
    char32_t c = peek(scanner);
    if (c == 0 || c >= 0x80 || strchr(closes, (int)c) == NULL)
        return;
    marker->close = (char)c;
    step(scanner);
}

/* ๑. ๑) ๑.๑ ก. ก) */
static bool read_count(struct scanner scanner, struct marker *marker)
{
    if (!take_count(&scanner, marker))
        return false;
    if (marker->script == MARKER_DIGITS && !take_path(&scanner, marker))
        return false;
    if (marker->depth > 1) {
        marker->form = MARKER_PATH;
        take_close(&scanner, marker);
        return finish(&scanner, marker) && marker->close != ':';
    }
    marker->form = MARKER_POINT;
    if (!take(&scanner, '.')) {
        marker->form = MARKER_HALF;
        if (!take(&scanner, ')'))
            return false;
    }
    return finish(&scanner, marker);
}

/* (๑) (ก) */
static bool read_brackets(struct scanner scanner, struct marker *marker)
{
    marker->form = MARKER_BRACKETS;
    return take(&scanner, '(') && take_count(&scanner, marker) && take(&scanner, ')') &&
           finish(&scanner, marker);
}

/* ข้อ ๑ */
static bool read_clause(struct scanner scanner, struct marker *marker)
{
    marker->form = MARKER_CLAUSE;
    marker->depth = 1;
    size_t start = scanner.at;
    while (utf8_is_thai(peek(&scanner)) && !utf8_is_digit(peek(&scanner)) &&
           scanner.at - start < WORD_LONGEST)
        step(&scanner);
    marker->word = scanner.at - start;
    if (marker->word == 0)
        return false;
    scanner.at += reading_blank(scanner.text, scanner.at, scanner.end);
    marker->number[0] = take_number(&scanner);
    if (marker->number[0] == 0 || !take_path(&scanner, marker))
        return false;
    take_close(&scanner, marker);
    return finish(&scanner, marker) && !marker->is_glued;
}

/* ① to ⑳, or black ❶ to ❿: each is a sign of its own, and a number */
static bool read_circle(struct scanner scanner, struct marker *marker)
{
    char32_t c = peek(&scanner);
    bool is_white = c >= 0x2460 && c <= 0x2473;
    if (!is_white && !(c >= 0x2776 && c <= 0x277F))
        return false;
    marker->form = MARKER_CIRCLE;
    marker->depth = 1;
    marker->sign = is_white ? 0x2460 : 0x2776;
    marker->number[0] = (int)(c - marker->sign) + 1;
    step(&scanner);
    finish(&scanner, marker);
    marker->is_glued = false;
    return true;
}

/* ---- signs ---- */

static bool is_dash(char32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Signs that nothing but an item begins with. */
static bool is_bullet(char32_t c)
{
    static const char32_t bullets[] = U"•‣⁃◦●○■□▪▫◆◇❖►▶▸➢➤➔✓✔✗✘☐☑☒★☆→⇒·∙❑❒◼◻⬤▣";
    for (size_t i = 0; bullets[i] != 0; i++)
        if (bullets[i] == c)
            return true;
    return false;
}

/* A letter of a symbol font, as pasting leaves it: Symbol and Wingdings have their own at U+F0xx. */
static bool is_symbol(char32_t c)
{
    return c >= 0xF020 && c <= 0xF0FF;
}

/* The same without its font: only before a tab, as word processors put it. */
static bool is_lost_symbol(char32_t c)
{
    static const char32_t lost[] = U"o§Øüvqnlu¨Ÿà";
    for (size_t i = 0; lost[i] != 0; i++)
        if (lost[i] == c)
            return true;
    return false;
}

/* A dash glued to a letter; not to a number, which it makes negative, nor to another dash. */
static bool is_glued_dash(const struct scanner *after)
{
    char32_t c = peek(after);
    return utf8_is_thai(c) && !utf8_is_digit(c) && !utf8_is_thai_mark(c);
}

static bool is_sign(const struct scanner *scanner, struct marker *marker)
{
    struct scanner after = *scanner;
    char32_t c = peek(scanner);
    if (c == 0)
        return false;
    step(&after);
    bool apart = is_blank_or_end(&after);
    if (c == '*' || c == '+')
        return apart;
    if (is_dash(c)) {
        marker->is_own = c != '-';
        marker->is_glued = !apart;
        return apart || is_glued_dash(&after);
    }
    marker->is_own = is_bullet(c);
    if (marker->is_own || is_symbol(c))
        return true;
    bool before_tab = after.at < after.end && after.text[after.at] == '\t';
    bool before_text = apart && reading_skip(after.text, after.at, after.end) < after.end;
    return is_lost_symbol(c) && before_text && (before_tab || c == 'o');
}

static bool read_sign(struct scanner scanner, struct marker *marker)
{
    marker->form = MARKER_SIGN;
    marker->task = take_task(&scanner);
    if (marker->task == MARKER_NO_TASK) {
        if (!is_sign(&scanner, marker))
            return false;
        marker->sign = peek(&scanner);
        step(&scanner);
    }
    marker->end = scanner.at;
    scanner.at = reading_skip(scanner.text, scanner.at, scanner.end);
    if (marker->task == MARKER_NO_TASK && !marker->is_glued)
        take_box(&scanner, marker);
    else
        marker->content = scanner.at;
    return true;
}

struct marker marker_read(const char *text, size_t at, size_t end)
{
    static bool (*const readers[])(struct scanner, struct marker *) = {
        read_sign, read_brackets, read_count, read_circle, read_clause};
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        struct marker marker = {.start = at};
        if (readers[i]((struct scanner){text, at, end}, &marker))
            return marker;
    }
    return (struct marker){.form = MARKER_NONE, .start = at, .end = at, .content = at};
}

/* ---- lists ---- */

bool marker_is_alike(const char *text, const struct marker *a, const struct marker *b)
{
    return a->form == b->form && a->script == b->script && a->sign == b->sign &&
           a->close == b->close && a->depth == b->depth && a->word == b->word &&
           (a->form != MARKER_CLAUSE || memcmp(text + a->start, text + b->start, a->word) == 0);
}

/* Letters that lists of Thai letters leave out, or may leave out: ฃ ฅ ฆ, and the vowels ฤ ฦ. */
static bool is_passed_over(int letter)
{
    return letter == 0x0E03 || letter == 0x0E05 || letter == 0x0E06 || letter == 0x0E24 ||
           letter == 0x0E26;
}

static bool is_next_letter(int a, int b)
{
    if (a == 0 || b <= a)
        return false;
    for (int between = a + 1; between < b; between++)
        if (!is_passed_over(between))
            return false;
    return true;
}

bool marker_is_next(const struct marker *a, const struct marker *b)
{
    size_t last = a->depth - 1;
    switch (a->form) {
    case MARKER_NONE:
        return false;
    case MARKER_SIGN:
        return true;
    default:
        break;
    }
    if (a->script == MARKER_THAI)
        return is_next_letter(a->number[0], b->number[0]);
    if (a->script == MARKER_LOWER && a->number[1] > 0 && b->number[1] == a->number[1] + 1)
        return true;
    if (a->script == MARKER_LOWER && (a->number[0] == 0 || b->number[0] == 0))
        return false;
    for (size_t i = 0; i < last; i++) {
        if (a->number[i] == b->number[i])
            continue;
        /* after ๑.๓ comes ๒.๑, when nothing else is between */
        return i + 1 == last && b->number[i] == a->number[i] + 1 && b->number[last] == 1;
    }
    return b->number[last] == a->number[last] + 1;
}

bool marker_is_odd(const struct marker *marker)
{
    for (size_t i = 0; i < marker->depth; i++)
        if (marker->script == MARKER_DIGITS && marker->number[i] >= MARKER_ODD)
            return true;
    return false;
}

bool marker_is_first(const struct marker *marker)
{
    switch (marker->form) {
    case MARKER_NONE:
        return false;
    case MARKER_SIGN:
        return true;
    default:
        break;
    }
    switch (marker->script) {
    case MARKER_THAI:
        return marker->number[0] == KO_KAI;
    case MARKER_LOWER:
        return marker->number[0] == 'a' || marker->number[1] == 1;
    case MARKER_UPPER:
        return marker->number[0] == 'A';
    case MARKER_DIGITS:
        break;
    }
    return marker->number[marker->depth - 1] == 1;
}

bool marker_is_below(const struct marker *a, const struct marker *b)
{
    bool counts = a->form == MARKER_POINT || a->form == MARKER_CLAUSE || a->form == MARKER_PATH ||
                  a->form == MARKER_HALF;
    if (!counts || a->script != MARKER_DIGITS || b->form != MARKER_PATH || b->depth != a->depth + 1)
        return false;
    return memcmp(a->number, b->number, a->depth * sizeof a->number[0]) == 0;
}
