/*
 * UTF-8 after the table of well-formed sequences (Unicode, table 3-7): overlong forms, surrogates
 * and anything above U+10FFFF are malformed.
 */
#include "base/utf8.h"

/* How many bytes a sequence that starts with this byte has; 0 when none starts so. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

/* The second byte rules out overlong forms, surrogates and what is above U+10FFFF. */
static bool second_allowed(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

/* Any sequence of more than one byte, byte by byte. */
static char32_t next_long(const unsigned char *byte, size_t left, size_t *at)
{
    size_t need = sequence_length(byte[0]);
    *at += 1;
    if (need == 0 || need > left || !second_allowed(byte[0], byte[1]))
        return UTF8_BAD;
    char32_t c = byte[0] & (0x7Fu >> need);
    for (size_t i = 1; i < need; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        c = (c << 6) | (byte[i] & 0x3Fu);
    }
    *at += need - 1;
    return c;
}

/* ASCII and Thai, which nearly all text is, take the short ways. */
char32_t utf8_next(const char *text, size_t length, size_t *at)
{
    const unsigned char *byte = (const unsigned char *)text + *at;
    size_t left = length - *at;
    if (byte[0] < 0x80) {
        *at += 1;
        return byte[0];
    }
    if (byte[0] == 0xE0 && left >= 3 && (byte[1] == 0xB8 || byte[1] == 0xB9) &&
        (byte[2] & 0xC0) == 0x80) {
        *at += 3;
        return (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
    }
    return next_long(byte, left, at);
}

size_t utf8_write(char32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)((0xF00u >> length & 0xF0) | c);
    return length;
}

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; count++)
        utf8_next(text, length, &at);
    return count;
}

static bool is_unseen(char32_t c)
{
    static const struct {
        char32_t first, last;
    } RANGES[] = {
        {0x0000, 0x0020}, {0x007F, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C},
        {0x1680, 0x1680}, {0x180B, 0x180E}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
        {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    };
    for (size_t i = 0; i < sizeof RANGES / sizeof RANGES[0]; i++)
        if (c >= RANGES[i].first && c <= RANGES[i].last)
            return true;
    return false;
}

bool utf8_is_blank(const char *text, size_t length)
{
    for (size_t at = 0; at < length;)
        if (!is_unseen(utf8_next(text, length, &at)))
            return false;
    return true;
}

size_t utf8_blank(const char *text, size_t at, size_t end)
{
    if (at >= end)
        return 0;
    if (text[at] == ' ' || text[at] == '\t')
        return 1;
    if ((unsigned char)text[at] < 0x80)
        return 0;
    size_t after = at;
    char32_t c = utf8_next(text, end, &after);
    return c == 0xA0 || c == 0x2003 || c == 0x2002 || c == 0x3000 ? after - at : 0;
}

size_t utf8_skip_blanks(const char *text, size_t at, size_t end)
{
    for (size_t blank; (blank = utf8_blank(text, at, end)) > 0;)
        at += blank;
    return at;
}

bool utf8_is_thai(char32_t c)
{
    return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E3F && c <= 0x0E5B);
}

bool utf8_is_thai_mark(char32_t c)
{
    return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
}

bool utf8_is_thai_digit(char32_t c)
{
    return c >= 0x0E50 && c <= 0x0E59;
}

bool utf8_is_digit(char32_t c)
{
    return (c >= '0' && c <= '9') || utf8_is_thai_digit(c);
}

/* A letter or mark that a word can go on from (no digit, no ๆ, no ฯ), or what only parts words. */
static bool goes_on(char32_t c)
{
    if ((c >= 0x200B && c <= 0x200D) || c == 0x2060)
        return true;
    return utf8_is_thai(c) && !utf8_is_thai_digit(c) && c != 0x0E46 && c != 0x0E2F;
}

bool utf8_joins_lines(char32_t before, char32_t after)
{
    return goes_on(before) && goes_on(after);
}

/* Ranges in rising order; U+2028 and U+2029 are line ends to some programs only. */
static const struct {
    char32_t from, to;
} UNTYPED[] = {
    {0x0000, 0x0008}, {0x000B, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x206F}, {0xD800, 0xDFFF},
    {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFD}, {0xE0000, 0xE007F},
};

bool utf8_may_be_typed(char32_t c)
{
    for (size_t i = 0; i < sizeof UNTYPED / sizeof *UNTYPED; i++)
        if (c <= UNTYPED[i].to)
            return c < UNTYPED[i].from && (c & 0xFFFE) != 0xFFFE;
    return c <= 0x10FFFF && (c & 0xFFFE) != 0xFFFE;
}

int utf8_cells(char32_t c)
{
    if (utf8_is_thai_mark(c) || (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) ||
        (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF)
        return 0;
    if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
        (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
        (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
        (c >= 0x20000 && c <= 0x3FFFD))
        return 2;
    return 1;
}
