/*
 * apart.h - work that may fail in any way, done in a process of its own.
 *
 * Purpose: a library that is given a stranger's file may panic, go on for hours or use up the memory. A copy of the
 *          process does the work under limits and hands back bytes; whatever happens to it, this one goes on. The
 *          copy sees everything as it was, so the result is the same as if it had been made here.
 * Units:   seconds of processor time; bytes of memory beyond what is in use already.
 * Errors:  see enum apart_end; nothing is printed, also not by the copy.
 */
#ifndef ITAREPORT_BASE_APART_H
#define ITAREPORT_BASE_APART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum apart_end {
    APART_FINE,
    APART_FAILED,    /* it ended by itself, or by a signal */
    APART_SLOW,      /* it took more time */
    APART_LARGE,     /* it wanted more memory */
    APART_NO_PROCESS /* the system gives none: see errno */
};

struct apart_limits {
    unsigned seconds;
    size_t bytes;
};

/* What a process ends with that has run out of memory: the system had none (the status of CLI_SYSTEM), or the copy
 * has reached its limit. */
enum { APART_NO_MEMORY = 3, APART_TOO_LARGE = 4 };

/* From now on this process may have so much more memory than it has now. */
void apart_limit_memory(size_t bytes);

/* Whether this is such a copy, and memory of so many bytes was refused for its limit. */
bool apart_is_at_limit(size_t size);

/*
 * Has the work done in a copy of the process and appends what it puts in its own buffer. The work must neither
 * wait for another thread, of which the copy has none, nor report anything. Its time, in milliseconds, is added to
 * *spent.
 */
enum apart_end apart_run(void (*work)(void *closure, struct buffer *out), void *closure,
                         const struct apart_limits *limits, struct buffer *out, int64_t *spent);

#endif
