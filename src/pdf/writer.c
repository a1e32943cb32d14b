/*
 * Objects wait as one long text with an index; streams go through zlib when they are told. The
 * file's identifier is a hash of everything in it, so equal files are equal in it, too.
 */
#include "pdf/writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/hash.h"
#include "base/utf8.h"

enum {
    PACKED_MOST = 4000, /* objects in an object stream */
    LEVEL = 7,
    ROW = 7 /* bytes of an entry of the cross-reference stream: 1, 4, 2 */
};

struct object {
    size_t start, length; /* in the text */
    bool is_stream;
    size_t at;   /* streams: where it is in the file; others: in which object stream … */
    size_t rank; /* … and at which place */
};

struct writer {
    struct object *object; /* object[0] is nobody's */
    size_t count, room;
    struct buffer text;
    int open; /* 0: none */
};

struct writer *writer_new(void)
{
    struct writer *writer = memory_zeroed(1, sizeof *writer);
    writer_reserve(writer, 1);
    return writer;
}

void writer_free(struct writer *writer)
{
    if (writer == NULL)
        return;
    free(writer->object);
    buffer_free(&writer->text);
    free(writer);
}

int writer_reserve(struct writer *writer, size_t count)
{
    int first = (int)writer->count;
    for (size_t i = 0; i < count; i++) {
        writer->object =
            memory_room(writer->object, writer->count, &writer->room, sizeof *writer->object);
        writer->object[writer->count++] = (struct object){0};
    }
    return first;
}

struct buffer *writer_open(struct writer *writer, int number)
{
    assert(writer->open == 0 && number > 0 && (size_t)number < writer->count);
    assert(writer->object[number].length == 0);
    writer->open = number;
    writer->object[number].start = writer->text.length;
    return &writer->text;
}

void writer_close(struct writer *writer)
{
    assert(writer->open > 0);
    struct object *object = &writer->object[writer->open];
    object->length = writer->text.length - object->start;
    writer->open = 0;
}

/* Adds bytes, packed, to a buffer; returns how many they became. */
static size_t pack(struct buffer *out, const void *bytes, size_t length)
{
    uLongf packed = compressBound((uLong)length);
    Bytef *room = memory_grow(NULL, packed, 1);
    int status = compress2(room, &packed, bytes, (uLong)length, LEVEL);
    assert(status == Z_OK);
    (void)status;
    buffer_add(out, room, packed);
    free(room);
    return packed;
}

static void add_stream(struct buffer *out, const char *entries, const void *bytes, size_t length)
{
    struct buffer packed = {0};
    pack(&packed, bytes, length);
    buffer_printf(out, "<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", entries, packed.length);
    buffer_add(out, packed.bytes, packed.length);
    buffer_add_string(out, "\nendstream");
    buffer_free(&packed);
}

void writer_stream(struct writer *writer, int number, const char *entries, const void *bytes,
                   size_t length)
{
    add_stream(writer_open(writer, number), entries, bytes, length);
    writer->object[number].is_stream = true;
    writer_close(writer);
}

void writer_packed_stream(struct writer *writer, int number, const char *entries, const void *bytes,
                          size_t length)
{
    struct buffer *out = writer_open(writer, number);
    buffer_printf(out, "<<%s/Length %zu>>\nstream\n", entries, length);
    buffer_add(out, bytes, length);
    buffer_add_string(out, "\nendstream");
    writer->object[number].is_stream = true;
    writer_close(writer);
}

/* ---- The file ---- */

static void end_object(struct buffer *out)
{
    buffer_add_string(out, "\nendobj\n");
}

static void write_streams(struct writer *writer, struct buffer *out)
{
    for (size_t i = 1; i < writer->count; i++) {
        struct object *object = &writer->object[i];
        if (!object->is_stream)
            continue;
        object->at = out->length;
        buffer_printf(out, "%zu 0 obj\n", i);
        buffer_add(out, writer->text.bytes + object->start, object->length);
        end_object(out);
    }
}

/* Packs the next plain objects from *next on into one object stream. */
static void write_packed(struct writer *writer, size_t *next, size_t last, struct buffer *out)
{
    struct buffer index = {0}, body = {0};
    size_t rank = 0;
    int number = writer_reserve(writer, 1);
    for (; *next < last && rank < PACKED_MOST; (*next)++) {
        struct object *object = &writer->object[*next];
        if (object->is_stream)
            continue;
        assert(object->length > 0);
        buffer_printf(&index, "%zu %zu ", *next, body.length);
        buffer_add(&body, writer->text.bytes + object->start, object->length);
        buffer_add_char(&body, '\n');
        object->at = (size_t)number;
        object->rank = rank++;
    }
    struct buffer entries = {0};
    buffer_printf(&entries, "/Type/ObjStm/N %zu/First %zu", rank, index.length);
    buffer_add(&index, body.bytes, body.length);
    writer->object[number].is_stream = true;
    writer->object[number].at = out->length;
    buffer_printf(out, "%d 0 obj\n", number);
    add_stream(out, buffer_text(&entries), index.bytes, index.length);
    end_object(out);
    buffer_free(&entries);
    buffer_free(&index);
    buffer_free(&body);
}

/* Rows as differences from the row above, as PNG's filter Up has them. */
static void add_row(struct buffer *out, unsigned char *above, const unsigned char *row)
{
    buffer_add_char(out, 2);
    for (int i = 0; i < ROW; i++) {
        buffer_add_char(out, (char)(row[i] - above[i]));
        above[i] = row[i];
    }
}

static void make_row(const struct object *object, unsigned char *row)
{
    row[0] = object->is_stream ? 1 : 2;
    row[1] = (unsigned char)(object->at >> 24);
    row[2] = (unsigned char)(object->at >> 16);
    row[3] = (unsigned char)(object->at >> 8);
    row[4] = (unsigned char)object->at;
    row[5] = (unsigned char)(object->rank >> 8);
    row[6] = (unsigned char)object->rank;
}

/* Two hashes from different starts. */
static void add_identifier(struct buffer *out, const struct buffer *file)
{
    const uint64_t hash[2] = {hash_wide_bytes(HASH_WIDE_START, file->bytes, file->length),
                              hash_wide_bytes(0x9ae16a3b2f90404fu, file->bytes, file->length)};
    char text[33];
    for (int i = 0; i < 32; i++)
        text[i] = "0123456789abcdef"[hash[i / 16] >> (60 - i % 16 * 4) & 15];
    text[32] = '\0';
    buffer_printf(out, "/ID[<%s><%s>]", text, text);
}

static void write_references(struct writer *writer, int root, int info, struct buffer *out)
{
    int number = writer_reserve(writer, 1);
    size_t start = out->length;
    assert(start <= UINT32_MAX);
    writer->object[number] = (struct object){.is_stream = true, .at = start};
    struct buffer rows = {0}, entries = {0};
    unsigned char above[ROW] = {0};
    unsigned char row[ROW] = {0, 0, 0, 0, 0, 0xFF, 0xFF};
    for (size_t i = 0; i < writer->count; i++) {
        if (i > 0)
            make_row(&writer->object[i], row);
        add_row(&rows, above, row);
    }
    buffer_printf(&entries, "/Type/XRef/Size %zu/W[1 4 2]/Root %d 0 R/Info %d 0 R", writer->count,
                  root, info);
    buffer_printf(&entries, "/DecodeParms<</Predictor 12/Columns %d>>", ROW);
    add_identifier(&entries, out);
    buffer_printf(out, "%d 0 obj\n", number);
    add_stream(out, buffer_text(&entries), rows.bytes, rows.length);
    end_object(out);
    buffer_printf(out, "startxref\n%zu\n%%%%EOF\n", start);
    buffer_free(&rows);
    buffer_free(&entries);
}

void writer_end(struct writer *writer, int root, int info, struct buffer *out)
{
    assert(writer->open == 0 && out->length == 0);
    buffer_add_string(out, "%PDF-1.7\n%\xE0\xB8\x81\xE0\n");
    write_streams(writer, out);
    size_t last = writer->count;
    for (size_t next = 1; next < last;)
        write_packed(writer, &next, last, out);
    write_references(writer, root, info, out);
}

/* ---- Pieces of text ---- */

void writer_string(struct buffer *out, const char *bytes, size_t length)
{
    buffer_add_char(out, '(');
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '\r') {
            buffer_add_string(out, "\\r");
            continue;
        }
        if (c == '(' || c == ')' || c == '\\')
            buffer_add_char(out, '\\');
        buffer_add_char(out, c);
    }
    buffer_add_char(out, ')');
}

static void add_unit(struct buffer *units, unsigned unit)
{
    buffer_add_char(units, (char)(unit >> 8));
    buffer_add_char(units, (char)(unit & 0xFF));
}

static bool is_ascii(const char *text)
{
    while (*text >= ' ' && *text <= '~')
        text++;
    return *text == '\0';
}

void writer_text(struct buffer *out, const char *utf8)
{
    size_t length = strlen(utf8);
    if (is_ascii(utf8)) {
        writer_string(out, utf8, length);
        return;
    }
    struct buffer units = {0};
    buffer_add_string(&units, "\xFE\xFF");
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(utf8, length, &at);
        if (c == UTF8_BAD)
            c = 0xFFFD;
        if (c >= 0x10000) {
            add_unit(&units, 0xD800u + (unsigned)((c - 0x10000) >> 10));
            c = 0xDC00u + ((c - 0x10000) & 0x3FF);
        }
        add_unit(&units, (unsigned)c);
    }
    writer_string(out, units.bytes, units.length);
    buffer_free(&units);
}

/* Two decimals: a hundredth of a point is far below what a viewer shows. */
void writer_points(struct buffer *out, int32_t units)
{
    decimal_add(out, decimal_hundredths(units), 2);
}
