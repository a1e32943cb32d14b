/*
 * hash.h - FNV-1a: a short number for a run of bytes, for hash tables and for names made of contents.
 *
 * Every function continues from the hash given, the first time from one of the starts below. Different
 * bytes can have the same hash; where they must not, use checksum.h.
 */
#ifndef ITAREPORT_BASE_HASH_H
#define ITAREPORT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 2166136261u
#define HASH_WIDE_START 0xcbf29ce484222325u

/* One step, for a byte or for a larger number such as a code point. */
static inline uint32_t hash_step(uint32_t hash, uint32_t value)
{
    return (hash ^ value) * 16777619u;
}

uint32_t hash_bytes(uint32_t hash, const char *bytes, size_t length);
uint64_t hash_wide_bytes(uint64_t hash, const char *bytes, size_t length);

#endif
