/*
 * index.h - finds elements of a growing array by a hash of what they are found by.
 *
 * Purpose: the array is the caller's, and so is the comparison: different keys can have the same hash. Elements are
 *          numbered in the order in which they are added.
 *              for (size_t i = index_first(&index, hash); i != INDEX_END; i = index_next(&index, i))
 * Memory:  starts zeroed; freed by index_free.
 */
#ifndef ITAREPORT_BASE_INDEX_H
#define ITAREPORT_BASE_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define INDEX_END SIZE_MAX

struct index {
    struct index_entry *entry;
    size_t count, room;
    size_t *chain; /* the newest entry of each; a power of two */
    size_t chains;
};

/* The next element has this hash. */
void index_add(struct index *index, uint32_t hash);

/* The newest element with a hash, and the one before it with the same. */
size_t index_first(const struct index *index, uint32_t hash);
size_t index_next(const struct index *index, size_t element);

void index_free(struct index *index);

#endif
