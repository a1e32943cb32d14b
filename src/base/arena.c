/*
 * What is made of an arena's pieces, and plain memory.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/apart.h"

/* By no call that could want memory. */
_Noreturn void memory_fail(size_t size)
{
    static const char says[] = "itareport: out of memory (หน่วยความจำไม่พอ)\n";
    if (apart_is_at_limit(size))
        _exit(APART_TOO_LARGE);
    ssize_t written = write(STDERR_FILENO, says, sizeof says - 1);
    (void)written;
    _exit(APART_NO_MEMORY);
}

static void *checked(void *memory, size_t size)
{
    if (memory == NULL)
        memory_fail(size);
    return memory;
}

void *memory_zeroed(size_t count, size_t size)
{
    return checked(calloc(count > 0 ? count : 1, size > 0 ? size : 1), count * size);
}

void *memory_grow(void *old, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        memory_fail(SIZE_MAX);
    size_t bytes = count * size;
    return checked(realloc(old, bytes > 0 ? bytes : 1), bytes);
}

char *memory_string(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_grow(NULL, size, 1), text, size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
