/*
 * zip_records.h - the records of an archive as bytes; internal to src/zip.
 *
 * Numbers are little-endian. Offsets are those of PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
 */
#ifndef ITAREPORT_ZIP_ZIP_RECORDS_H
#define ITAREPORT_ZIP_ZIP_RECORDS_H

#include <stddef.h>
#include <stdint.h>

enum {
    ZIP_LOCAL_SIGN = 0x04034b50,
    ZIP_CENTRAL_SIGN = 0x02014b50,
    ZIP_END_SIGN = 0x06054b50,
    ZIP_LOCAL_SIZE = 30,
    ZIP_CENTRAL_SIZE = 46,
    ZIP_END_SIZE = 22,
    ZIP_FLAG_ENCRYPTED = 1 << 0,
    ZIP_FLAG_LATER = 1 << 3, /* sizes come after the bytes; the directory has them */
    ZIP_FLAG_UTF8 = 1 << 11,
    ZIP_METHOD_STORED = 0,
    ZIP_METHOD_DEFLATED = 8
};

static inline uint32_t zip_two(const char *bytes)
{
    const unsigned char *byte = (const unsigned char *)bytes;
    return (uint32_t)byte[0] | (uint32_t)byte[1] << 8;
}

static inline uint32_t zip_four(const char *bytes)
{
    return zip_two(bytes) | zip_two(bytes + 2) << 16;
}

#endif
