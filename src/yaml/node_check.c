/*
 * Characters. The text before libyaml sees it: only UTF-8, only what may be typed, so that lines and
 * columns are those of an editor and nothing in it looks like something else. And the values after
 * libyaml has seen them, since an escape can say any character.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/script.h"
#include "base/utf8.h"
#include "yaml/node_parse.h"

enum {
    REPORTED_LINES = 20, /* a file in another encoding would fill the screen */
    LOST = 0xFFFD        /* what programs write where they could not read a letter */
};

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
    return utf8_may_be_typed(c) || (c == '\r' && next == '\n');
}

static void say_character(char32_t c, struct place place, struct diag *diag)
{
    char shown[16];
    snprintf(shown, sizeof shown, "U+%04X", (unsigned)c);
    diag_say(diag, c == LOST ? MESSAGE_YAML_LOST : MESSAGE_YAML_CONTROL, place, shown);
}

static void report(const struct source *source, size_t at, char32_t c, struct place place,
                   struct diag *diag)
{
    char shown[16];
    if (c != UTF8_BAD) {
        say_character(c, place, diag);
        return;
    }
    snprintf(shown, sizeof shown, "%02X", (unsigned)(unsigned char)source->text[at]);
    diag_say(diag, MESSAGE_YAML_NOT_UTF8, place, shown);
}

/* ---- other encodings ---- */

/* The letters of TIS-620 and the quotes and dashes that Windows-874 has besides. */
static bool is_windows_874(unsigned char byte)
{
    return (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB) || byte == 0x80 ||
           byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0xA0;
}

/* Whether a file is Windows-874: all its bytes above ASCII are, and what happens to be Thai in UTF-8 is far less than
 * what is no UTF-8. The line of the first that is none. */
static bool is_all_windows_874(const struct source *source, uint32_t *line)
{
    enum { LESS = 8 };
    size_t bad = 0, thai = 0;
    uint32_t at_line = 1;
    for (size_t at = node_text_start(source); at < source->length;) {
        size_t start = at;
        char32_t c = utf8_next(source->text, source->length, &at);
        for (size_t i = start; i < at; i++)
            if ((unsigned char)source->text[i] >= 0x80 &&
                !is_windows_874((unsigned char)source->text[i]))
                return false;
        if (c == UTF8_BAD && bad++ == 0)
            *line = at_line;
        thai += utf8_is_thai(c);
        at_line += c == '\n';
    }
    return bad > 0 && thai < bad / LESS + 1;
}

/* The name of a file as a word of a command line. */
static const char *as_word(struct arena *arena, const char *path)
{
    struct buffer word = {0};
    buffer_add_char(&word, '\'');
    for (const char *c = path; *c != '\0'; c++)
        buffer_add_string(&word, *c == '\'' ? "'\\''" : (const char[]){*c, '\0'});
    buffer_add_char(&word, '\'');
    const char *copy = arena_string(arena, buffer_text(&word));
    buffer_free(&word);
    return copy;
}

/* One error for the whole file, with the command that turns it into UTF-8. */
static void say_encoding(const struct source *source, enum diag_code code, struct place place,
                         const char *encoding, struct diag *diag)
{
    struct arena *arena = arena_new();
    const char *old = as_word(arena, source->path);
    const char *new = as_word(arena, arena_printf(arena, "%s.utf8", source->path));
    diag_say(diag, code, place,
             arena_printf(arena, "iconv -f %s -t UTF-8 %s > %s && mv %s %s", encoding, old, new,
                          new, old));
    arena_free(arena);
}

/* Whether a file without a mark is UTF-16: every other of its first bytes is zero. */
static const char *utf16_without_mark(const struct source *source)
{
    enum { LOOKED_AT = 16 };
    size_t even = 0, odd = 0;
    for (size_t i = 0; i < LOOKED_AT && i < source->length; i++)
        *(i % 2 == 0 ? &even : &odd) += source->text[i] == '\0';
    if (odd >= LOOKED_AT / 4 && even == 0)
        return "UTF-16LE";
    return even >= LOOKED_AT / 4 && odd == 0 ? "UTF-16BE" : NULL;
}

/* False after reporting that the whole file is in another encoding. */
static bool check_encoding(const struct source *source, struct diag *diag)
{
    uint32_t line = 1; /* without a column: what is there cannot be shown */
    const char *utf16 = starts_as_utf16(source) ? "UTF-16" : utf16_without_mark(source);
    if (utf16 != NULL)
        say_encoding(source, MESSAGE_YAML_UTF16, place_at(source, line, 0), utf16, diag);
    else if (is_all_windows_874(source, &line))
        say_encoding(source, MESSAGE_YAML_WINDOWS_874, place_at(source, line, 0), "CP874", diag);
    else
        return true;
    return false;
}

bool node_check_text(const struct source *source, struct diag *diag)
{
    struct place place = place_at(source, 1, 1);
    if (!check_encoding(source, diag))
        return false;
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

/* `C:\` where one backslash begins an escape: a path was meant, and \t or \n in it would be blanks. */
static bool is_drive(const char *text, size_t at)
{
    char letter = text[at];
    char before = text[at - 1];
    return ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) &&
           (before == '"' || before == ' ') && text[at + 1] == ':' && text[at + 2] == '\\' &&
           text[at + 3] != '\\';
}

static void check_drives(const struct node *node, struct diag *diag)
{
    const struct source *source = node->place.source;
    struct place place = node->place;
    for (size_t at = node->offset; at + 3 < node->end;) {
        if (at > node->offset && is_drive(source->text, at)) {
            place.column += 2;
            diag_say(diag, MESSAGE_YAML_ESCAPE, place);
            return;
        }
        char32_t c = utf8_next(source->text, source->length, &at);
        place.column = c == '\n' ? 1 : place.column + 1;
        place.line += c == '\n';
    }
}

void node_check_direction(const struct node *node, struct diag *diag)
{
    for (size_t at = 0; at < node->length;) {
        size_t start = at;
        char32_t c = utf8_next(node->text, node->length, &at);
        const struct script *script = script_from_right(c);
        if (script != NULL) {
            char code[16];
            snprintf(code, sizeof code, "U+%04X", (unsigned)c);
            diag_say(diag, MESSAGE_YAML_FROM_RIGHT, node_place_inside(node, start), code,
                     script->english, script->thai);
            return; /* one a value: they come in words */
        }
    }
}

void node_check_value(const struct node *node, struct diag *diag)
{
    const char *source = node->place.source->text + node->offset;
    if (source[0] != '"' || memchr(source, '\\', node->end - node->offset) == NULL)
        return;
    check_drives(node, diag);
    for (size_t at = 0; at < node->length;) {
        size_t start = at;
        char32_t c = utf8_next(node->text, node->length, &at);
        if (!utf8_may_be_typed(c)) {
            say_character(c, node_place_inside(node, start), diag);
            return; /* one a value: finding its place means reading the value again */
        }
    }
}
