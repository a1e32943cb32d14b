/*
 * The printer: messages are taken in order, and each is shown with the line it is about.
 * Columns count code points, but a terminal shows Thai marks in no column of their own: the caret
 * is placed by cells. Whatever comes from the input is cleaned on its way of characters that may not be typed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/diag_list.h"
#include "base/utf8.h"

enum {
    TAB_CELLS = 4,
    SHOWN_CELLS = 100,       /* of a long source line */
    CARET_CELLS = 60,        /* of them before the caret */
    FARTHEST_COLUMN = 10000, /* a line that is longer was not written by hand, and is not shown */
    ARGUMENT_LIMIT = 400,    /* code points */
    LINES_MOST = 40,         /* named of a message that says for several */
    MOST_OF_A_KIND = 50      /* entries of one code, where they cannot be said as one */
};

#define COLOUR_PLAIN "\033[0m"
#define COLOUR_PLACE "\033[1m"
#define COLOUR_CARET "\033[1;32m"

static const char *const severity_words[2][DIAG_ERROR + 1] = {
    [DIAG_ENGLISH] = {"note", "warning", "error"},
    [DIAG_THAI] = {"หมายเหตุ", "คำเตือน", "ข้อผิดพลาด"},
};

static const char *const severity_colours[DIAG_ERROR + 1] = {"\033[1;36m", "\033[1;35m",
                                                             "\033[1;31m"};

static const char *const hint_words[2] = {"hint", "คำแนะนำ"};

/* Walks down the lines of one file as the messages do. */
struct line_cursor {
    const struct source *source;
    uint32_t line;
    size_t offset;
};

struct printer {
    FILE *to;
    struct diag_style style;
    struct line_cursor cursor;
};

static void add_code_point(struct buffer *out, char32_t c)
{
    if (c == '\n' || c == '\t')
        c = ' ';
    else if (c == UTF8_BAD || !utf8_may_be_typed(c))
        c = 0xFFFD;
    char bytes[4];
    buffer_add(out, bytes, utf8_write(c, bytes));
}

static void add_argument(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    size_t at = 0;
    for (size_t count = 0; at < length && count < ARGUMENT_LIMIT; count++)
        add_code_point(out, utf8_next(text, length, &at));
    if (at < length)
        buffer_add_string(out, "…");
}

/* A sentence with its {1}, {2} … replaced; an argument that is not there becomes nothing. */
void diag_sentence(struct buffer *out, const char *sentence, const char *const *argument)
{
    size_t count = 0;
    while (argument[count] != NULL)
        count++;
    for (const char *c = sentence; *c != '\0'; c++) {
        if (c[0] == '{' && c[1] >= '1' && c[1] <= '9' && c[2] == '}') {
            size_t index = (size_t)(c[1] - '1');
            if (index < count)
                add_argument(out, argument[index]);
            c += 2;
        } else {
            buffer_add_char(out, *c);
        }
    }
}

/* The line's text; length without its end. */
static const char *line_text(struct line_cursor *cursor, struct place place, size_t *length)
{
    const struct source *source = place.source;
    if (cursor->source != source || cursor->line > place.line)
        *cursor = (struct line_cursor){source, 1, 0};
    while (cursor->line < place.line) {
        const char *from = source->text + cursor->offset;
        const char *end = memchr(from, '\n', source->length - cursor->offset);
        if (end == NULL)
            return NULL;
        cursor->offset += (size_t)(end - from) + 1;
        cursor->line++;
    }
    const char *line = source->text + cursor->offset;
    size_t left = source->length - cursor->offset;
    const char *end = memchr(line, '\n', left);
    *length = end != NULL ? (size_t)(end - line) : left;
    if (*length > 0 && line[*length - 1] == '\r')
        (*length)--;
    if (cursor->offset == 0 && *length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) {
        line += 3;
        *length -= 3;
    }
    return line;
}

static int cells(char32_t c)
{
    return c == '\t' ? TAB_CELLS : utf8_cells(c == UTF8_BAD ? 0xFFFD : c);
}

/* The cell, from 0, in which the code point of a column is seen: a mark is seen on its base. */
static int caret_cell(const char *line, size_t length, uint32_t column)
{
    int cell = 0;
    size_t at = 0;
    for (uint32_t i = 1; i < column; i++)
        cell += at < length ? cells(utf8_next(line, length, &at)) : 1;
    bool mark = at < length && cells(utf8_next(line, length, &at)) == 0;
    return mark && cell > 0 ? cell - 1 : cell;
}

/* The part of the line around the caret; returns the cell at which that part starts. */
static int add_line(struct buffer *out, const char *line, size_t length, int caret)
{
    int skip = caret > SHOWN_CELLS - 10 ? caret - CARET_CELLS : 0;
    int cell = 0;
    int start = -1;
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(line, length, &at);
        int width = cells(c);
        if (start < 0 && cell >= skip && width > 0) {
            start = skip > 0 ? cell - 1 : 0;
            buffer_add_string(out, skip > 0 ? "…" : "");
        }
        if (start >= 0 && cell + width > start + SHOWN_CELLS) {
            buffer_add_string(out, "…");
            break;
        }
        if (start >= 0 && c == '\t')
            buffer_printf(out, "%*s", TAB_CELLS, "");
        else if (start >= 0)
            add_code_point(out, c);
        cell += width;
    }
    return start > 0 ? start : 0;
}

static void add_coloured(struct buffer *out, bool colour, const char *start, const char *text)
{
    buffer_printf(out, "%s%s%s", colour ? start : "", text, colour ? COLOUR_PLAIN : "");
}

static void add_excerpt(struct printer *printer, struct buffer *out, struct place place)
{
    size_t length = 0;
    if (place.source == NULL || place.line == 0 || place.column > FARTHEST_COLUMN)
        return;
    const char *line = line_text(&printer->cursor, place, &length);
    if (line == NULL || place.column == 0)
        return;
    int caret = caret_cell(line, length, place.column);
    int digits = snprintf(NULL, 0, "%u", (unsigned)place.line);
    buffer_printf(out, "  %u | ", (unsigned)place.line);
    int start = add_line(out, line, length, caret);
    buffer_printf(out, "\n  %*s | %*s", digits, "", caret - start, "");
    add_coloured(out, printer->style.colour, COLOUR_CARET, "^");
    buffer_add_char(out, '\n');
}

static void add_place(struct buffer *out, struct place place, bool colour)
{
    struct buffer text = {0};
    add_argument(&text, place.source != NULL ? place.source->path : "itareport");
    if (place.source != NULL && place.line > 0)
        buffer_printf(&text, ":%u", (unsigned)place.line);
    if (place.source != NULL && place.line > 0 && place.column > 0)
        buffer_printf(&text, ":%u", (unsigned)place.column);
    buffer_add_char(&text, ':');
    add_coloured(out, colour, COLOUR_PLACE, text.bytes);
    buffer_free(&text);
}

static void add_remark(struct buffer *out, enum diag_language language, const char *sentence,
                       const char *const *argument)
{
    buffer_printf(out, "  %s: ", severity_words[language][DIAG_NOTE]);
    diag_sentence(out, sentence, argument);
    buffer_add_char(out, '\n');
}

/* What of an argument goes beside the number of its line; most do not say more than the line itself. */
static const char *beside_line(const struct diag_entry *entry, const struct diag_message *other,
                               enum diag_language language)
{
    const char *text = other->argument[language][0];
    const char *first = entry->message->argument[language][0];
    bool is_short = text != NULL && utf8_count(text, strlen(text)) <= DIAG_BESIDE;
    return entry->many == NULL && is_short && strcmp(text, first) != 0 ? text : NULL;
}

/* The lines of the others, each once, without that of the first; returns how many. */
static size_t list_lines(struct buffer *out, const struct diag_entry *entry,
                         enum diag_language language)
{
    size_t count = 0;
    uint32_t last = entry->message->place.line;
    for (size_t i = 0; i < entry->others && count < LINES_MOST; i++) {
        const struct diag_message *other = entry->other[i];
        if (other->place.source == NULL || other->place.line == last)
            continue;
        last = other->place.line;
        const char *beside = beside_line(entry, other, language);
        buffer_printf(out, "%s%u", count > 0 ? ", " : "", (unsigned)last);
        if (beside != NULL)
            buffer_printf(out, " (%s)", beside);
        count++;
    }
    if (count == LINES_MOST)
        buffer_add_string(out, ", …");
    return count;
}

/* Says where the others are; a sentence that is for all of them has told already how many there are. */
static void add_others(struct buffer *out, const struct diag_entry *entry,
                       enum diag_language language, struct arena *arena)
{
    struct buffer lines = {0};
    size_t count = list_lines(&lines, entry, language);
    const char *const argument[] = {buffer_text(&lines), arena_printf(arena, "%zu", entry->others),
                                    NULL};
    if (entry->many == NULL && entry->others > 0)
        add_remark(out, language,
                   diag_phrase(count > 0 ? MESSAGE_MORE_LINES : MESSAGE_MORE_HERE, language),
                   argument);
    else if (count > 0)
        add_remark(out, language, diag_phrase(MESSAGE_ALSO_LINES, language), argument);
    buffer_free(&lines);
}

static void print_entry(struct printer *printer, const struct diag_entry *entry,
                        struct arena *arena)
{
    const struct diag_message *message = entry->message;
    const struct diag_row *row = diag_row(message->code);
    enum diag_language language = printer->style.language;
    const char *const *argument = diag_entry_arguments(entry, language, arena);
    const char *hint = diag_entry_hint(entry, language);
    bool colour = printer->style.colour;
    struct buffer out = {0};
    add_place(&out, message->place, colour);
    buffer_add_char(&out, ' ');
    add_coloured(&out, colour, severity_colours[message->severity],
                 severity_words[language][message->severity]);
    buffer_add_string(&out, ": ");
    diag_sentence(&out, diag_entry_sentence(entry, language), argument);
    buffer_printf(&out, " [%s]\n", row->rule);
    add_excerpt(printer, &out, message->place);
    add_others(&out, entry, language, arena);
    for (size_t i = 0; i < message->remarks; i++)
        add_remark(&out, language, diag_row(message->remark[i].code)->sentence[language],
                   message->remark[i].argument);
    /* What is let pass needs no advice. */
    if (hint[0] != '\0' && message->severity == row->severity) {
        buffer_printf(&out, "  %s: ", hint_words[language]);
        diag_sentence(&out, hint, argument);
        buffer_add_char(&out, '\n');
    }
    fwrite(out.bytes, 1, out.length, printer->to);
    buffer_free(&out);
}

/* What of a kind was not printed: so many entries. */
static void print_more(struct printer *printer, enum diag_code code, size_t count,
                       struct arena *arena)
{
    const char *const argument[] = {arena_printf(arena, "%zu", count), diag_row(code)->rule, NULL};
    struct diag_message message = {
        .code = MESSAGE_MORE_OF_A_KIND, .severity = DIAG_NOTE, .argument = {argument, argument}};
    print_entry(printer, &(struct diag_entry){.message = &message}, arena);
}

void diag_print(const struct diag *diag, FILE *to, struct diag_style style)
{
    struct printer printer = {to, style, {0}};
    size_t seen[DIAG_CODES] = {0};
    struct diag_listing listing = diag_list(diag, &style);
    for (size_t i = 0; i < listing.count; i++)
        if (++seen[listing.entry[i].message->code] <= MOST_OF_A_KIND)
            print_entry(&printer, &listing.entry[i], listing.arena);
    for (size_t code = 0; code < DIAG_CODES; code++)
        if (seen[code] > MOST_OF_A_KIND)
            print_more(&printer, (enum diag_code)code, seen[code] - MOST_OF_A_KIND, listing.arena);
    diag_listing_free(&listing);
}
