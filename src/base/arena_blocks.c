/*
 * Blocks chained from newest to oldest; a request larger than a block gets a block of its own. Arrays that grow.
 *
 * The unit tests and the cases have tests/strict/arena_blocks.c in this file's place.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_SIZE = 64 * 1024, /* bytes */
    FIRST_ROOM = 8          /* objects in a growing array */
};

struct block {
    struct block *older;
    size_t used;
    size_t size;
    max_align_t bytes[];
};

struct arena {
    struct block *newest;
};

struct arena *arena_new(void)
{
    return memory_zeroed(1, sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    struct block *block = arena->newest;
    while (block != NULL) {
        struct block *older = block->older;
        free(block);
        block = older;
    }
    free(arena);
}

static struct block *block_new(struct arena *arena, size_t need)
{
    size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
    struct block *block = memory_zeroed(1, sizeof *block + size);
    block->size = size;
    /* An oversized block goes after the newest one, whose free room stays in use. */
    if (need > BLOCK_SIZE && arena->newest != NULL) {
        block->older = arena->newest->older;
        arena->newest->older = block;
    } else {
        block->older = arena->newest;
        arena->newest = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    assert(size == 0 || count <= (SIZE_MAX - alignof(max_align_t)) / size);
    size_t align = alignof(max_align_t);
    size_t need = (count * size + align - 1) / align * align;
    struct block *block = arena->newest;
    if (block == NULL || block->size - block->used < need)
        block = block_new(arena, need);
    void *memory = (char *)block->bytes + block->used;
    block->used += need;
    return memory;
}

static size_t larger(size_t capacity)
{
    return capacity > 0 ? capacity * 2 : FIRST_ROOM;
}

void *memory_room(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = larger(*capacity);
    return memory_grow(array, *capacity, size);
}

void *arena_room(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = larger(*capacity);
    void *grown = arena_alloc(arena, *capacity, size);
    if (count > 0)
        memcpy(grown, array, count * size);
    return grown;
}
