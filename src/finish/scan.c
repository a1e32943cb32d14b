/*
 * One loop over the bytes: strings, names, numbers and brackets are operands, a run of other
 * regular characters is an operator.  Arrays and dictionaries need no nesting here, since no
 * operator stands inside them.
 */
#include "finish/scan.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
           c == '}' || c == '/' || c == '%';
}

static bool starts_number(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

/* Behind the literal string that opens at `at`. */
static size_t literal_end(const struct scan *scan, size_t at)
{
    size_t depth = 0;
    for (; at < scan->length; at++) {
        char c = scan->bytes[at];
        if (c == '\\')
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return at + 1;
    }
    return scan->length;
}

/* Behind the next c, or the end. */
static size_t behind(const struct scan *scan, size_t at, char c)
{
    const char *found = memchr(scan->bytes + at, c, scan->length - at);
    return found != NULL ? (size_t)(found - scan->bytes) + 1 : scan->length;
}

static size_t regular_end(const struct scan *scan, size_t at)
{
    while (at < scan->length && !is_space(scan->bytes[at]) && !is_delimiter(scan->bytes[at]))
        at++;
    return at;
}

/* Behind the delimiter at `at` and what belongs to it. */
static size_t delimited_end(const struct scan *scan, size_t at)
{
    switch (scan->bytes[at]) {
    case '(':
        return literal_end(scan, at);
    case '<':
        if (at + 1 < scan->length && scan->bytes[at + 1] == '<')
            return at + 2;
        return behind(scan, at, '>');
    case '/':
        return regular_end(scan, at + 1);
    case '%':
        return behind(scan, at, '\n');
    default:
        return at + 1;
    }
}

bool scan_operator(struct scan *scan)
{
    size_t at = scan->at;
    size_t operands = scan->length;
    while (at < scan->length) {
        char c = scan->bytes[at];
        if (is_space(c)) {
            at++;
            continue;
        }
        if (operands == scan->length)
            operands = at;
        if (is_delimiter(c)) {
            at = delimited_end(scan, at);
        } else if (starts_number(c)) {
            at = regular_end(scan, at);
        } else {
            scan->operands = operands;
            scan->start = at;
            scan->at = regular_end(scan, at);
            return true;
        }
    }
    scan->at = scan->length;
    return false;
}

bool scan_is(const struct scan *scan, const char *name)
{
    size_t length = strlen(name);
    return scan->at - scan->start == length && memcmp(scan->bytes + scan->start, name, length) == 0;
}
