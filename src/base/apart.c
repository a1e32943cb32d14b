#include "base/apart.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"

enum {
    MOST_BYTES = 256 * 1024 * 1024, /* handed back */
    PATIENCE =
        30 /* times the processor's: after that a copy that sleeps is stopped, and on a busy machine a good one is not */
};

/* Of the copy, for lists of processes; it is also how a copy knows that it is one. */
static const char NAME[] = "itareport-apart";

/* ---- the copy ---- */

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now;
    if (getrlimit(resource, &now) != 0)
        return;
    now.rlim_cur = soft < now.rlim_max ? soft : now.rlim_max;
    now.rlim_max = hard < now.rlim_max ? hard : now.rlim_max;
    setrlimit(resource, &now);
}

/* Memory that is in use, as the system counts it for its limit; 0 when it cannot be told. Wants none. */
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

void apart_limit_memory(size_t bytes)
{
#ifndef __SANITIZE_ADDRESS__ /* which takes more memory than any limit */
    size_t used = memory_in_use();
    if (used > 0)
        limit(RLIMIT_AS, used + bytes, used + bytes);
#else
    (void)bytes;
#endif
}

bool apart_is_at_limit(size_t size)
{
    enum { STEP = 80 * 1024 * 1024 }; /* the C library takes memory in pieces of up to that */
    struct rlimit most;
    char name[16] = {0};
    if (prctl(PR_GET_NAME, name) != 0 || strcmp(name, NAME) != 0 ||
        getrlimit(RLIMIT_AS, &most) != 0 || most.rlim_cur == RLIM_INFINITY)
        return false;
    return size > most.rlim_cur || memory_in_use() + STEP > most.rlim_cur - size;
}

static void set_limits(const struct apart_limits *limits)
{
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, limits->seconds, limits->seconds + 1);
    apart_limit_memory(limits->bytes);
}

/* Nothing of the copy's reaches the terminal or the files of this process. */
static void be_silent(void)
{
    int null = open("/dev/null", O_RDWR);
    for (int stream = 0; null >= 0 && stream <= 2; stream++)
        dup2(null, stream);
}

static bool write_all(int to, const struct buffer *out)
{
    for (size_t at = 0; at < out->length;) {
        ssize_t written = write(to, out->bytes + at, out->length - at);
        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? (size_t)written : 0;
    }
    return true;
}

static _Noreturn void do_work(void (*work)(void *closure, struct buffer *out), void *closure,
                              const struct apart_limits *limits, int to)
{
    prctl(PR_SET_NAME, NAME);
    be_silent();
    signal(SIGXCPU, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGTRAP, SIG_DFL);
    set_limits(limits);
    struct buffer out = {0};
    work(closure, &out);
    _exit(write_all(to, &out) ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* ---- this process ---- */

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the copy closes its end; false when that takes too long or is too much. */
static bool read_all(int from, unsigned seconds, struct buffer *out)
{
    int64_t until = milliseconds() + (int64_t)seconds * PATIENCE * 1000;
    size_t before = out->length;
    char bytes[64 * 1024];
    for (;;) {
        int64_t left = until - milliseconds();
        struct pollfd wait = {from, POLLIN, 0};
        int ready = left > 0 ? poll(&wait, 1, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        ssize_t got = ready > 0 ? read(from, bytes, sizeof bytes) : -1;
        if (got == 0)
            return true;
        if (got < 0 && ready > 0 && errno == EINTR)
            continue;
        if (got < 0 || out->length - before > MOST_BYTES)
            return false;
        buffer_add(out, bytes, (size_t)got);
    }
}

/* What all copies that have ended took of the processor. */
static int64_t milliseconds_of_copies(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_CHILDREN, &usage) != 0)
        return 0;
    return (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static enum apart_end wait_for(pid_t copy, bool read, int64_t *spent)
{
    int status = 0;
    int64_t before = milliseconds_of_copies();
    if (!read)
        kill(copy, SIGKILL);
    while (waitpid(copy, &status, 0) < 0 && errno == EINTR)
        ;
    *spent += milliseconds_of_copies() - before;
    if (!read ||
        (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
        return APART_SLOW;
    if (WIFEXITED(status) && WEXITSTATUS(status) == APART_TOO_LARGE)
        return APART_LARGE;
    if (WIFEXITED(status) && WEXITSTATUS(status) == APART_NO_MEMORY)
        memory_fail(0);
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS ? APART_FINE : APART_FAILED;
}

enum apart_end apart_run(void (*work)(void *closure, struct buffer *out), void *closure,
                         const struct apart_limits *limits, struct buffer *out, int64_t *spent)
{
    int ends[2];
    if (pipe(ends) != 0)
        return APART_NO_PROCESS;
    fflush(NULL); /* or the copy would have it too */
    pid_t copy = fork();
    if (copy == 0) {
        close(ends[0]);
        do_work(work, closure, limits, ends[1]);
    }
    close(ends[1]);
    if (copy < 0) {
        close(ends[0]);
        return APART_NO_PROCESS;
    }
    size_t before = out->length;
    bool read = read_all(ends[0], limits->seconds, out);
    close(ends[0]);
    enum apart_end end = wait_for(copy, read, spent);
    if (end != APART_FINE && before < out->length) {
        out->length = before;
        out->bytes[before] = '\0';
    }
    return end;
}
