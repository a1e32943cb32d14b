#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "zip/zip.h"
#include "zip/zip_records.h"

enum {
    VERSION = 20,    /* what a reader must know: deflated entries */
    NO_TIME = 0,     /* midnight … */
    NO_DATE = 0x0021 /* … of the first day that there is, 1 January 1980 */
};

static void add_two(struct buffer *out, uint32_t number)
{
    buffer_add_char(out, (char)(number & 0xFF));
    buffer_add_char(out, (char)(number >> 8 & 0xFF));
}

static void add_four(struct buffer *out, uint32_t number)
{
    add_two(out, number & 0xFFFF);
    add_two(out, number >> 16);
}

static bool is_ascii(const char *name)
{
    for (; *name != '\0'; name++)
        if ((unsigned char)*name >= 0x80)
            return false;
    return true;
}

/* Deflated without a header; the same bytes for the same input. */
static size_t deflate_bytes(const void *bytes, size_t length, Bytef **room)
{
    union {
        const void *read;
        Bytef *zlib;
    } in = {.read = bytes};
    z_stream stream = {.next_in = in.zlib, .avail_in = (uInt)length};
    enum { MEMORY_LEVEL = 8 };
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MEMORY_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        memory_fail(length);
    uLong bound = deflateBound(&stream, (uLong)length);
    *room = memory_zeroed(bound, 1);
    stream.next_out = *room;
    stream.avail_out = (uInt)bound;
    int status = deflate(&stream, Z_FINISH);
    assert(status == Z_STREAM_END);
    (void)status;
    size_t packed = stream.total_out;
    deflateEnd(&stream);
    return packed;
}

/* The fields that an entry's header and its record in the directory have in common. */
static void add_common(struct buffer *out, const char *name, uint32_t method, uint32_t checksum,
                       size_t packed, size_t length)
{
    add_two(out, VERSION);
    add_two(out, is_ascii(name) ? 0 : ZIP_FLAG_UTF8);
    add_two(out, method);
    add_two(out, NO_TIME);
    add_two(out, NO_DATE);
    add_four(out, checksum);
    add_four(out, (uint32_t)packed);
    add_four(out, (uint32_t)length);
    add_two(out, (uint32_t)strlen(name));
    add_two(out, 0); /* no extra field */
}

void zip_add(struct zip_writer *writer, const char *name, const void *bytes, size_t length,
             enum zip_packing packing)
{
    assert(length <= (size_t)ZIP_ENTRY_MEGABYTES << 20 && writer->entries < ZIP_ENTRIES);
    Bytef *room = NULL;
    size_t packed = packing == ZIP_DEFLATED ? deflate_bytes(bytes, length, &room) : length;
    uint32_t method = packing == ZIP_DEFLATED ? ZIP_METHOD_DEFLATED : ZIP_METHOD_STORED;
    uint32_t checksum = (uint32_t)crc32(crc32(0, NULL, 0), bytes, (uInt)length);
    size_t start = writer->out.length;

    add_four(&writer->out, ZIP_LOCAL_SIGN);
    add_common(&writer->out, name, method, checksum, packed, length);
    buffer_add_string(&writer->out, name);
    buffer_add(&writer->out, packing == ZIP_DEFLATED ? room : bytes, packed);

    add_four(&writer->central, ZIP_CENTRAL_SIGN);
    add_two(&writer->central, VERSION);
    add_common(&writer->central, name, method, checksum, packed, length);
    add_two(&writer->central, 0);  /* no comment */
    add_two(&writer->central, 0);  /* volume */
    add_two(&writer->central, 0);  /* internal attributes */
    add_four(&writer->central, 0); /* external attributes */
    add_four(&writer->central, (uint32_t)start);
    buffer_add_string(&writer->central, name);
    writer->entries++;
    free(room);
}

void zip_end(struct zip_writer *writer)
{
    size_t start = writer->out.length;
    buffer_add(&writer->out, writer->central.bytes, writer->central.length);
    add_four(&writer->out, ZIP_END_SIGN);
    add_two(&writer->out, 0); /* this volume */
    add_two(&writer->out, 0); /* the directory's */
    add_two(&writer->out, writer->entries);
    add_two(&writer->out, writer->entries);
    add_four(&writer->out, (uint32_t)writer->central.length);
    add_four(&writer->out, (uint32_t)start);
    add_two(&writer->out, 0); /* no comment */
}

void zip_writer_free(struct zip_writer *writer)
{
    buffer_free(&writer->out);
    buffer_free(&writer->central);
}
