/*
 * checksum.h - SHA-256: files with the same checksum are the same.
 *
 * Purpose: the only file that uses GLib's checksums.
 */
#ifndef ITAREPORT_BASE_CHECKSUM_H
#define ITAREPORT_BASE_CHECKSUM_H

#include <stddef.h>

enum { CHECKSUM_DIGITS = 64 };

struct checksum {
    char digits[CHECKSUM_DIGITS + 1]; /* hexadecimal */
};

struct checksum checksum_of(const void *bytes, size_t length);

#endif
