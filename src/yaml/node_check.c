/*
 * The text before libyaml sees it: only UTF-8, only characters that YAML allows and that every
 * program agrees are no line ends, so that our lines and columns are those of an editor.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "yaml/node_parse.h"

enum { REPORTED_LINES = 20 }; /* a file in another encoding would fill the screen */

static const char byte_order_mark[] = "\xEF\xBB\xBF";

size_t node_text_start(const struct source *source)
{
    return source->length >= 3 && memcmp(source->text, byte_order_mark, 3) == 0 ? 3 : 0;
}

static bool starts_as_utf16(const struct source *source)
{
    return source->length >= 2 &&
           (memcmp(source->text, "\xFF\xFE", 2) == 0 || memcmp(source->text, "\xFE\xFF", 2) == 0);
}

/* A carriage return alone, NEL and the Unicode separators would be line ends to libyaml only. */
static bool is_allowed(char32_t c, char next)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || (c == '\r' && next == '\n');
    if ((c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
        return false;
    return c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

static void report(const struct source *source, size_t at, char32_t c, struct place place,
                   struct diag *diag)
{
    char shown[16];
    if (c == UTF8_BAD) {
        snprintf(shown, sizeof shown, "%02X", (unsigned)(unsigned char)source->text[at]);
        diag_say(diag, MESSAGE_YAML_NOT_UTF8, place, shown);
    } else {
        snprintf(shown, sizeof shown, "U+%04X", (unsigned)c);
        diag_say(diag, MESSAGE_YAML_CONTROL, place, shown);
    }
}

bool node_check_text(const struct source *source, struct diag *diag)
{
    struct place place = place_at(source, 1, 1);
    if (starts_as_utf16(source)) {
        diag_say(diag, MESSAGE_YAML_UTF16, place);
        return false;
    }
    uint32_t reported_line = 0;
    int reported = 0;
    for (size_t at = node_text_start(source); at < source->length && reported < REPORTED_LINES;) {
        size_t start = at;
        char32_t c = utf8_next(source->text, source->length, &at);
        bool fine = c != UTF8_BAD && is_allowed(c, source->text[at]);
        if (!fine && place.line != reported_line) {
            report(source, start, c, place, diag);
            reported_line = place.line;
            reported++;
        }
        place.column = c == '\n' ? 1 : place.column + 1;
        place.line += c == '\n';
    }
    return reported == 0;
}
