/*
 * Only ASCII counts: a letter of another alphabet ends a run. A lone letter is a sign, not a word.
 * The signs at both sides of a run belong to it: pdf.js reads a space where marked content begins close after
 * a glyph.
 */
#include "paint/latin.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A sign that joins two letters, as in E-Service and Q&A. */
static bool is_joint(const char *bytes, size_t at, size_t length)
{
    return at + 1 < length && (bytes[at] == '-' || bytes[at] == '&') && is_letter(bytes[at + 1]);
}

/* Where a word that starts here ends: after its letters and digits. */
static size_t word_end(const char *bytes, size_t at, size_t length)
{
    while (at < length && (is_letter(bytes[at]) || (bytes[at] >= '0' && bytes[at] <= '9') ||
                           is_joint(bytes, at, length)))
        at++;
    return at;
}

static bool starts_word(const char *bytes, size_t at, size_t length)
{
    return at + 1 < length && is_letter(bytes[at]) &&
           (is_letter(bytes[at + 1]) || is_joint(bytes, at + 1, length));
}

/* After a word: the start of another one, with only signs and spaces of ASCII between, or `at`. */
static size_t next_word(const char *bytes, size_t at, size_t length)
{
    size_t next = at;
    while (next < length && (unsigned char)bytes[next] < 0x80 && !is_letter(bytes[next]) &&
           bytes[next] != '\n')
        next++;
    return starts_word(bytes, next, length) ? next : at;
}

static bool is_sign(char c)
{
    return c > ' ' && c < 0x7F && !is_letter(c) && !(c >= '0' && c <= '9');
}

/* A curved quote: the last of its three bytes tells which. */
static bool is_quote(const char *bytes, const char *last)
{
    return memcmp(bytes, "\xE2\x80", 2) == 0 && (bytes[2] == last[0] || bytes[2] == last[1]);
}

/* How long a sign is that ends at `at`, opens and touches it; 0 when there is none. */
static size_t sign_before(const char *bytes, size_t from, size_t at)
{
    if (at > from && is_sign(bytes[at - 1]))
        return 1;
    return at >= from + 3 && is_quote(bytes + at - 3, "\x98\x9C") ? 3 : 0;
}

static size_t sign_after(const char *bytes, size_t at, size_t length)
{
    if (at < length && is_sign(bytes[at]))
        return 1;
    return at + 3 <= length && is_quote(bytes + at, "\x99\x9D") ? 3 : 0;
}

bool latin_find(const char *bytes, size_t from, size_t length, struct latin_run *run)
{
    size_t start = from;
    while (start < length && !starts_word(bytes, start, length))
        start++;
    if (start >= length)
        return false;
    size_t end = word_end(bytes, start, length);
    for (size_t next; (next = next_word(bytes, end, length)) > end;)
        end = word_end(bytes, next, length);
    for (size_t sign; (sign = sign_after(bytes, end, length)) > 0;)
        end += sign;
    for (size_t sign; (sign = sign_before(bytes, from, start)) > 0;)
        start -= sign;
    while (end < length && bytes[end] == ' ')
        end++;
    *run = (struct latin_run){start, end};
    return true;
}
