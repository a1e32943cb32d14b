#include "batch/pool_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/apart.h"

/* Signals as a process has them that starts by itself, but for the streams, on which it says nothing. */
static void begin_alone(pid_t above)
{
    sigset_t none;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != above)
        _exit(EXIT_FAILURE); /* it has died before that held */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXCPU, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int null = open("/dev/null", O_RDWR);
    for (int stream = 0; null >= 0 && stream <= 2; stream++)
        dup2(null, stream);
    if (null > 2)
        close(null);
    struct rlimit core = {0};
    setrlimit(RLIMIT_CORE, &core);
}

/* The limit counts the time since the process began, so it moves with every task. */
static void limit_time(unsigned seconds)
{
    struct rlimit limit;
    struct rusage used;
    if (getrlimit(RLIMIT_CPU, &limit) != 0 || getrusage(RUSAGE_SELF, &used) != 0)
        return;
    rlim_t most = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
    limit.rlim_cur = most < limit.rlim_max ? most : limit.rlim_max;
    setrlimit(RLIMIT_CPU, &limit);
}

static bool read_task(int from, size_t *task)
{
    ssize_t got;
    do
        got = read(from, task, sizeof *task);
    while (got < 0 && errno == EINTR);
    return got == (ssize_t)sizeof *task;
}

static bool write_all(int to, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t written = write(to, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
        length -= (size_t)written;
    }
    return true;
}

_Noreturn void pool_process(const struct pool_work *work, pid_t above, int tasks, int results)
{
    begin_alone(above);
    apart_limit_memory((size_t)work->megabytes * 1024 * 1024);
    limit_time(work->seconds);
    void *kept = work->begin(work->closure);
    struct buffer out = {0};
    size_t task;
    bool good = true;
    while (good && read_task(tasks, &task)) {
        limit_time(work->seconds);
        buffer_clear(&out);
        work->work(kept, task, &out);
        good = write_all(results, &out.length, sizeof out.length) &&
               write_all(results, out.bytes, out.length);
    }
    _exit(good ? EXIT_SUCCESS : EXIT_FAILURE);
}
