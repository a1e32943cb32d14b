/* Only ASCII counts: a letter of another alphabet ends a run. A lone letter is a sign, not a word. */
#include "paint/latin.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A sign that joins two letters, as in E-Service and Q&A. */
static bool is_joint(const char *bytes, size_t at, size_t length)
{
    return at + 1 < length && (bytes[at] == '-' || bytes[at] == '&') && is_letter(bytes[at + 1]);
}

/* Where a word that starts here ends: behind its letters and digits. */
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

/* Behind a word: the start of another one that only signs and spaces of ASCII part from it, or `at`. */
static size_t next_word(const char *bytes, size_t at, size_t length)
{
    size_t next = at;
    while (next < length && (unsigned char)bytes[next] < 0x80 && !is_letter(bytes[next]) &&
           bytes[next] != '\n')
        next++;
    return starts_word(bytes, next, length) ? next : at;
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
    while (end < length && bytes[end] == ' ')
        end++;
    *run = (struct latin_run){start, end};
    return true;
}
