/*
 * libyaml stops at the first thing it cannot scan or parse, and says so in a parser's words. A
 * table turns its problem (and, where one problem has several causes, a look at the line) into the
 * cause that an officer can mend. What the table does not know is passed on in libyaml's words.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "yaml/line.h"
#include "yaml/node_failure.h"
#include "yaml/node_parse.h"

enum { REPORTED_TABS = 20 };

/* The first tab of the indentation, or length when there is none. */
static size_t tab_in_indentation(struct line line)
{
    const char *tab = memchr(line.text, '\t', line_indentation(line));
    return tab != NULL ? (size_t)(tab - line.text) : line.length;
}

/* A blank of another kind before the first letter of the line, or of one of the three above it. */
static bool report_blank(const struct failure *failure)
{
    enum { LOOKED_AT = 4 };
    for (uint32_t up = 0; up < LOOKED_AT && up < failure->problem.line; up++) {
        uint32_t number = failure->problem.line - up;
        struct line line = line_at(failure->source, number);
        size_t at = line_indentation(line), next = at;
        if (at >= line.length || utf8_blank(line.text, at, line.length) == 0)
            continue;
        char shown[16];
        snprintf(shown, sizeof shown, "U+%04X", (unsigned)utf8_next(line.text, line.length, &next));
        diag_say(failure->diag, MESSAGE_YAML_BLANK,
                 place_at(failure->source, number, (uint32_t)at + 1), shown);
        return true;
    }
    return false;
}

/* From the line at which libyaml stopped, every line with a tab in its indentation. */
static bool report_tabs(const struct failure *failure)
{
    if (tab_in_indentation(failure->line) == failure->line.length)
        return false;
    struct line line = failure->line;
    const char *end = failure->source->text + failure->source->length;
    int reported = 0;
    for (uint32_t number = failure->problem.line; reported < REPORTED_TABS; number++) {
        size_t tab = tab_in_indentation(line);
        if (tab < line.length) {
            struct place place = place_at(failure->source, number, (uint32_t)tab + 1);
            diag_say(failure->diag, MESSAGE_YAML_TAB, place);
            reported++;
        }
        const char *next = line.text + line.length + 1;
        if (next >= end)
            break;
        const char *stop = memchr(next, '\n', (size_t)(end - next));
        line = (struct line){next, (size_t)((stop != NULL ? stop : end) - next), number + 1};
    }
    return true;
}

/* A value that begins with {{ outside quotes, which YAML takes for a map in a map. */
static bool report_braces(const struct failure *failure)
{
    struct line line = failure->line;
    for (size_t at = 0; at + 3 < line.length; at++) {
        bool starts_value =
            (line.text[at] == ':' || line.text[at] == '-') && line.text[at + 1] == ' ';
        if (!starts_value)
            continue;
        size_t value = at + 1;
        while (value < line.length && line.text[value] == ' ')
            value++;
        if (value + 1 < line.length && memcmp(line.text + value, "{{", 2) == 0) {
            struct place place =
                place_at(failure->source, failure->problem.line, line_column(line, value));
            diag_say(failure->diag, MESSAGE_YAML_BRACES, place);
            return true;
        }
    }
    return false;
}

static void report_indentation(const struct failure *failure)
{
    struct place place = failure->problem;
    place.column = line_column(failure->line, line_indentation(failure->line));
    diag_say(failure->diag, MESSAGE_YAML_INDENT, place);
}

/* A line with a colon that no space follows, and no other: `name:text`. */
static bool report_no_space(const struct failure *failure, uint32_t number)
{
    struct line line = line_at(failure->source, number);
    for (size_t at = 0; at + 1 < line.length; at++) {
        if (line.text[at] != ':')
            continue;
        if (strchr(" \r/", line.text[at + 1]) != NULL)
            return false;
        struct place place = place_at(failure->source, number, line_column(line, at));
        diag_say(failure->diag, MESSAGE_YAML_NO_SPACE, place);
        return true;
    }
    return false;
}

/* A key that was not followed by a colon and a space. */
static void report_no_value(const struct failure *failure)
{
    struct line line = line_at(failure->source, failure->context.line);
    size_t comment = line_comment(line);
    if (comment < line.length && comment > line_byte(line, failure->context.column))
        failure_say_cut(failure, line, comment);
    else if (!failure_report_cut_above(failure, line) &&
             !report_no_space(failure, failure->context.line))
        diag_say(failure->diag, MESSAGE_YAML_NO_COLON, failure->context);
}

/* The first line was no key, so the second went on with it as one text. */
static bool report_line_before(const struct failure *failure)
{
    uint32_t number = failure->problem.line - 1;
    if (number == 0)
        return false;
    if (report_no_space(failure, number))
        return true;
    struct line before = line_at(failure->source, number);
    size_t indent = line_indentation(before);
    bool is_key = memchr(before.text, ':', before.length) != NULL;
    if (is_key || indent == before.length || indent >= line_indentation(failure->line))
        return false;
    struct place place = place_at(failure->source, number, line_column(before, indent));
    diag_say(failure->diag, MESSAGE_YAML_NO_COLON, place);
    return true;
}

/* Whether there is a colon with a space on the line before the problem. */
static bool is_second_colon(const struct failure *failure)
{
    size_t end = line_byte(failure->line, failure->problem.column);
    for (size_t at = 0; at + 1 < end; at++)
        if (failure->line.text[at] == ':' && failure->line.text[at + 1] == ' ')
            return true;
    return false;
}

/* Whether the line above, as deep as this one, is text without a key. */
static bool goes_on_with_text(const struct failure *failure)
{
    if (failure->problem.line < 2)
        return false;
    struct line before = line_at(failure->source, failure->problem.line - 1);
    return memchr(before.text, ':', before.length) == NULL &&
           line_indentation(before) == line_indentation(failure->line);
}

/* A colon where none may be: inside a text, or on a line that is indented by mistake. */
static void report_colon(const struct failure *failure)
{
    if (is_second_colon(failure) || goes_on_with_text(failure))
        failure_say_value(failure, MESSAGE_YAML_COLON_IN_TEXT, failure->problem);
    else if (!report_line_before(failure))
        report_indentation(failure);
}

/* Something else where the next key or list entry should be. */
static void report_no_entry(const struct failure *failure)
{
    struct line line = failure->line;
    size_t at = line_byte(line, failure->problem.column);
    if (failure_report_cut_above(failure, line))
        return;
    if (at < line.length && line.text[at] == ':')
        diag_say(failure->diag, MESSAGE_YAML_KEY_EMPTY, failure->problem);
    else if (at <= line_indentation(line))
        report_indentation(failure);
    else
        failure_say_value(failure, MESSAGE_YAML_AFTER_VALUE, failure->problem);
}

/* A sign with a meaning of its own at the start of a text. */
static void report_sign(const struct failure *failure, struct place place)
{
    struct line line = line_at(failure->source, place.line);
    size_t at = line_byte(line, place.column);
    char sign[5] = "";
    size_t from = at;
    if (at < line.length && line.text[at] == '\t') {
        diag_say(failure->diag, MESSAGE_YAML_TAB_HERE, place);
        return;
    }
    if (at < line.length)
        utf8_write(utf8_next(line.text, line.length, &at), sign);
    failure_say_quoted(failure, MESSAGE_YAML_NEEDS_QUOTES, place, sign, line.text + from,
                       line.length - from);
}

static void report_sign_here(const struct failure *failure)
{
    report_sign(failure, failure->problem);
}

/* The last bracket in a source that none after it closes, or NULL. What is in quotes is taken for what it looks like. */
static const char *last_open_bracket(const struct source *source)
{
    size_t closed = 0;
    for (const char *c = source->text + source->length; c > source->text;) {
        c--;
        if (*c == ']' || *c == '}')
            closed++;
        else if ((*c == '[' || *c == '{') && closed-- == 0)
            return c;
    }
    return NULL;
}

static uint32_t line_of(const struct source *source, const char *byte)
{
    uint32_t number = 1;
    for (const char *c = source->text; c < byte; c++)
        number += *c == '\n';
    return number;
}

/* libyaml begins a line after the last one. */
static bool is_at_end(const struct failure *failure)
{
    const char *end = failure->source->text + failure->source->length;
    struct line line = failure->line;
    return failure->problem.line > line_of(failure->source, end) ||
           line.text + line_byte(line, failure->problem.column) >= end;
}

/* The file ends where an entry of a list or map in brackets should be; false when there is no such. */
static bool report_open_at_end(const struct failure *failure)
{
    const struct source *source = failure->source;
    const char *open = last_open_bracket(source);
    if (open == NULL || !is_at_end(failure))
        return false;
    struct line line = line_at(source, line_of(source, open));
    struct place place =
        place_at(source, line.number, line_column(line, (size_t)(open - line.text)));
    bool list = *open == '[';
    diag_say(failure->diag, MESSAGE_YAML_BRACKET_OPEN, place, list ? "[" : "{", list ? "]" : "}");
    return true;
}

/* Nothing where an entry should be, between two commas perhaps. */
static void report_no_content(const struct failure *failure)
{
    if (report_open_at_end(failure))
        return;
    size_t at = line_byte(failure->line, failure->problem.column);
    if (at < failure->line.length && failure->line.text[at] == ',' &&
        at > line_value(failure->line, at))
        diag_say(failure->diag, MESSAGE_YAML_NO_ENTRY, failure->problem);
    else
        report_sign(failure, failure->problem);
}

static void report_sign_before(const struct failure *failure)
{
    report_sign(failure, failure->context);
}

static void report_open_quote(const struct failure *failure)
{
    diag_say(failure->diag, MESSAGE_YAML_QUOTE_OPEN, failure->context);
}

static void report_open_list(const struct failure *failure)
{
    if (!failure_report_cut_inside(failure))
        diag_say(failure->diag, MESSAGE_YAML_BRACKET_OPEN, failure->context, "[", "]");
}

static void report_open_map(const struct failure *failure)
{
    if (!failure_report_cut_inside(failure))
        diag_say(failure->diag, MESSAGE_YAML_BRACKET_OPEN, failure->context, "{", "}");
}

static void report_escape(const struct failure *failure)
{
    diag_say(failure->diag, MESSAGE_YAML_ESCAPE, failure->problem);
}

/* \u or \U with the number of no character: half of a pair of UTF-16, or too large a number. */
static void report_no_character(const struct failure *failure)
{
    struct line line = failure->line;
    size_t at = line_byte(line, failure->problem.column);
    size_t from = at >= 2 ? at - 2 : 0;
    size_t digits = strspn(line.text + at, "0123456789abcdefABCDEF");
    digits = digits > 8 ? 8 : digits;
    char shown[16];
    snprintf(shown, sizeof shown, "%.*s", (int)(at - from + digits), line.text + from);
    struct place place = failure->problem;
    place.column = line_column(line, from);
    diag_say(failure->diag, MESSAGE_YAML_NO_CHARACTER, place, shown);
}

static void report_list_place(const struct failure *failure)
{
    failure_say_value(failure, MESSAGE_YAML_LIST_PLACE, failure->problem);
}

/* By libyaml's problem and, where it matters, its context. */
static const struct cause {
    const char *problem;
    const char *context;
    void (*report)(const struct failure *failure);
} causes[] = {
    {"could not find expected ':'", NULL, report_no_value},
    {"mapping values are not allowed in this context", NULL, report_colon},
    {"did not find expected key", NULL, report_no_entry},
    {"did not find expected '-' indicator", NULL, report_no_entry},
    {"did not find expected <document start>", NULL, report_no_entry},
    {"did not find expected ',' or ']'", NULL, report_open_list},
    {"did not find expected ',' or '}'", NULL, report_open_map},
    {"found unexpected end of stream", "while scanning a quoted scalar", report_open_quote},
    {"found unexpected document indicator", "while scanning a quoted scalar", report_open_quote},
    {"found unknown escape character", NULL, report_escape},
    {"did not find expected hexdecimal number", NULL, report_escape},
    {"found invalid Unicode character escape code", NULL, report_no_character},
    {"block sequence entries are not allowed in this context", NULL, report_list_place},
    {"found character that cannot start any token", NULL, report_sign_here},
    {"did not find expected node content", NULL, report_no_content},
    {"mapping keys are not allowed in this context", NULL, report_sign_here},
    {NULL, "while scanning an anchor", report_sign_before},
    {NULL, "while scanning an alias", report_sign_before},
    {NULL, "while scanning a tag", report_sign_before},
    {NULL, "while parsing a tag", report_sign_before},
    {NULL, "while scanning a block scalar", report_sign_before},
    {NULL, "while scanning a directive", report_sign_before},
};

static bool fits(const char *wanted, const char *given)
{
    return wanted == NULL || (given != NULL && strcmp(wanted, given) == 0);
}

static struct place place_of(const struct source *source, yaml_mark_t mark)
{
    return place_at(source, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1);
}

void node_report_failure(const struct source *source, const yaml_parser_t *yaml, struct diag *diag)
{
    struct failure failure = {
        .source = source,
        .diag = diag,
        .problem = place_of(source, yaml->problem_mark),
        .context = place_of(source, yaml->context_mark),
    };
    failure.line = line_at(source, failure.problem.line);
    if (report_blank(&failure) || report_tabs(&failure) || report_braces(&failure))
        return;
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        if (fits(causes[i].problem, yaml->problem) && fits(causes[i].context, yaml->context)) {
            causes[i].report(&failure);
            return;
        }
    }
    diag_say(diag, MESSAGE_YAML_SYNTAX, failure.problem,
             yaml->problem != NULL ? yaml->problem : "");
}
