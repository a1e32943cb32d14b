/*
 * The arena of the unit tests and the cases, in the place of src/base/arena_blocks.c: each piece is a block
 * of its own, with a fence on both sides, and what a growing array does not hold yet is nonsense.
 *
 * Purpose: a step over the end of an array reads nonsense here, where the arena of the program has
 *          the zeros of room not used yet or the next piece, with which many a mistake by one goes
 *          unseen. A fence that was written on ends the test. With the address sanitizer, fences and
 *          room not used yet may not even be read.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#endif

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

static void put_fence(void *fence, size_t length)
{
    memset(fence, FENCE, length);
    ASAN_POISON_MEMORY_REGION(fence, length);
}

static void check_fence(const unsigned char *fence, size_t length)
{
    ASAN_UNPOISON_MEMORY_REGION(fence, length);
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
    put_fence(block->bytes, fence);
    put_fence(piece_of(block) + block->size, fence);
    return piece_of(block);
}

/* What an array does not hold yet. */
static void put_unused(void *array, size_t count, size_t capacity, size_t size)
{
    put_fence((unsigned char *)array + count * size, (capacity - count) * size);
}

/* The next object may be written now. */
static void *open_next(void *array, size_t count, size_t size)
{
    ASAN_UNPOISON_MEMORY_REGION((unsigned char *)array + count * size, size);
    return array;
}

void *memory_room(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count == *capacity) {
        *capacity = *capacity > 0 ? *capacity * 2 : FIRST_ROOM;
        array = memory_grow(array, *capacity, size);
        put_unused(array, count, *capacity, size);
    }
    return open_next(array, count, size);
}

/* The next object is zeroed, as everything of an arena. */
void *arena_room(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count == *capacity) {
        *capacity = *capacity > 0 ? *capacity * 2 : FIRST_ROOM;
        void *grown = arena_alloc(arena, *capacity, size);
        if (count > 0)
            memcpy(grown, array, count * size);
        put_unused(grown, count, *capacity, size);
        array = grown;
    }
    open_next(array, count, size);
    memset((unsigned char *)array + count * size, 0, size);
    return array;
}
