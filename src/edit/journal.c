/*
 * The file: a line that says what it is, one with two numbers, and an entry after the other: a line with the name, the
 * place, both lengths and both checksums, then the bytes that were and those that are. Lengths come before bytes, so
 * nothing in them needs to be escaped.
 */
#include "edit/journal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "source/file.h"

static const char MAGIC[] = "itareport journal 1\n";

enum { NAME_ROOM = 32 }; /* of a file's name, with its end */

/* ---- writing ---- */

/* The first entry that is kept: entries that were taken back stay, and the oldest of the others go first. */
static size_t first_kept(const struct journal *journal)
{
    size_t first = journal->count, bytes = 0;
    while (first > 0 && journal->count - first < JOURNAL_ENTRIES) {
        const struct editor_entry *entry = &journal->entry[first - 1];
        bytes += entry->old_length + entry->new_length;
        if (bytes > JOURNAL_BYTES)
            break;
        first--;
    }
    return first < journal->done ? first : journal->done;
}

static void add_entry(struct buffer *out, const struct editor_entry *entry)
{
    buffer_printf(out, "%s %zu %zu %zu %s %s\n", file_name(entry->path), entry->start,
                  entry->old_length, entry->new_length, entry->before.digits, entry->after.digits);
    buffer_add(out, entry->old_bytes, entry->old_length);
    buffer_add(out, entry->new_bytes, entry->new_length);
    buffer_add_char(out, '\n');
}

bool journal_write(const char *path, const struct journal *journal)
{
    struct buffer out = {0};
    size_t first = first_kept(journal);
    buffer_printf(&out, "%s%zu %zu\n", MAGIC, journal->count - first, journal->done - first);
    for (size_t i = first; i < journal->count; i++)
        add_entry(&out, &journal->entry[i]);
    bool good = file_write(path, buffer_text(&out), out.length);
    buffer_free(&out);
    return good;
}

/* ---- reading ---- */

struct reader {
    struct arena *arena;
    const char *folder;
    const char *at, *end;
};

/* The next line, without its end; NULL when there is none. */
static char *take_line(struct reader *reader)
{
    const char *end = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
    if (end == NULL)
        return NULL;
    char *line = arena_copy(reader->arena, reader->at, (size_t)(end - reader->at));
    reader->at = end + 1;
    return line;
}

static const char *take_bytes(struct reader *reader, size_t length)
{
    if (length > (size_t)(reader->end - reader->at))
        return NULL;
    const char *bytes = arena_copy(reader->arena, reader->at, length);
    reader->at += length;
    return bytes;
}

static bool is_checksum(const char *digits)
{
    return strspn(digits, "0123456789abcdef") == CHECKSUM_DIGITS && digits[CHECKSUM_DIGITS] == '\0';
}

static bool read_entry(struct reader *reader, struct editor_entry *entry)
{
    char name[NAME_ROOM];
    const char *line = take_line(reader);
    if (line == NULL ||
        sscanf(line, "%31s %zu %zu %zu %64s %64s", name, &entry->start, &entry->old_length,
               &entry->new_length, entry->before.digits, entry->after.digits) != 6 ||
        strchr(name, '/') != NULL || !is_checksum(entry->before.digits) ||
        !is_checksum(entry->after.digits))
        return false;
    entry->path = file_join(reader->arena, reader->folder, name);
    entry->old_bytes = take_bytes(reader, entry->old_length);
    entry->new_bytes = entry->old_bytes != NULL ? take_bytes(reader, entry->new_length) : NULL;
    const char *end = entry->new_bytes != NULL ? take_line(reader) : NULL;
    return end != NULL && *end == '\0';
}

static bool read_entries(struct reader *reader, struct journal *out)
{
    const char *line = take_line(reader);
    if (line == NULL || sscanf(line, "%zu %zu", &out->count, &out->done) != 2 ||
        out->count > JOURNAL_ENTRIES || out->done > out->count)
        return false;
    struct editor_entry *entry = ARENA_NEW(reader->arena, struct editor_entry, out->count + 1);
    out->entry = entry;
    for (size_t i = 0; i < out->count; i++)
        if (!read_entry(reader, &entry[i]))
            return false;
    return reader->at == reader->end;
}

static bool is_as_left(const struct editor_entry *entry, const struct checksum *left)
{
    struct buffer now = {0};
    bool is = file_read(entry->path, &now) == 0;
    if (is) {
        struct checksum found = checksum_of(buffer_text(&now), now.length);
        is = strcmp(found.digits, left->digits) == 0;
    }
    buffer_free(&now);
    return is;
}

/* Whether the next change to take back, and to do again, could be. */
static bool is_of_now(const struct journal *journal)
{
    const struct editor_entry *last = journal->entry + journal->done - 1, *next = last + 1;
    return (journal->done == 0 || is_as_left(last, &last->after)) &&
           (journal->done == journal->count || is_as_left(next, &next->before));
}

struct journal journal_read(struct arena *arena, const char *path, const char *folder)
{
    struct buffer bytes = {0};
    struct journal journal = {0};
    size_t magic = sizeof MAGIC - 1;
    if (file_read(path, &bytes) == 0 && bytes.length > magic &&
        memcmp(bytes.bytes, MAGIC, magic) == 0) {
        struct reader reader = {arena, folder, bytes.bytes + magic, bytes.bytes + bytes.length};
        if (!read_entries(&reader, &journal) || !is_of_now(&journal))
            journal = (struct journal){0};
    }
    buffer_free(&bytes);
    return journal;
}
