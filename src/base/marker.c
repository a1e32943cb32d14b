/*
 * Markers by their shape. Numbers have no zero in front, so that amounts (1.000) and times (08.30) are
 * none; after a marker there is a blank, or it is glued to a letter, which is only to be believed when
 * the next line is like it.
 */
#include "base/marker.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"

enum {
    WORD_LONGEST = 60,
    KO_KAI = 0x0E01,
    HO_NOKHUK = 0x0E2E,
    ROMAN_HIGHEST = 39,
    ROMAN_LONGEST = 8,
    HEAD_LONGEST = 60, /* bytes that two lines may have alike */
    TIME_LONGEST = 30
};

/* What is read: *at moves. */
struct scanner {
    const char *text;
    size_t at, end;
};

static char32_t peek(const struct scanner *scanner)
{
    size_t at = scanner->at;
    return at < scanner->end ? utf8_next(scanner->text, scanner->end, &at) : 0;
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
    return scanner->at == scanner->end || utf8_blank(scanner->text, scanner->at, scanner->end) > 0;
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

static char roman_digit(char32_t c)
{
    static const char digits[] = "ivx";
    char small = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c < 0x80 ? (char)c : '\0';
    return small != '\0' && strchr(digits, small) != NULL ? small : '\0';
}

/* What the letters from the scanner's place on are as a Roman number, all small or all large; 0 when they are none. */
static int take_roman(struct scanner *scanner, bool is_large)
{
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    char typed[ROMAN_LONGEST + 1] = "";
    struct scanner next = *scanner;
    for (size_t length = 0; roman_digit(peek(&next)) != '\0'; length++) {
        bool is_capital = peek(&next) < 'a';
        if (length == ROMAN_LONGEST || is_capital != is_large)
            return 0;
        typed[length] = roman_digit(peek(&next));
        step(&next);
    }
    for (int number = 1; typed[0] != '\0' && number <= ROMAN_HIGHEST; number++) {
        size_t tens = (size_t)number / 10;
        if (strspn(typed, "x") >= tens && strcmp(typed + tens, ones[number % 10]) == 0) {
            *scanner = next;
            return number;
        }
    }
    return 0;
}

/* One letter, or a Roman number. */
static bool take_latin(struct scanner *scanner, struct marker *marker)
{
    char32_t c = peek(scanner);
    bool is_large = c >= 'A' && c <= 'Z';
    if (!is_large && (c < 'a' || c > 'z'))
        return false;
    marker->script = is_large ? MARKER_UPPER : MARKER_LOWER;
    size_t start = scanner->at;
    marker->roman = take_roman(scanner, is_large);
    if (marker->roman == 0)
        step(scanner);
    marker->number[0] = scanner->at == start + 1 ? (int)c : 0;
    return true;
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
    if (!is_thai_letter(c))
        return take_latin(scanner, marker);
    marker->script = MARKER_THAI;
    marker->number[0] = (int)c;
    step(scanner);
    return true;
}

/* ---- boxes ---- */

static bool is_tick(char32_t c)
{
    return c == 'x' || c == 'X' || c == '/' || c == 0x2713 || c == 0x2714;
}

/* [ ] or [], [x] or [/] or [✓]; or, on paper, the same in ( ). */
static enum marker_task take_task(struct scanner *scanner, char32_t open, char32_t close)
{
    struct scanner next = *scanner;
    if (!take(&next, open))
        return MARKER_NO_TASK;
    next.at = utf8_skip_blanks(next.text, next.at, next.end);
    bool is_done = is_tick(peek(&next));
    if (is_done)
        step(&next);
    next.at = utf8_skip_blanks(next.text, next.at, next.end);
    if (!take(&next, close) || !is_blank_or_end(&next))
        return MARKER_NO_TASK;
    *scanner = next;
    return is_done ? MARKER_DONE : MARKER_OPEN;
}

/* What is between a marker and the item's text: a box, or blanks only. */
static void take_box(struct scanner *scanner, struct marker *marker)
{
    marker->task = take_task(scanner, '[', ']');
    marker->content = utf8_skip_blanks(scanner->text, scanner->at, scanner->end);
}

/* ---- markers that count ---- */

/* What comes after a marker: a blank, or a letter that it is glued to. */
static bool finish(const struct scanner *scanner, struct marker *marker)
{
    struct scanner rest = *scanner;
    marker->end = scanner->at;
    rest.at = utf8_skip_blanks(rest.text, rest.at, rest.end);
    if (is_blank_or_end(scanner)) {
        take_box(&rest, marker);
        return true;
    }
    marker->content = rest.at;
    marker->is_glued = true;
    char32_t c = peek(scanner);
    if (c == UTF8_BAD)
        return true; /* a placeholder */
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

static void take_close(struct scanner *scanner, struct marker *marker, const char *closes)
{
    char32_t c = peek(scanner);
    if (c == 0 || c >= 0x80 || strchr(closes, (int)c) == NULL)
        return;
    marker->close = (char)c;
    step(scanner);
}

/* ๑. ๑) ๑.) ๑.๑ ก. ก) ก.๑ */
static bool read_count(struct scanner scanner, struct marker *marker)
{
    if (!take_count(&scanner, marker))
        return false;
    if (marker->number[0] > 0 && !take_path(&scanner, marker))
        return false;
    if (marker->depth > 1) {
        marker->form = MARKER_PATH;
        take_close(&scanner, marker, ".):");
        return finish(&scanner, marker) && marker->close != ':';
    }
    marker->form = MARKER_POINT;
    if (take(&scanner, '.')) {
        take_close(&scanner, marker, ")");
        return finish(&scanner, marker);
    }
    marker->form = MARKER_HALF;
    return take(&scanner, ')') && finish(&scanner, marker);
}

/* (๑) (ก) (๑.) (๑.๑), and [๑], which is not glued */
static bool read_brackets(struct scanner scanner, struct marker *marker)
{
    marker->form = MARKER_BRACKETS;
    bool is_square = take(&scanner, '[');
    marker->open = is_square ? '[' : '\0';
    if (!is_square && !take(&scanner, '('))
        return false;
    if (!take_count(&scanner, marker) || (is_square && marker->script != MARKER_DIGITS) ||
        (marker->number[0] > 0 && !take_path(&scanner, marker)))
        return false;
    take_close(&scanner, marker, ".");
    return take(&scanner, is_square ? ']' : ')') && finish(&scanner, marker) &&
           !(is_square && marker->is_glued);
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
    scanner.at += utf8_blank(scanner.text, scanner.at, scanner.end);
    marker->number[0] = take_number(&scanner);
    if (marker->number[0] == 0 || !take_path(&scanner, marker))
        return false;
    take_close(&scanner, marker, ".):");
    return finish(&scanner, marker) && !marker->is_glued;
}

/* ① and its kin: each is a sign of its own, and a number or a letter */
static bool read_circle(struct scanner scanner, struct marker *marker)
{
    static const struct {
        char32_t first, last;
    } kinds[] = {{0x2460, 0x2473}, {0x2474, 0x2487}, {0x2488, 0x249B}, {0x249C, 0x24B5},
                 {0x24B6, 0x24CF}, {0x24D0, 0x24E9}, {0x24F5, 0x24FE}, {0x2776, 0x277F},
                 {0x2780, 0x2789}, {0x278A, 0x2793}};
    char32_t c = peek(&scanner);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (c < kinds[i].first || c > kinds[i].last)
            continue;
        marker->form = MARKER_CIRCLE;
        marker->depth = 1;
        marker->sign = kinds[i].first;
        marker->number[0] = (int)(c - kinds[i].first) + 1;
        step(&scanner);
        finish(&scanner, marker);
        marker->is_glued = false;
        return true;
    }
    return false;
}

/* ---- signs ---- */

static bool is_dash(char32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Signs that nothing but an item begins with. */
static bool is_bullet(char32_t c)
{
    static const char32_t bullets[] = U"•‣⁃◦●○■□▪▫◆◇❖►▶▸➢➤➔✓✔✗✘☐☑☒★☆☞☛→⇒·∙❑❒◼◻⬤▣»›";
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
    bool before_text = apart && utf8_skip_blanks(after.text, after.at, after.end) < after.end;
    return is_lost_symbol(c) && before_text && (before_tab || c == 'o');
}

/* What is ticked or not is one list: the sign of the first kind of each. */
static char32_t kind_of_sign(char32_t c)
{
    switch (c) {
    case 0x2611:
    case 0x2612:
        return 0x2610;
    case 0x2714:
    case 0x2717:
    case 0x2718:
        return 0x2713;
    default:
        return c;
    }
}

static bool read_sign(struct scanner scanner, struct marker *marker)
{
    marker->form = MARKER_SIGN;
    marker->task = take_task(&scanner, '[', ']');
    bool is_paper =
        marker->task == MARKER_NO_TASK && take_task(&scanner, '(', ')') != MARKER_NO_TASK;
    if (is_paper) {
        marker->is_own = true;
        marker->sign = '(';
    } else if (marker->task == MARKER_NO_TASK) {
        if (!is_sign(&scanner, marker))
            return false;
        marker->sign = kind_of_sign(peek(&scanner));
        step(&scanner);
    }
    marker->end = scanner.at;
    scanner.at = utf8_skip_blanks(scanner.text, scanner.at, scanner.end);
    if (marker->task == MARKER_NO_TASK && !marker->is_glued && !is_paper)
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
           a->open == b->open && a->close == b->close && a->depth == b->depth &&
           a->word == b->word &&
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

/* Whether the last numbers of two paths, or what there is for letters, follow each other. */
static bool is_next_count(const struct marker *a, const struct marker *b)
{
    size_t last = a->depth - 1;
    if (last > 0 || a->script == MARKER_DIGITS)
        return b->number[last] == a->number[last] + 1;
    if (a->script == MARKER_THAI)
        return is_next_letter(a->number[0], b->number[0]);
    return (a->roman > 0 && b->roman == a->roman + 1) ||
           (a->number[0] > 0 && b->number[0] == a->number[0] + 1);
}

bool marker_is_next(const struct marker *a, const struct marker *b)
{
    if (a->form == MARKER_NONE || a->form == MARKER_SIGN)
        return a->form == MARKER_SIGN;
    size_t last = a->depth - 1;
    for (size_t i = 0; i < last; i++) {
        if (a->number[i] == b->number[i])
            continue;
        /* after ๑.๓ comes ๒.๑, when nothing else is between */
        return i + 1 == last && b->number[i] == a->number[i] + 1 && b->number[last] == 1;
    }
    return is_next_count(a, b);
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
    if (marker->form == MARKER_NONE || marker->form == MARKER_SIGN)
        return marker->form == MARKER_SIGN;
    size_t last = marker->depth - 1;
    if (last > 0)
        return marker->number[last] == 1;
    switch (marker->script) {
    case MARKER_THAI:
        return marker->number[0] == KO_KAI;
    case MARKER_LOWER:
        return marker->number[0] == 'a' || marker->roman == 1;
    case MARKER_UPPER:
        return marker->number[0] == 'A' || marker->roman == 1;
    case MARKER_DIGITS:
        break;
    }
    return marker->number[0] == 1;
}

bool marker_is_below(const struct marker *a, const struct marker *b)
{
    bool counts = a->form == MARKER_POINT || a->form == MARKER_CLAUSE || a->form == MARKER_PATH ||
                  a->form == MARKER_HALF;
    if (!counts || a->script != b->script || b->form != MARKER_PATH || b->depth != a->depth + 1)
        return false;
    return memcmp(a->number, b->number, a->depth * sizeof a->number[0]) == 0;
}

/* ---- lines that begin alike ---- */

static bool is_thai_or_latin(char32_t c)
{
    return utf8_is_thai(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* One letter, and a blank: its code; 0 when there is something else. */
static char32_t single_letter(struct scanner scanner)
{
    char32_t c = peek(&scanner);
    if (!is_thai_letter(c) && !(c >= 'A' && c <= 'Z'))
        return 0;
    step(&scanner);
    return scanner.at < scanner.end && is_blank_or_end(&scanner) ? c : 0;
}

/* A sign that says nothing of its own at a line's start: neither a letter nor what opens words or emphasis. */
static bool is_bare_sign(char32_t c)
{
    static const char32_t opening[] = U"([{“‘«\"'*_\\|<!^`&$@#฿";
    if (c <= ' ' || c == UTF8_BAD || is_thai_or_latin(c) || digit_value(c) >= 0)
        return false;
    for (size_t i = 0; opening[i] != 0; i++)
        if (opening[i] == c)
            return false;
    return c < 0xC0 || (c >= 0x2010 && c < 0x2E80);
}

/* A number, however many zeros are in front; -1 when there is none. */
static int any_number(struct scanner *scanner)
{
    int number = -1;
    for (int digit; (digit = digit_value(peek(scanner))) >= 0; step(scanner))
        number = number > MARKER_HIGHEST ? number : (number < 0 ? 0 : number * 10) + digit;
    return number;
}

/* Whether two words before a blank differ in their numbers only, and one number of the second is the next. */
static bool numbers_go_on(struct scanner a, struct scanner b)
{
    size_t limit = a.at + HEAD_LONGEST;
    bool goes_on = false;
    while (a.at < limit && !is_blank_or_end(&a) && !is_blank_or_end(&b)) {
        int first = any_number(&a), second = any_number(&b);
        if ((first < 0) != (second < 0) || (first >= 0 && second != first && second != first + 1))
            return false;
        goes_on = goes_on || (first >= 0 && second == first + 1);
        if (first >= 0)
            continue;
        if (peek(&a) != peek(&b))
            return false;
        step(&a);
        step(&b);
    }
    return goes_on && is_blank_or_end(&a) && is_blank_or_end(&b);
}

/* 08.30 น., 08.30 - 09.00 น. */
static bool is_time(struct scanner scanner)
{
    static const char hours[] = "น.";
    int hour = any_number(&scanner);
    if (hour < 0 || hour > 24 || !(take(&scanner, '.') || take(&scanner, ':')))
        return false;
    int minute = any_number(&scanner);
    size_t limit = scanner.at + TIME_LONGEST;
    while (minute >= 0 && minute < 60 && scanner.at < limit && scanner.at < scanner.end) {
        if (strncmp(scanner.text + scanner.at, hours, sizeof hours - 1) == 0)
            return true;
        step(&scanner);
    }
    return false;
}

bool marker_heads_are_alike(const char *text, size_t a, size_t a_end, size_t b, size_t b_end)
{
    struct scanner first = {text, a, a_end}, second = {text, b, b_end};
    char32_t letter = single_letter(first);
    if (letter != 0)
        return is_next_letter((int)letter, (int)single_letter(second));
    if (is_bare_sign(peek(&first)))
        return peek(&first) == peek(&second);
    return numbers_go_on(first, second) || (is_time(first) && is_time(second));
}
