/*
 * A file is read line by line. Every line is looked at once for characters that do not belong, then
 * it is a remark, a section or a word. At most one error is reported for a line.
 */
#include "words/words.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "words/seen.h"

enum { FILE_MOST = 1024 * 1024, LINE_MOST = 500 /* bytes */ };

#define BOM "\xEF\xBB\xBF"

/* What a line belongs to besides a row of the table. */
#define BEFORE_SECTIONS SIZE_MAX
#define UNKNOWN_SECTION (SIZE_MAX - 1)

struct reader {
    struct arena *arena;
    const struct source *source;
    const struct words_table *table;
    struct diag *diag;
    size_t class;
    bool *met; /* by class */
    struct seen seen;
    struct words_entry *entry;
    size_t count;
    const char *line; /* its start */
    uint32_t number;  /* of the line */
};

struct span {
    const char *from, *to;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct span trim(struct span span)
{
    while (span.from < span.to && is_blank(*span.from))
        span.from++;
    while (span.from < span.to && is_blank(span.to[-1]))
        span.to--;
    return span;
}

static const char *find(struct span span, char c)
{
    return memchr(span.from, c, (size_t)(span.to - span.from));
}

static const char *copy(const struct reader *reader, struct span span)
{
    return arena_copy(reader->arena, span.from, (size_t)(span.to - span.from));
}

static struct place place_of(const struct reader *reader, const char *at)
{
    size_t before = utf8_count(reader->line, (size_t)(at - reader->line));
    return place_at(reader->source, reader->number, (uint32_t)before + 1);
}

/* ---- characters ---- */

/* Control characters, and those that cannot be seen or that look like an ordinary blank. */
static bool is_hidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

static bool has_good_characters(struct reader *reader, struct span span)
{
    size_t length = (size_t)(span.to - span.from);
    for (size_t at = 0; at < length;) {
        const char *from = span.from + at;
        char32_t c = utf8_next(span.from, length, &at);
        if (c == UTF8_BAD)
            diag_say(reader->diag, MESSAGE_WORDS_NOT_UTF8, place_of(reader, from));
        else if (is_hidden(c))
            diag_say(reader->diag, MESSAGE_WORDS_HIDDEN, place_of(reader, from),
                     arena_printf(reader->arena, "U+%04X", (unsigned)c));
        else
            continue;
        return false;
    }
    return true;
}

/* ---- sections ---- */

static bool is_name(const char *name, struct span span)
{
    size_t length = (size_t)(span.to - span.from);
    return name != NULL && strlen(name) == length && memcmp(name, span.from, length) == 0;
}

/* "label, unit, title" */
static const char *list_classes(const struct reader *reader)
{
    struct buffer list = {0};
    for (size_t i = 0; i < reader->table->classes; i++)
        if (reader->table->class[i].name != NULL)
            buffer_printf(&list, "%s%s", list.length > 0 ? ", " : "", reader->table->class[i].name);
    const char *copied = arena_string(reader->arena, buffer_text(&list));
    buffer_free(&list);
    return copied;
}

static void read_section(struct reader *reader, struct span span)
{
    reader->class = UNKNOWN_SECTION;
    if (span.to[-1] != ']') {
        diag_say(reader->diag, MESSAGE_WORDS_OPEN_SECTION, place_of(reader, span.to));
        return;
    }
    struct span name = trim((struct span){span.from + 1, span.to - 1});
    for (size_t i = 0; i < reader->table->classes; i++)
        if (is_name(reader->table->class[i].name, name))
            reader->class = i;
    if (reader->class == UNKNOWN_SECTION)
        diag_say(reader->diag, MESSAGE_WORDS_NO_CLASS, place_of(reader, name.from),
                 copy(reader, name), list_classes(reader));
    else
        reader->met[reader->class] = true;
}

static bool is_in_class(struct reader *reader, struct span span)
{
    if (reader->class == BEFORE_SECTIONS) {
        diag_say(reader->diag, MESSAGE_WORDS_BEFORE_SECTION, place_of(reader, span.from),
                 list_classes(reader));
        reader->class = UNKNOWN_SECTION; /* said once */
    }
    return reader->class != UNKNOWN_SECTION;
}

/* ---- words ---- */

static bool has_good_blanks(struct reader *reader, struct span span)
{
    bool one_word = reader->table->class[reader->class].form == WORDS_WORD;
    const char *blank = find(span, ' ');
    for (; blank != NULL; blank = find((struct span){blank + 1, span.to}, ' ')) {
        if (one_word)
            diag_say(reader->diag, MESSAGE_WORDS_BLANK, place_of(reader, blank));
        else if (blank[1] == ' ')
            diag_say(reader->diag, MESSAGE_WORDS_BLANKS, place_of(reader, blank));
        else
            continue;
        return false;
    }
    return true;
}

/* One word as a string of its own; NULL after an error. */
static const char *read_word(struct reader *reader, struct span span)
{
    if (span.from == span.to) {
        diag_say(reader->diag, MESSAGE_WORDS_HALF, place_of(reader, span.from));
        return NULL;
    }
    if (!has_good_blanks(reader, span))
        return NULL;
    const char *word = copy(reader, span);
    uint32_t before = seen_add(&reader->seen, word, reader->class, reader->number);
    if (before == 0)
        return word;
    diag_say(reader->diag, MESSAGE_WORDS_TWICE, place_of(reader, span.from), word,
             arena_printf(reader->arena, "%u", (unsigned)before));
    return NULL;
}

static size_t count_forms(struct span span)
{
    size_t count = 1;
    for (const char *c = span.from; c < span.to; c++)
        count += *c == '=';
    return count;
}

static void read_entry(struct reader *reader, struct span span)
{
    size_t forms = count_forms(span);
    bool wants_forms = reader->table->class[reader->class].form == WORDS_FORMS;
    if (wants_forms && forms == 1) {
        diag_say(reader->diag, MESSAGE_WORDS_HALF, place_of(reader, span.to));
        return;
    }
    if (!wants_forms && forms > 1) {
        diag_say(reader->diag, MESSAGE_WORDS_PAIR, place_of(reader, find(span, '=')));
        return;
    }
    const char **form = ARENA_NEW(reader->arena, const char *, forms);
    struct span rest = span;
    for (size_t i = 0; i < forms; i++) {
        const char *end = find(rest, '=');
        struct span part = {rest.from, end != NULL ? end : rest.to};
        form[i] = read_word(reader, trim(part));
        if (form[i] == NULL)
            return;
        rest.from = part.to + (end != NULL);
    }
    reader->entry[reader->count++] = (struct words_entry){
        .class = reader->class,
        .form = form,
        .forms = forms,
        .place = {reader->source, reader->number, (uint32_t)(span.from - reader->line) + 1}};
}

/* ---- the file ---- */

static void read_line(struct reader *reader, struct span line)
{
    struct span span = trim(line);
    if (span.from == span.to || *span.from == '#')
        return;
    if (span.to - span.from > LINE_MOST)
        diag_say(reader->diag, MESSAGE_WORDS_LONG, place_of(reader, span.from));
    else if (!has_good_characters(reader, span))
        return;
    else if (*span.from == '[')
        read_section(reader, span);
    else if (is_in_class(reader, span))
        read_entry(reader, span);
}

static void read_lines(struct reader *reader, struct span file)
{
    for (struct span line = file; line.from < file.to; line.from = line.to + 1) {
        const char *end = find((struct span){line.from, file.to}, '\n');
        line.to = end != NULL ? end : file.to;
        reader->line = line.from;
        reader->number++;
        read_line(reader, line);
    }
}

static void check_needed(const struct reader *reader)
{
    for (size_t i = 0; i < reader->table->classes; i++)
        if (reader->table->class[i].needed && !reader->met[i])
            diag_say(reader->diag, MESSAGE_WORDS_MISSING, (struct place){.source = reader->source},
                     reader->table->class[i].name);
}

/* No file has more words than this, and none more lines. */
static size_t count_most(struct span file)
{
    size_t most = 1;
    for (const char *c = file.from; c < file.to; c++)
        most += *c == '\n' || *c == '=';
    return most;
}

/* The row of the table for lines before any section. */
static size_t first_class(const struct words_table *table)
{
    for (size_t i = 0; i < table->classes; i++)
        if (table->class[i].name == NULL)
            return i;
    return BEFORE_SECTIONS;
}

struct words words_read(struct arena *arena, const struct source *source,
                        const struct words_table *table, struct diag *diag)
{
    struct span file = {source->text, source->text + source->length};
    if (source->length > FILE_MOST) {
        diag_say(diag, MESSAGE_WORDS_FILE, (struct place){.source = source});
        return (struct words){0};
    }
    if (source->length >= strlen(BOM) && memcmp(file.from, BOM, strlen(BOM)) == 0)
        file.from += strlen(BOM);
    size_t most = count_most(file);
    struct reader reader = {.arena = arena,
                            .source = source,
                            .table = table,
                            .diag = diag,
                            .class = first_class(table),
                            .met = ARENA_NEW(arena, bool, table->classes),
                            .seen = seen_new(most),
                            .entry = ARENA_NEW(arena, struct words_entry, most)};
    read_lines(&reader, file);
    check_needed(&reader);
    seen_free(&reader.seen);
    return (struct words){reader.entry, reader.count};
}
