/*
 * The directory at the end is what counts; each entry's own header must agree with it, and no two entries may share
 * bytes. So there is one reading of an archive only, and its size is known before anything is unpacked.
 */
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/utf8.h"
#include "zip/zip.h"
#include "zip/zip_records.h"

enum {
    LONGEST_COMMENT = 0xFFFF,
    UNKNOWN_16 = 0xFFFF, /* ZIP64 has the number */
    MEGABYTE = 1 << 20
};
static const uint32_t UNKNOWN_32 = 0xFFFFFFFFu;

/* The end of the directory, as the last record says it. */
struct directory {
    size_t start, end; /* of the entries' records */
    uint32_t entries;
};

struct reading {
    struct arena *arena;
    struct zip *zip;
    struct diag *diag;
    struct directory directory;
};

static bool complain(const struct zip *zip, struct diag *diag, enum diag_code code,
                     const char *what)
{
    diag_say(diag, code, (struct place){0}, zip->file, what);
    return false;
}

bool zip_is(const char *bytes, size_t length)
{
    return length >= 4 && (zip_four(bytes) == ZIP_LOCAL_SIGN || zip_four(bytes) == ZIP_END_SIGN);
}

/* ---- the directory ---- */

/* The last record: its comment reaches to the end of the file exactly. */
static const char *find_end(const struct zip *zip)
{
    for (size_t comment = 0; comment <= LONGEST_COMMENT; comment++) {
        if (zip->length < ZIP_END_SIZE + comment)
            return NULL;
        const char *at = zip->bytes + zip->length - ZIP_END_SIZE - comment;
        if (zip_four(at) == ZIP_END_SIGN && zip_two(at + 20) == comment)
            return at;
    }
    return NULL;
}

static bool read_end(struct reading *reading)
{
    const struct zip *zip = reading->zip;
    const char *end = find_end(zip);
    if (end == NULL)
        return complain(zip, reading->diag, MESSAGE_ZIP_CUT, NULL);
    uint32_t size = zip_four(end + 12), start = zip_four(end + 16), count = zip_two(end + 10);
    if (count == UNKNOWN_16 || size == UNKNOWN_32 || start == UNKNOWN_32)
        return complain(zip, reading->diag, MESSAGE_ZIP_64, NULL);
    if (zip_two(end + 4) != 0 || zip_two(end + 6) != 0 || zip_two(end + 8) != count ||
        (size_t)start + size != (size_t)(end - zip->bytes))
        return complain(zip, reading->diag, MESSAGE_ZIP_DIRECTORY, NULL);
    if (count > ZIP_ENTRIES)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENTRIES,
                        arena_printf(reading->arena, "%d", ZIP_ENTRIES));
    reading->directory = (struct directory){start, (size_t)start + size, count};
    return true;
}

/* ---- names ---- */

static bool is_way_out(const char *part, size_t length)
{
    return length == 0 || (length == 1 && part[0] == '.') ||
           (length == 2 && part[0] == '.' && part[1] == '.');
}

/* A relative path below the archive; one "/" at the end makes a folder. */
static bool is_fine_name(const char *name, size_t length)
{
    if (length == 0 || memchr(name, '\0', length) != NULL || memchr(name, '\\', length) != NULL ||
        memchr(name, ':', length) != NULL)
        return false;
    for (size_t at = 0; at < length;)
        if (utf8_next(name, length, &at) == UTF8_BAD)
            return false;
    for (size_t at = 0; at < length;) {
        const char *slash = memchr(name + at, '/', length - at);
        size_t part = slash != NULL ? (size_t)(slash - name) - at : length - at;
        if (is_way_out(name + at, part))
            return false;
        at += part + 1;
    }
    return true;
}

/* ---- entries ---- */

/* What the entry's own header says must be what the directory says. */
static bool check_local(struct reading *reading, struct zip_entry *entry)
{
    const struct zip *zip = reading->zip;
    size_t start = entry->start, name = strlen(entry->name);
    if (start + ZIP_LOCAL_SIZE + name > reading->directory.start)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENTRY, entry->name);
    const char *local = zip->bytes + start;
    uint32_t flags = zip_two(local + 6);
    bool agrees =
        zip_four(local) == ZIP_LOCAL_SIGN && zip_two(local + 26) == name &&
        memcmp(local + ZIP_LOCAL_SIZE, entry->name, name) == 0 &&
        zip_two(local + 8) == (entry->is_deflated ? ZIP_METHOD_DEFLATED : ZIP_METHOD_STORED);
    bool has_sizes = (flags & ZIP_FLAG_LATER) == 0;
    if (has_sizes && (zip_four(local + 14) != entry->checksum ||
                      zip_four(local + 18) != entry->packed || zip_four(local + 22) != entry->size))
        agrees = false;
    size_t data = start + ZIP_LOCAL_SIZE + name + zip_two(local + 28);
    if (!agrees || data + entry->packed > reading->directory.start)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENTRY, entry->name);
    entry->data = (uint32_t)data;
    entry->end = (uint32_t)(data + entry->packed);
    return true;
}

/* An entry as the directory has it. */
static bool read_entry(struct reading *reading, const char *record, struct zip_entry *entry)
{
    const struct zip *zip = reading->zip;
    uint32_t method = zip_two(record + 10);
    size_t length = zip_two(record + 28);
    const char *name = record + ZIP_CENTRAL_SIZE;
    entry->name = arena_copy(reading->arena, name, length);
    if (!is_fine_name(name, length))
        return complain(zip, reading->diag, MESSAGE_ZIP_NAME, entry->name);
    if ((zip_two(record + 8) & ZIP_FLAG_ENCRYPTED) != 0)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENCRYPTED, NULL);
    if (method != ZIP_METHOD_STORED && method != ZIP_METHOD_DEFLATED)
        return complain(zip, reading->diag, MESSAGE_ZIP_METHOD, entry->name);
    entry->is_deflated = method == ZIP_METHOD_DEFLATED;
    entry->checksum = zip_four(record + 16);
    entry->packed = zip_four(record + 20);
    entry->size = zip_four(record + 24);
    entry->start = zip_four(record + 42);
    if (entry->packed == UNKNOWN_32 || entry->size == UNKNOWN_32 || entry->start == UNKNOWN_32)
        return complain(zip, reading->diag, MESSAGE_ZIP_64, NULL);
    if (entry->size > (uint32_t)ZIP_ENTRY_MEGABYTES * MEGABYTE)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENTRY_SIZE, entry->name);
    if (!entry->is_deflated && entry->packed != entry->size)
        return complain(zip, reading->diag, MESSAGE_ZIP_ENTRY, entry->name);
    return check_local(reading, entry);
}

static bool read_entries(struct reading *reading)
{
    struct zip *zip = reading->zip;
    const struct directory *directory = &reading->directory;
    zip->entry = ARENA_NEW(reading->arena, struct zip_entry, directory->entries + 1);
    size_t at = directory->start;
    for (; zip->entries < directory->entries; zip->entries++) {
        const char *record = zip->bytes + at;
        if (at + ZIP_CENTRAL_SIZE > directory->end || zip_four(record) != ZIP_CENTRAL_SIGN)
            return complain(zip, reading->diag, MESSAGE_ZIP_DIRECTORY, NULL);
        at += ZIP_CENTRAL_SIZE + zip_two(record + 28) + zip_two(record + 30) + zip_two(record + 32);
        if (at > directory->end)
            return complain(zip, reading->diag, MESSAGE_ZIP_DIRECTORY, NULL);
        if (!read_entry(reading, record, &zip->entry[zip->entries]))
            return false;
    }
    return at == directory->end || complain(zip, reading->diag, MESSAGE_ZIP_DIRECTORY, NULL);
}

static int compare_starts(const void *a, const void *b)
{
    const struct zip_entry *one = a, *two = b;
    return one->start < two->start ? -1 : one->start > two->start;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* No bytes twice, no name twice, and not too many bytes together. */
static bool check_together(struct reading *reading)
{
    struct zip *zip = reading->zip;
    uint64_t total = 0;
    const char **name = ARENA_NEW(reading->arena, const char *, zip->entries + 1);
    qsort(zip->entry, zip->entries, sizeof *zip->entry, compare_starts);
    for (size_t i = 0; i < zip->entries; i++) {
        total += zip->entry[i].size;
        name[i] = zip->entry[i].name;
        if (i > 0 && zip->entry[i].start < zip->entry[i - 1].end)
            return complain(zip, reading->diag, MESSAGE_ZIP_OVERLAP, zip->entry[i].name);
    }
    if (total > (uint64_t)ZIP_ARCHIVE_MEGABYTES * MEGABYTE)
        return complain(zip, reading->diag, MESSAGE_ZIP_SIZE,
                        arena_printf(reading->arena, "%d", ZIP_ARCHIVE_MEGABYTES));
    qsort(name, zip->entries, sizeof *name, compare_names);
    for (size_t i = 1; i < zip->entries; i++)
        if (strcmp(name[i - 1], name[i]) == 0)
            return complain(zip, reading->diag, MESSAGE_ZIP_TWICE, name[i]);
    return true;
}

bool zip_open(struct arena *arena, const char *file, const char *bytes, size_t length,
              struct diag *diag, struct zip *out)
{
    *out = (struct zip){.file = file, .bytes = bytes, .length = length};
    struct reading reading = {.arena = arena, .zip = out, .diag = diag};
    return read_end(&reading) && read_entries(&reading) && check_together(&reading);
}

const struct zip_entry *zip_find(const struct zip *zip, const char *name)
{
    for (size_t i = 0; i < zip->entries; i++)
        if (strcmp(zip->entry[i].name, name) == 0)
            return &zip->entry[i];
    return NULL;
}

/* ---- unpacking ---- */

/* Inflates to the announced size; one byte more or less is a fault. */
static bool inflate_entry(const struct zip *zip, const struct zip_entry *entry, void *room)
{
    union {
        const char *read;
        Bytef *zlib; /* which only reads, though its type does not say so */
    } in = {.read = zip->bytes + entry->data};
    z_stream stream = {.next_in = in.zlib,
                       .avail_in = entry->packed,
                       .next_out = room,
                       .avail_out = entry->size + 1};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        memory_fail(entry->size);
    int status = inflate(&stream, Z_FINISH);
    bool fine = status == Z_STREAM_END && stream.total_out == entry->size && stream.avail_in == 0;
    inflateEnd(&stream);
    return fine;
}

bool zip_unpack(const struct zip *zip, const struct zip_entry *entry, struct diag *diag,
                struct buffer *out)
{
    Bytef *room = memory_zeroed((size_t)entry->size + 1, 1);
    bool fine = true;
    if (entry->is_deflated)
        fine = inflate_entry(zip, entry, room);
    else
        memcpy(room, zip->bytes + entry->data, entry->size);
    fine = fine && crc32(crc32(0, NULL, 0), room, entry->size) == entry->checksum;
    if (fine)
        buffer_add(out, room, entry->size);
    free(room);
    return fine || complain(zip, diag, MESSAGE_ZIP_ENTRY, entry->name);
}
