#include "base/escape.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* A code point as YAML writes it by number. */
static void add_number(struct buffer *out, char32_t c)
{
    if (c < 0x100)
        buffer_printf(out, "\\x%02X", (unsigned)c);
    else if (c < 0x10000)
        buffer_printf(out, "\\u%04X", (unsigned)c);
    else
        buffer_printf(out, "\\U%08X", (unsigned)c);
}

void escape_text(struct buffer *out, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t start = at;
        char32_t c = utf8_next(text, length, &at);
        if (c == '\n')
            buffer_add_string(out, "\\n");
        else if (c == '"' || c == '\\')
            buffer_printf(out, "\\%c", (char)c);
        else if (c != UTF8_BAD && (c == '\t' || !utf8_may_be_typed(c)))
            add_number(out, c);
        else
            buffer_add(out, text + start, at - start);
    }
}

void escape_quoted(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    escape_text(out, text, strlen(text));
    buffer_add_char(out, '"');
}

void escape_json(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_add_char(out, '"');
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        if (c == UTF8_BAD)
            c = 0xFFFD;
        if (c == '"' || c == '\\')
            buffer_printf(out, "\\%c", (char)c);
        else if (c == '\n')
            buffer_add_string(out, "\\n");
        else if (c < 0x10000 && c != 0xFFFD && (c == '\t' || !utf8_may_be_typed(c)))
            buffer_printf(out, "\\u%04x", (unsigned)c);
        else {
            char bytes[4];
            buffer_add(out, bytes, utf8_write(c, bytes));
        }
    }
    buffer_add_char(out, '"');
}

/* XML 1.0 has no other controls, not even by number. */
static bool is_xml(char c)
{
    return (unsigned char)c >= ' ' || c == '\t' || c == '\n' || c == '\r';
}

void escape_xml(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&':
            buffer_add_string(out, "&amp;");
            break;
        case '<':
            buffer_add_string(out, "&lt;");
            break;
        case '>':
            buffer_add_string(out, "&gt;");
            break;
        case '"':
            buffer_add_string(out, "&quot;");
            break;
        default:
            buffer_add_string(out, is_xml(*text) ? (char[]){*text, '\0'} : "\uFFFD");
        }
    }
}

static void add_percent(struct buffer *out, unsigned char byte)
{
    buffer_printf(out, "%%%02X", byte);
}

void escape_path(struct buffer *out, const char *path)
{
    for (const unsigned char *c = (const unsigned char *)path; *c != '\0'; c++) {
        if (*c < 0x80 && (isalnum(*c) || strchr("/-._~", *c) != NULL))
            buffer_add_char(out, (char)*c);
        else
            add_percent(out, *c);
    }
}

void escape_uri(struct buffer *out, const char *uri)
{
    for (const unsigned char *c = (const unsigned char *)uri; *c != '\0'; c++) {
        if (*c > ' ' && *c < 0x7F)
            buffer_add_char(out, (char)*c);
        else
            add_percent(out, *c);
    }
}
