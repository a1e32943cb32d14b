/*
 * checksum.h - SHA-256, by which files are told apart.
 *
 * Purpose: the one door to GLib's checksums.
 * Units:   bytes in, 64 hexadecimal digits out.
 * Memory:  the caller's.
 * Errors:  none.
 */
#ifndef ITAREPORT_BASE_CHECKSUM_H
#define ITAREPORT_BASE_CHECKSUM_H

#include <stddef.h>

enum { CHECKSUM_DIGITS = 64 };

struct checksum {
    char digits[CHECKSUM_DIGITS + 1];
};

struct checksum checksum_of(const void *bytes, size_t length);

#endif
