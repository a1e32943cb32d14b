/*
 * pool.h - work shared out to processes that go on from one task to the next, and may die.
 *
 * Purpose: a task that crashes, or that takes too much time or memory, ends its process and nothing else: another one
 *          takes its place, and whoever started the work is told. Processes are copies of this one, begun before it has
 *          threads; each keeps what it has made for its next task.
 * Units:   seconds of processor time a task; megabytes of memory a process, beyond what it has at its start.
 * Errors:  see enum pool_end; SIGINT, SIGTERM and SIGHUP end the work, and all processes with it. Processes end with
 *          this one, however it ends.
 */
#ifndef ITAREPORT_BATCH_POOL_H
#define ITAREPORT_BATCH_POOL_H

#include <stddef.h>

#include "base/buffer.h"

enum pool_outcome {
    POOL_DONE,   /* the bytes are the task's */
    POOL_SIGNAL, /* its process was ended by a signal … */
    POOL_STATUS, /* … or ended itself with a status */
    POOL_TIME,   /* it took more time */
    POOL_MEMORY  /* it wanted more memory */
};

struct pool_result {
    size_t task;
    enum pool_outcome outcome;
    int number; /* of the signal, or the status */
    const char *bytes;
    size_t length;
};

struct pool_work {
    size_t tasks, processes;
    unsigned seconds, megabytes;
    /* In a process, before its first task: what it keeps. */
    void *(*begin)(void *closure);
    /* In a process: does a task and adds its bytes. */
    void (*work)(void *kept, size_t task, struct buffer *out);
    /* Here, as tasks end, in any order. */
    void (*take)(void *closure, const struct pool_result *result);
    /* Here, at least twice a second. */
    void (*tick)(void *closure);
    void *closure;
};

enum pool_end {
    POOL_FINISHED,
    POOL_STOPPED,   /* by the signal in *number */
    POOL_NO_PROCESS /* the system gives none: see errno */
};

enum pool_end pool_run(const struct pool_work *work, int *number);

#endif
