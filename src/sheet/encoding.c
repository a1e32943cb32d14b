#include "sheet/encoding.h"

#include <string.h>

#include "base/utf8.h"

static void add(struct buffer *out, char32_t c)
{
    char bytes[4];
    buffer_add(out, bytes, utf8_write(c, bytes));
}

static bool is_utf8(const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;)
        if (utf8_next(bytes, length, &at) == UTF8_BAD)
            return false;
    return true;
}

/* What a byte of Windows-874 means; 0: nothing. */
static char32_t thai_character(unsigned char byte)
{
    static const char32_t quotes[] = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
    if (byte < 0x80)
        return byte;
    if (byte == 0x80)
        return 0x20AC;
    if (byte == 0x85)
        return 0x2026;
    if (byte >= 0x91 && byte <= 0x97)
        return quotes[byte - 0x91];
    if (byte == 0xA0)
        return 0xA0;
    bool is_thai = (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
    return is_thai ? 0x0E00 + (char32_t)byte - 0xA0 : 0;
}

static bool add_thai(const char *bytes, size_t length, struct buffer *out, size_t *bad)
{
    for (size_t i = 0; i < length; i++) {
        char32_t c = thai_character((unsigned char)bytes[i]);
        if (c == 0) {
            *bad = i;
            return false;
        }
        add(out, c);
    }
    return true;
}

/* One unit of UTF-16; the high byte is at `high` of the two. */
static char32_t unit_at(const char *bytes, size_t high)
{
    return (char32_t)((unsigned char)bytes[high] << 8 | (unsigned char)bytes[1 - high]);
}

static bool add_utf16(const char *bytes, size_t length, size_t high, struct buffer *out,
                      size_t *bad)
{
    for (size_t i = 2; i + 1 < length; i += 2) {
        char32_t c = unit_at(bytes + i, high);
        bool is_pair = c >= 0xD800 && c < 0xDC00 && i + 3 < length;
        if (is_pair) {
            char32_t low = unit_at(bytes + i + 2, high);
            is_pair = low >= 0xDC00 && low < 0xE000;
            c = is_pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : c;
        }
        if (c >= 0xD800 && c < 0xE000) {
            *bad = i;
            return false;
        }
        add(out, c);
        i += is_pair ? 2 : 0;
    }
    return true;
}

bool encoding_to_utf8(const char *bytes, size_t length, struct buffer *out, size_t *bad)
{
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return add_utf16(bytes, length, 1, out, bad);
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return add_utf16(bytes, length, 0, out, bad);
    size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (!is_utf8(bytes + mark, length - mark) && mark == 0)
        return add_thai(bytes, length, out, bad);
    for (size_t at = mark; at < length;) {
        *bad = at;
        char32_t c = utf8_next(bytes, length, &at);
        if (c == UTF8_BAD)
            return false;
        add(out, c);
    }
    return true;
}
