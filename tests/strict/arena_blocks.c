/*
 * The arena of the unit tests and the cases, in the place of src/base/arena_blocks.c: each piece is a block
 * of its own, with a fence on both sides, and what a growing array does not hold yet is nonsense.
 *
 * Purpose: a step over the end of an array reads nonsense here, where the arena of the program has
 *          the zeros of room not used yet or the next piece, with which many a mistake by one goes
 *          unseen. A fence that was written on ends the test. With the sanitizers each piece is known
 *          to them.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FENCE = 0xA5,     /* an address of such bytes is no address */
    LEAST_FENCE = 32, /* bytes; otherwise as many as one object has */
    FIRST_ROOM = 8    /* objects in a growing array */
};

/* Its bytes are a fence, the piece and a fence. */
struct block {
    struct block *older;
    size_t size;
    size_t fence;
    max_align_t bytes[];
};

struct arena {
    struct block *newest;
};

static size_t arenas;

/* An arena that nobody freed ends the test too. */
__attribute__((destructor)) static void check_freed(void)
{
    if (arenas == 0)
        return;
    fprintf(stderr, "%zu arenas were not freed\n", arenas);
    _exit(70);
}

struct arena *arena_new(void)
{
    arenas++;
    return memory_zeroed(1, sizeof(struct arena));
}

static unsigned char *piece_of(struct block *block)
{
    return (unsigned char *)block->bytes + block->fence;
}

static void check_fence(const unsigned char *fence, size_t length)
{
    for (size_t i = 0; i < length; i++)
        assert(fence[i] == FENCE);
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    arenas--;
    struct block *block = arena->newest;
    while (block != NULL) {
        struct block *older = block->older;
        check_fence((const unsigned char *)block->bytes, block->fence);
        check_fence(piece_of(block) + block->size, block->fence);
        free(block);
        block = older;
    }
    free(arena);
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    assert(size == 0 || count <= (SIZE_MAX / 2) / size);
    size_t align = sizeof(max_align_t);
    size_t fence = ((size > LEAST_FENCE ? size : LEAST_FENCE) + align - 1) / align * align;
    struct block *block = memory_zeroed(1, sizeof *block + fence + count * size + fence);
    *block = (struct block){.older = arena->newest, .size = count * size, .fence = fence};
    arena->newest = block;
    memset(block->bytes, FENCE, fence);
    memset(piece_of(block) + block->size, FENCE, fence);
    return piece_of(block);
}

/* The next object is zeroed, as in an array of the arena; those after it are nonsense. */
static void *next_of(void *array, size_t count, size_t capacity, size_t size, bool is_grown)
{
    unsigned char *next = (unsigned char *)array + count * size;
    if (is_grown)
        memset(next, FENCE, (capacity - count) * size);
    memset(next, 0, size);
    return array;
}

void *memory_room(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = *capacity > 0 ? *capacity * 2 : FIRST_ROOM;
    return next_of(memory_grow(array, *capacity, size), count, *capacity, size, true);
}

void *arena_room(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return next_of(array, count, *capacity, size, false);
    *capacity = *capacity > 0 ? *capacity * 2 : FIRST_ROOM;
    void *grown = arena_alloc(arena, *capacity, size);
    if (count > 0)
        memcpy(grown, array, count * size);
    return next_of(grown, count, *capacity, size, true);
}
