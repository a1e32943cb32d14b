/*
 * Preloaded into the program by allocations.py: lets the allocation number FAIL_AT fail, once, and writes how many there
 * were to the file COUNT_TO at the end. The program's allocations come from these second names (src/app/memory.c).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long count, before, fail_at; /* before: of what runs ahead of main */
static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);

__attribute__((constructor)) static void start(void)
{
    const char *at = getenv("FAIL_AT");
    before = count;
    fail_at = at != NULL ? before + strtoul(at, NULL, 10) : 0;
}

__attribute__((destructor)) static void end(void)
{
    const char *to = getenv("COUNT_TO");
    FILE *file = to != NULL ? fopen(to, "w") : NULL;
    if (file == NULL)
        return;
    fprintf(file, "%lu\n", count - before);
    fclose(file);
}

static void find(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

static int fails(void)
{
    if (++count != fail_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *__libc_malloc(size_t size)
{
    if (real_malloc == NULL)
        find(&real_malloc, "__libc_malloc");
    return fails() ? NULL : real_malloc(size);
}

void *__libc_calloc(size_t many, size_t size)
{
    if (real_calloc == NULL)
        find(&real_calloc, "__libc_calloc");
    return fails() ? NULL : real_calloc(many, size);
}

void *__libc_realloc(void *old, size_t size)
{
    if (real_realloc == NULL)
        find(&real_realloc, "__libc_realloc");
    return fails() ? NULL : real_realloc(old, size);
}
