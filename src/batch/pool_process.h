/*
 * pool_process.h - the life of one process of a pool (pool.h).
 */
#ifndef ITAREPORT_BATCH_POOL_PROCESS_H
#define ITAREPORT_BATCH_POOL_PROCESS_H

#include <sys/types.h>

#include "batch/pool.h"

/* Does tasks until there are no more; ends with the process above it. It prints nothing. */
_Noreturn void pool_process(const struct pool_work *work, pid_t above, int tasks, int results);

#endif
