/*
 * Spacing and typing of Thai prose: warnings only, nothing is changed silently. Each rule walks the
 * letters of every text; what placeholders print is known by kind (a number or not), and where it
 * is not known nothing is said.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/digit.h"
#include "base/utf8.h"

enum { MAI_YAMOK = 0x0E46, PAIYAN_NOI = 0x0E2F, LO_LING = 0x0E25 };

static void each_letter(struct audit *audit,
                        void (*check)(struct audit *audit, const struct scan *scan, size_t at))
{
    for (size_t i = 0; i < audit->all_passages; i++)
        for (size_t at = 0; at < audit->passage[i].scan.count; at++)
            check(audit, &audit->passage[i].scan, at);
}

/* A few letters on both sides of a place, to be shown. */
static const char *excerpt(struct audit *audit, const struct scan *scan, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < 8 && scan->letter[from - 1].class != SCAN_NEWLINE)
        from--;
    while (from < at && utf8_is_thai_mark(scan->letter[from].c))
        from++;
    size_t to = at;
    while (to < scan->count && to - at < 8 && scan->letter[to].class != SCAN_NEWLINE)
        to++;
    return scan_copy(audit->arena, scan, from, to);
}

static enum scan_class class_at(const struct scan *scan, size_t at)
{
    return scan->letter[at].class;
}

static enum scan_class class_before(const struct scan *scan, size_t at)
{
    return at > 0 ? scan->letter[at - 1].class : SCAN_NEWLINE;
}

static bool is_blank(enum scan_class class)
{
    return class == SCAN_SPACE || class == SCAN_NEWLINE;
}

static bool is_digit(enum scan_class class)
{
    return class == SCAN_THAI_DIGIT || class == SCAN_WESTERN_DIGIT || class == SCAN_FIGURE;
}

/* Letters and digits: what needs a space beside a bracket. */
static bool is_word(enum scan_class class)
{
    return class == SCAN_THAI || class == SCAN_LATIN || is_digit(class);
}

/* Spaces where a word is right beside some letters. */
static void mend_around(struct audit *audit, const struct scan *scan, size_t from, size_t to)
{
    const char *text = arena_printf(
        audit->arena, "%s%s%s", is_word(class_before(scan, from)) ? " " : "",
        scan_copy(audit->arena, scan, from, to), is_word(class_at(scan, to)) ? " " : "");
    audit_mend_letters(audit, scan, from, to, text);
}

/* ---- signs ---- */

static void check_mai_yamok(struct audit *audit, const struct scan *scan, size_t at)
{
    if (scan->letter[at].c != MAI_YAMOK)
        return;
    if (!is_word(class_before(scan, at)) && !is_word(class_at(scan, at + 1)))
        return;
    audit_say(audit, MESSAGE_SPACE_MAI_YAMOK, scan_place(scan, at));
    mend_around(audit, scan, at, at + 1);
}

void rule_space_mai_yamok(struct audit *audit)
{
    each_letter(audit, check_mai_yamok);
}

static void check_paiyan_yai(struct audit *audit, const struct scan *scan, size_t at)
{
    const struct scan_letter *letter = &scan->letter[at];
    if (letter[0].c != PAIYAN_NOI || letter[1].c != LO_LING || letter[2].c != PAIYAN_NOI)
        return;
    if (!is_word(class_before(scan, at)) && !is_word(class_at(scan, at + 3)))
        return;
    audit_say(audit, MESSAGE_SPACE_PAIYAN_YAI, scan_place(scan, at));
    mend_around(audit, scan, at, at + 3);
}

void rule_space_paiyan_yai(struct audit *audit)
{
    each_letter(audit, check_paiyan_yai);
}

/* ---- between scripts ---- */

/* The point of an era counts as Thai; other codes are written close: สขร.๑. */
static bool is_thai_before(const struct audit *audit, const struct scan *scan, size_t at)
{
    if (at > 0 && scan->letter[at - 1].c == '.')
        return audit_words_end(scan, at, &audit->words->of[AUDIT_ERA]);
    return class_before(scan, at) == SCAN_THAI;
}

static void check_digits(struct audit *audit, const struct scan *scan, size_t at)
{
    enum scan_class class = class_at(scan, at);
    bool starts = is_digit(class) && is_thai_before(audit, scan, at);
    bool ends = class == SCAN_THAI && is_digit(class_before(scan, at));
    if (!starts && !ends)
        return;
    audit_say(audit, MESSAGE_SPACE_DIGITS, scan_place(scan, at), excerpt(audit, scan, at));
    audit_mend_letters(audit, scan, at, at, " ");
}

void rule_space_digits(struct audit *audit)
{
    each_letter(audit, check_digits);
}

static void check_latin(struct audit *audit, const struct scan *scan, size_t at)
{
    enum scan_class class = class_at(scan, at);
    enum scan_class before = class_before(scan, at);
    if ((class != SCAN_LATIN || before != SCAN_THAI) &&
        (class != SCAN_THAI || before != SCAN_LATIN))
        return;
    audit_say(audit, MESSAGE_SPACE_LATIN, scan_place(scan, at), excerpt(audit, scan, at));
    audit_mend_letters(audit, scan, at, at, " ");
}

void rule_space_latin(struct audit *audit)
{
    each_letter(audit, check_latin);
}

/* ---- brackets and blanks ---- */

/* Takes the spaces away that are on a bracket's inner side. */
static void mend_inside(struct audit *audit, const struct scan *scan, size_t at)
{
    size_t from = at, to = at;
    if (class_at(scan, at) == SCAN_OPEN)
        for (from = to = at + 1; class_at(scan, to) == SCAN_SPACE;)
            to++;
    else
        while (class_before(scan, from) == SCAN_SPACE)
            from--;
    audit_mend_letters(audit, scan, from, to, "");
}

static void check_bracket(struct audit *audit, const struct scan *scan, size_t at)
{
    enum scan_class class = class_at(scan, at);
    enum scan_class before = class_before(scan, at);
    enum scan_class after = class_at(scan, at + 1);
    bool thai_side = (class == SCAN_OPEN && (before == SCAN_THAI || is_digit(before))) ||
                     (class == SCAN_CLOSE && (after == SCAN_THAI || is_digit(after)));
    bool inside = (class == SCAN_OPEN && after == SCAN_SPACE) ||
                  (class == SCAN_CLOSE && before == SCAN_SPACE);
    if (thai_side) {
        size_t outside = class == SCAN_OPEN ? at : at + 1;
        audit_say(audit, MESSAGE_SPACE_BRACKETS, scan_place(scan, at), excerpt(audit, scan, at));
        audit_mend_letters(audit, scan, outside, outside, " ");
    }
    if (inside) {
        audit_say(audit, MESSAGE_SPACE_INSIDE, scan_place(scan, at), excerpt(audit, scan, at));
        mend_inside(audit, scan, at);
    }
}

void rule_space_brackets(struct audit *audit)
{
    each_letter(audit, check_bracket);
}

/* Blanks at a line's start are indentation, at its end a hard line break of Markdown. */
static void check_double_space(struct audit *audit, const struct scan *scan, size_t at)
{
    if (class_at(scan, at) != SCAN_SPACE || is_blank(class_before(scan, at)) ||
        class_at(scan, at + 1) != SCAN_SPACE)
        return;
    size_t end = at;
    while (class_at(scan, end) == SCAN_SPACE)
        end++;
    if (class_at(scan, end) == SCAN_NEWLINE)
        return;
    audit_say(audit, MESSAGE_DOUBLE_SPACE, scan_place(scan, at));
    audit_mend_letters(audit, scan, at + 1, end, "");
}

void rule_double_space(struct audit *audit)
{
    each_letter(audit, check_double_space);
}

/* ---- digits ---- */

/* The number in Thai digits: where both are, they are those of the text. */
static void mend_digits(struct audit *audit, const struct scan *scan,
                        const struct scan_number *number)
{
    const char *typed = scan_copy(audit->arena, scan, number->from, number->to);
    struct buffer thai = {0};
    digit_add_text(&thai, typed, strlen(typed), DIGIT_THAI);
    audit_mend_letters(audit, scan, number->from, number->to,
                       arena_copy(audit->arena, buffer_text(&thai), thai.length));
    buffer_free(&thai);
}

void rule_mixed_number(struct audit *audit)
{
    for (size_t i = 0; i < audit->all_passages; i++) {
        const struct scan *scan = &audit->passage[i].scan;
        for (size_t n = 0; n < scan->numbers; n++) {
            const struct scan_number *number = &scan->number[n];
            if (!number->mixed)
                continue;
            audit_say(audit, MESSAGE_MIXED_NUMBER, scan_place(scan, number->from),
                      scan_copy(audit->arena, scan, number->from, number->to));
            mend_digits(audit, scan, number);
        }
    }
}

static void check_paragraph(struct audit *audit, const struct scan *scan, struct scan_span span)
{
    bool thai = false;
    for (size_t i = span.from; i < span.to; i++)
        thai = thai || class_at(scan, i) == SCAN_THAI_DIGIT;
    for (size_t n = 0; thai && n < scan->numbers; n++) {
        const struct scan_number *number = &scan->number[n];
        if (number->from < span.from || number->from >= span.to || number->in_latin ||
            number->mixed || class_at(scan, number->from) != SCAN_WESTERN_DIGIT)
            continue;
        audit_say(audit, MESSAGE_MIXED_PARAGRAPH, scan_place(scan, number->from),
                  scan_copy(audit->arena, scan, number->from, number->to));
        mend_digits(audit, scan, number);
    }
}

void rule_mixed_paragraph(struct audit *audit)
{
    for (size_t i = 0; i < audit->all_passages; i++)
        for (size_t p = 0; p < audit->passage[i].scan.paragraphs; p++)
            check_paragraph(audit, &audit->passage[i].scan, audit->passage[i].scan.paragraph[p]);
}
