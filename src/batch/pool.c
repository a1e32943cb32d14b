/*
 * A process reads the numbers of its tasks from one pipe and writes their bytes, with their length before them, into
 * another. It is given its next task when it has done one, so all are at work until there is none left.
 */
#include "batch/pool.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/apart.h"
#include "base/arena.h"
#include "batch/pool_process.h"

enum {
    TICK = 400, /* milliseconds */
    /* Times the processor's: after that a process that sleeps is ended; on a busy machine a good one is not. */
    PATIENCE = 30,
    MOST_BYTES = 16 * 1024 * 1024 /* of one task */
};

struct worker {
    pid_t process; /* 0: none */
    int tasks;     /* the end that its tasks are written to */
    int results;   /* the end that its bytes are read from */
    bool is_busy;
    bool is_overdue; /* ended from here */
    size_t task;
    int64_t since; /* when it got its task */
    struct buffer said;
};

struct pool {
    const struct pool_work *work;
    struct worker *worker;
    struct pollfd *wait; /* for each worker, then for the signals */
    size_t next;         /* the next task to be given */
    size_t ended;        /* tasks */
    int signals;
};

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- processes ---- */

/* The ends of others' pipes are closed in the copy, or nobody would see that they are closed here. */
static void close_others(const struct pool *pool)
{
    for (size_t i = 0; i < pool->work->processes; i++) {
        if (pool->worker[i].process == 0)
            continue;
        close(pool->worker[i].tasks);
        close(pool->worker[i].results);
    }
    close(pool->signals);
}

static bool start(struct pool *pool, struct worker *worker)
{
    int tasks[2], results[2];
    if (pipe(tasks) != 0)
        return false;
    if (pipe(results) != 0) {
        close(tasks[0]);
        close(tasks[1]);
        return false;
    }
    fflush(NULL); /* or the copy would have it too */
    pid_t above = getpid();
    pid_t process = fork();
    if (process == 0) {
        close(tasks[1]);
        close(results[0]);
        close_others(pool);
        pool_process(pool->work, above, tasks[0], results[1]);
    }
    close(tasks[0]);
    close(results[1]);
    if (process < 0) {
        close(tasks[1]);
        close(results[0]);
        return false;
    }
    *worker = (struct worker){.process = process, .tasks = tasks[1], .results = results[0]};
    return true;
}

static void give(struct pool *pool, struct worker *worker)
{
    if (worker->process == 0 || worker->is_busy || pool->next == pool->work->tasks)
        return;
    worker->task = pool->next++;
    worker->is_busy = true;
    worker->since = milliseconds();
    /* One that has died in the meantime is found by its other pipe, with this task. */
    ssize_t written = write(worker->tasks, &worker->task, sizeof worker->task);
    (void)written;
}

static int end_process(struct worker *worker)
{
    int status = 0;
    close(worker->tasks);
    close(worker->results);
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        ;
    buffer_free(&worker->said);
    worker->process = 0;
    return status;
}

/* ---- results ---- */

static void tell(struct pool *pool, const struct pool_result *result)
{
    pool->ended++;
    pool->work->take(pool->work->closure, result);
}

/* Why a process is no more that had a task. */
static struct pool_result judge(const struct worker *worker, int status)
{
    struct pool_result result = {.task = worker->task, .outcome = POOL_STATUS};
    if (WIFEXITED(status)) {
        result.number = WEXITSTATUS(status);
        if (result.number == APART_NO_MEMORY || result.number == APART_TOO_LARGE)
            result.outcome = POOL_MEMORY;
        return result;
    }
    result.number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.outcome = POOL_SIGNAL;
    if (worker->is_overdue || result.number == SIGXCPU)
        result.outcome = POOL_TIME;
    return result;
}

static void take_death(struct pool *pool, struct worker *worker)
{
    bool had_task = worker->is_busy;
    int status = end_process(worker);
    struct pool_result result = judge(worker, status);
    worker->is_busy = false;
    if (had_task)
        tell(pool, &result);
}

/* Whether all of a task's bytes are there. */
static bool is_whole(const struct worker *worker, size_t *length)
{
    if (worker->said.length < sizeof *length)
        return false;
    memcpy(length, worker->said.bytes, sizeof *length);
    return *length <= MOST_BYTES && worker->said.length >= sizeof *length + *length;
}

static void take_bytes(struct pool *pool, struct worker *worker)
{
    char bytes[64 * 1024];
    ssize_t got = read(worker->results, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        take_death(pool, worker);
        return;
    }
    buffer_add(&worker->said, bytes, (size_t)got);
    size_t length;
    if (!is_whole(worker, &length))
        return;
    struct pool_result result = {.task = worker->task,
                                 .outcome = POOL_DONE,
                                 .bytes = worker->said.bytes + sizeof length,
                                 .length = length};
    worker->is_busy = false;
    tell(pool, &result);
    buffer_clear(&worker->said);
}

/* ---- the loop ---- */

/* A process that sleeps uses none of the processor's time and is not ended by its limit. */
static void end_overdue(struct pool *pool)
{
    int64_t most = (int64_t)pool->work->seconds * PATIENCE * 1000;
    for (size_t i = 0; i < pool->work->processes; i++) {
        struct worker *worker = &pool->worker[i];
        if (!worker->is_busy || worker->is_overdue || milliseconds() - worker->since <= most)
            continue;
        worker->is_overdue = true;
        kill(worker->process, SIGKILL);
    }
}

/* Every place has a process while there are tasks, and every process a task. False when there is none at all. */
static bool keep_busy(struct pool *pool)
{
    bool has_any = false;
    for (size_t i = 0; i < pool->work->processes; i++) {
        struct worker *worker = &pool->worker[i];
        if (worker->process == 0 && pool->next < pool->work->tasks)
            start(pool, worker);
        give(pool, worker);
        has_any = has_any || worker->process != 0;
    }
    return has_any;
}

/* Waits and takes what there is; false when a signal ends the work. */
static bool turn(struct pool *pool, int *number)
{
    size_t count = pool->work->processes;
    for (size_t i = 0; i < count; i++) {
        const struct worker *worker = &pool->worker[i];
        pool->wait[i] = (struct pollfd){worker->process != 0 ? worker->results : -1, POLLIN, 0};
    }
    pool->wait[count] = (struct pollfd){pool->signals, POLLIN, 0};
    int ready = poll(pool->wait, count + 1, TICK);
    struct signalfd_siginfo about;
    if (ready > 0 && pool->wait[count].revents != 0 &&
        read(pool->signals, &about, sizeof about) == sizeof about) {
        *number = (int)about.ssi_signo;
        return false;
    }
    for (size_t i = 0; i < count && ready > 0; i++)
        if (pool->wait[i].revents != 0)
            take_bytes(pool, &pool->worker[i]);
    end_overdue(pool);
    pool->work->tick(pool->work->closure);
    return true;
}

static void end_all(struct pool *pool, bool kills)
{
    for (size_t i = 0; i < pool->work->processes; i++) {
        if (pool->worker[i].process == 0)
            continue;
        if (kills)
            kill(pool->worker[i].process, SIGKILL);
        end_process(&pool->worker[i]);
    }
}

static enum pool_end run(struct pool *pool, int *number)
{
    while (pool->ended < pool->work->tasks) {
        if (!keep_busy(pool))
            return POOL_NO_PROCESS;
        if (!turn(pool, number))
            return POOL_STOPPED;
    }
    return POOL_FINISHED;
}

enum pool_end pool_run(const struct pool_work *work, int *number)
{
    assert(work->processes > 0);
    sigset_t ending, before;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigprocmask(SIG_BLOCK, &ending, &before);
    void (*pipes)(int) = signal(SIGPIPE, SIG_IGN);
    struct pool pool = {.work = work,
                        .worker = memory_zeroed(work->processes, sizeof *pool.worker),
                        .wait = memory_zeroed(work->processes + 1, sizeof *pool.wait),
                        .signals = signalfd(-1, &ending, SFD_CLOEXEC)};
    enum pool_end end = run(&pool, number);
    end_all(&pool, end != POOL_FINISHED);
    close(pool.signals);
    free(pool.wait);
    free(pool.worker);
    signal(SIGPIPE, pipes);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return end;
}
