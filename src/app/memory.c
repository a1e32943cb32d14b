/*
 * Every allocation of the program goes through here, those of the libraries too: a definition in the program comes
 * before that of the C library. Many libraries go on without what they could not get (a glyph, a font, a word) and
 * the report would be another one, without a word; others fall over. So the first allocation that fails ends the
 * program: status 3, and the last good file as it was.
 *
 * The real functions are looked for once, next in the order of the libraries, so that whatever else has been put
 * before the C library (a checker, a test that lets allocations fail) still has its say. The sanitizers put their own
 * in the program's place and end it themselves.
 */
#ifndef __SANITIZE_ADDRESS__

#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/memory.h"
#include "base/apart.h"
#include "base/arena.h"

/* What all calls share; filled before there are threads. */
static struct real {
    void *(*malloc)(size_t size);
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *old, size_t size);
    void *(*memalign)(size_t alignment, size_t size);
    pid_t process; /* a copy of it has another number */
    int over;      /* the work is done: */
    int status;    /* what the program ends with */
} real;

/* dlsym gives objects, and a function's address is not one to C. */
static void find(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

static void find_real(void)
{
    real.process = getpid();
    find(&real.calloc, "calloc");
    find(&real.realloc, "realloc");
    find(&real.memalign, "memalign");
    find(&real.malloc, "malloc"); /* last: says that all are there */
}

/* Memory in use, as the system counts it for its limit; without any call that could want memory. */
static size_t memory_in_use(void)
{
    char text[32] = {0};
    int file = open("/proc/self/statm", O_RDONLY);
    ssize_t length = file >= 0 ? read(file, text, sizeof text - 1) : 0;
    if (file >= 0)
        close(file);
    size_t pages = 0;
    for (ssize_t i = 0; i < length && text[i] >= '0' && text[i] <= '9'; i++)
        pages = pages * 10 + (size_t)(text[i] - '0');
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Whether a copy of the process, working under a limit (base/apart.h), has reached it: the C library takes memory in
 * pieces of up to STEP. */
static int is_copy_at_limit(size_t size)
{
    enum { STEP = 80 * 1024 * 1024 };
    struct rlimit most;
    if (getpid() == real.process || getrlimit(RLIMIT_AS, &most) != 0 ||
        most.rlim_cur == RLIM_INFINITY)
        return 0;
    size_t used = memory_in_use();
    return size > most.rlim_cur || used + STEP > most.rlim_cur - size;
}

static void *checked(void *memory, size_t size)
{
    if (memory != NULL)
        return memory;
    if (real.over)
        _exit(real.status);
    if (is_copy_at_limit(size))
        _exit(APART_TOO_LARGE);
    memory_fail();
}

void *malloc(size_t size)
{
    if (real.malloc == NULL)
        find_real();
    return checked(real.malloc(size > 0 ? size : 1), size);
}

void *calloc(size_t count, size_t size)
{
    if (real.malloc == NULL)
        find_real();
    return checked(real.calloc(count > 0 ? count : 1, size > 0 ? size : 1), size);
}

void *realloc(void *old, size_t size)
{
    if (real.malloc == NULL)
        find_real();
    if (old != NULL && size == 0) {
        free(old);
        return NULL;
    }
    return checked(real.realloc(old, size > 0 ? size : 1), size);
}

void *memalign(size_t alignment, size_t size)
{
    if (real.malloc == NULL)
        find_real();
    return checked(real.memalign(alignment, size > 0 ? size : 1), size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = memalign(alignment, size);
    return 0;
}

/* GLib traps where it can go no further: without memory for a thread's stack. */
static void end_trap(int signal_number)
{
    (void)signal_number;
    memory_fail();
}

void memory_watch(void)
{
    signal(SIGTRAP, end_trap);
}

void memory_over(int status)
{
    real.status = status;
    real.over = 1;
}

#else

#include "app/memory.h"

void memory_watch(void)
{
}

void memory_over(int status)
{
    (void)status;
}

#endif
