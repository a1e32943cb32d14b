/*
 * One pass makes the letters, one the numbers, one the paragraphs, which of a prose are those that
 * are printed. A placeholder becomes a single
 * letter: SCAN_FIGURE where its filter prints digits (| score, | thai, | whole), else SCAN_HOLE.
 */
#include "claims/scan.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"
#include "formula/placeholder.h"
#include "prose/prose.h"

static enum scan_class class_of(char32_t c)
{
    if (c == '\n')
        return SCAN_NEWLINE;
    if (c == ' ' || c == 0xA0)
        return SCAN_SPACE;
    if (utf8_is_thai_digit(c))
        return SCAN_THAI_DIGIT;
    if (c >= '0' && c <= '9')
        return SCAN_WESTERN_DIGIT;
    if (c == '(' || c == '[' || c == 0x201C || c == 0x2018)
        return SCAN_OPEN;
    if (c == ')' || c == ']' || c == 0x201D || c == 0x2019)
        return SCAN_CLOSE;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250))
        return SCAN_LATIN;
    return utf8_is_thai(c) && c != 0x0E3F ? SCAN_THAI : SCAN_OTHER;
}

static bool prints_number(const struct expr *expr)
{
    static const char *const filters[] = {"score", "thai", "whole"};
    for (size_t i = 0; expr != NULL && i < sizeof filters / sizeof filters[0]; i++)
        if (expr_has_filter(expr, filters[i]))
            return true;
    return false;
}

/* The letters before an offset. */
/* Whether {n} or {1} is next, for which a pattern of numbers prints one. */
static bool is_number_of_pattern(const struct text *text, size_t at)
{
    enum { LENGTH = 3 };
    if (text->form != TEXT_WORDING || text->length - at < LENGTH)
        return false;
    const char *c = text->bytes + at;
    return c[0] == '{' && (c[1] == 'n' || (c[1] >= '1' && c[1] <= '9')) && c[2] == '}';
}

static void scan_wording(struct scan *scan, size_t at, size_t end)
{
    const struct text *text = scan->text;
    while (at < end) {
        struct scan_letter *letter = &scan->letter[scan->count++];
        if (is_number_of_pattern(text, at)) {
            *letter = (struct scan_letter){.class = SCAN_FIGURE, .offset = at};
            at += 3;
            continue;
        }
        letter->offset = at;
        letter->c = utf8_next(text->bytes, text->length, &at);
        letter->class = class_of(letter->c);
    }
}

/* What is wrong in an expression is for composing to say. */
static void scan_placeholder(struct arena *arena, struct scan *scan,
                             const struct placeholder *placeholder)
{
    const struct expr *expr = placeholder_parse(arena, NULL, scan->text, placeholder);
    scan->letter[scan->count++] =
        (struct scan_letter){.class = prints_number(expr) ? SCAN_FIGURE : SCAN_HOLE,
                             .offset = placeholder->start,
                             .expr = expr};
}

static void scan_letters(struct arena *arena, struct scan *scan)
{
    const struct text *text = scan->text;
    scan->letter = ARENA_NEW(arena, struct scan_letter, text->length + 2);
    size_t at = 0;
    for (struct placeholder placeholder; placeholder_next(text, at, &placeholder);
         at = placeholder.end) {
        scan_wording(scan, at, placeholder.is_closed ? placeholder.start : placeholder.end);
        if (placeholder.is_closed)
            scan_placeholder(arena, scan, &placeholder);
    }
    scan_wording(scan, at, text->length);
    for (size_t i = 0; i < 2; i++)
        scan->letter[scan->count + i] =
            (struct scan_letter){.c = '\n', .class = SCAN_NEWLINE, .offset = text->length};
}

/* ---- numbers ---- */

static bool is_digit(const struct scan_letter *letter)
{
    return letter->class == SCAN_THAI_DIGIT || letter->class == SCAN_WESTERN_DIGIT;
}

static bool is_latin_before(const struct scan *scan, size_t at)
{
    if (at > 0 && (scan->letter[at - 1].class == SCAN_SPACE || scan->letter[at - 1].c == '-' ||
                   scan->letter[at - 1].c == '/' || scan->letter[at - 1].c == '.'))
        at--;
    return at > 0 && scan->letter[at - 1].class == SCAN_LATIN;
}

/* A point or a comma with a digit after it goes on with the number. */
static bool goes_on(const struct scan *scan, size_t at)
{
    const struct scan_letter *letter = &scan->letter[at];
    if (is_digit(letter))
        return true;
    return (letter->c == '.' || letter->c == ',') && is_digit(&scan->letter[at + 1]);
}

static struct scan_number read_number(const struct scan *scan, size_t from)
{
    struct scan_number number = {.from = from, .to = from};
    int points = 0;
    int64_t value = 0;
    for (; goes_on(scan, number.to); number.to++) {
        const struct scan_letter *letter = &scan->letter[number.to];
        if (!is_digit(letter)) {
            points += letter->c == '.';
            continue;
        }
        if (value < INT64_MAX / 100000)
            value = 10 * value + digit_value(letter->c);
        number.decimals += points > 0;
        number.mixed = number.mixed || letter->class != scan->letter[from].class;
    }
    for (int i = number.decimals; i < 2; i++)
        value *= 10;
    number.hundredths = value;
    if (points > 1 || number.decimals > 2)
        number.decimals = -1;
    number.in_latin = is_latin_before(scan, from) || scan->letter[number.to].class == SCAN_LATIN;
    return number;
}

static void scan_numbers(struct arena *arena, struct scan *scan)
{
    size_t most = 0;
    for (size_t i = 0; i < scan->count; i++)
        most += is_digit(&scan->letter[i]);
    scan->number = ARENA_NEW(arena, struct scan_number, most);
    for (size_t i = 0; i < scan->count; i++) {
        if (!is_digit(&scan->letter[i]))
            continue;
        scan->number[scan->numbers] = read_number(scan, i);
        i = scan->number[scan->numbers++].to;
    }
}

/* ---- paragraphs ---- */

/* Whether a new paragraph starts after this newline: an empty line, or a list item. */
static bool ends_paragraph(const struct scan *scan, size_t at)
{
    const struct scan_letter *next = &scan->letter[at + 1];
    return next->class == SCAN_NEWLINE ||
           ((next->c == '-' || next->c == '*') && next[1].class == SCAN_SPACE);
}

static void scan_paragraphs(struct arena *arena, struct scan *scan)
{
    size_t most = 1;
    for (size_t i = 0; i < scan->count; i++)
        most += scan->letter[i].class == SCAN_NEWLINE;
    scan->paragraph = ARENA_NEW(arena, struct scan_span, most);
    size_t from = 0;
    for (size_t i = 0; i <= scan->count; i++) {
        if (scan->letter[i].class != SCAN_NEWLINE || !ends_paragraph(scan, i))
            continue;
        if (i > from)
            scan->paragraph[scan->paragraphs++] = (struct scan_span){from, i};
        from = i + 1;
    }
}

/* ---- prose ---- */

/* The first letter at an offset or after it, from a letter on. */
static size_t letter_at(const struct scan *scan, size_t from, size_t offset)
{
    while (from < scan->count && scan->letter[from].offset < offset)
        from++;
    return from;
}

/* What is no wording of a prose is neither letters nor numbers. */
static void pass_over_asides(struct scan *scan, const struct prose *prose)
{
    size_t at = 0;
    for (size_t i = 0; i < prose->asides; i++) {
        size_t to = letter_at(scan, at, prose->aside[i].end);
        for (at = letter_at(scan, at, prose->aside[i].start); at < to; at++)
            scan->letter[at].class = SCAN_OTHER;
    }
}

static void take_paragraphs(struct arena *arena, struct scan *scan, const struct prose *prose)
{
    scan->paragraph = ARENA_NEW(arena, struct scan_span, prose->paragraphs);
    size_t at = 0;
    for (size_t i = 0; i < prose->paragraphs; i++) {
        size_t from = letter_at(scan, at, prose->paragraph[i].start);
        at = letter_at(scan, from, prose->paragraph[i].end);
        scan->paragraph[scan->paragraphs++] = (struct scan_span){from, at};
    }
}

struct scan scan_text(struct arena *arena, const struct text *text)
{
    struct scan scan = {.text = text};
    scan_letters(arena, &scan);
    if (text->form != TEXT_PROSE) {
        scan_numbers(arena, &scan);
        scan_paragraphs(arena, &scan);
        return scan;
    }
    const struct prose *prose = prose_parse(arena, NULL, template_parse(arena, NULL, text));
    pass_over_asides(&scan, prose);
    scan_numbers(arena, &scan);
    take_paragraphs(arena, &scan, prose);
    return scan;
}

struct place scan_place(const struct scan *scan, size_t letter)
{
    const struct text *text = scan->text;
    if (text->node == NULL)
        return text->place;
    return node_place_inside(text->node, scan->letter[letter].offset);
}

const char *scan_copy(struct arena *arena, const struct scan *scan, size_t from, size_t to)
{
    size_t start = scan->letter[from].offset;
    return arena_copy(arena, scan->text->bytes + start, scan->letter[to].offset - start);
}

static bool stands_at(const struct scan *scan, size_t at, size_t to, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i < length; at++)
        if (at >= to || scan->letter[at].c != utf8_next(word, length, &i))
            return false;
    return true;
}

bool scan_at(const struct scan *scan, size_t at, const char *word)
{
    return stands_at(scan, at, scan->count, word);
}

size_t scan_find(const struct scan *scan, size_t from, size_t to, const char *word)
{
    size_t start = 0;
    char32_t first = utf8_next(word, strlen(word), &start);
    for (size_t at = from; at < to; at++)
        if (scan->letter[at].c == first && stands_at(scan, at, to, word))
            return at;
    return to;
}

bool scan_has(const struct scan *scan, size_t from, size_t to, const char *word)
{
    return scan_find(scan, from, to, word) < to;
}
