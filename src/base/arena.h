/*
 * arena.h - memory that is given back all at once.
 *
 * Purpose: every product of a stage owns one arena; nothing in it is freed alone.
 * Errors:  running out of memory ends the program here, in one place.
 */
#ifndef ITAREPORT_BASE_ARENA_H
#define ITAREPORT_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Zeroed memory for count objects of size bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of length bytes. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* A NUL-terminated copy of a C string. */
char *arena_string(struct arena *arena, const char *text);

/* printf into the arena. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A pointer to count zeroed objects of a type. */
#define ARENA_NEW(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/*
 * Room for one more object in a growing array: doubles *capacity when count has reached it and
 * returns the (moved) array, NULL for an empty one at first. The old array stays in the arena.
 */
void *arena_room(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Says that memory of so many bytes was not to be had, and ends the program with status 3: nothing more is written. */
_Noreturn void memory_fail(size_t size);

/* malloc, calloc and realloc that never return NULL (they end the program instead). */
void *memory_zeroed(size_t count, size_t size);
void *memory_grow(void *old, size_t count, size_t size);

/* A copy of a C string in plain memory. */
char *memory_string(const char *text);

/* As arena_room, for an array in plain memory, freed with free(). */
void *memory_room(void *array, size_t count, size_t *capacity, size_t size);

#endif
