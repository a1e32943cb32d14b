/*
 * Every allocation of the program goes through here, those of the libraries too: a definition in the program comes
 * before that of the C library. Many libraries go on without what they could not get (a glyph, a font, a word) and
 * the report would be another one, without a word; others fall over. So the first allocation that fails ends the
 * program: status 3, and the last good file as it was.
 *
 * The C library gives its own functions a second name, which needs no looking for and so nothing to be remembered. All
 * of the family are here, so that what one of them gave another takes back, whatever is loaded before the C library. The
 * sanitizers put their own in the program's place and end it themselves.
 */
#include "app/memory.h"

#ifndef __SANITIZE_ADDRESS__

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/apart.h"
#include "base/arena.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

static void *checked(void *memory, size_t size)
{
    if (memory == NULL)
        memory_fail(size);
    return memory;
}

void *malloc(size_t size)
{
    return checked(__libc_malloc(size), size);
}

void *calloc(size_t count, size_t size)
{
    return checked(__libc_calloc(count, size), count * size);
}

void *realloc(void *old, size_t size)
{
    void *memory = __libc_realloc(old, size);
    return size == 0 && old != NULL ? memory : checked(memory, size); /* of no size: given back */
}

void free(void *memory)
{
    __libc_free(memory);
}

void *memalign(size_t alignment, size_t size)
{
    return checked(__libc_memalign(alignment, size), size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
        return EINVAL;
    *memory = memalign(alignment, size);
    return 0;
}

/* GLib traps where it can go no further: without a thread, or memory for its stack. */
static void end_trap(int signal_number)
{
    static const char says[] = "itareport: out of memory, or of threads (หน่วยความจำหรือเธรดไม่พอ)\n";
    (void)signal_number;
    ssize_t written = write(STDERR_FILENO, says, sizeof says - 1);
    (void)written;
    _exit(APART_NO_MEMORY);
}

void memory_watch(void)
{
    signal(SIGTRAP, end_trap);
}

#else

void memory_watch(void)
{
}

#endif
