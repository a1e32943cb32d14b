#define _GNU_SOURCE /* sched_getaffinity */
#include "app/cores.h"

#include <sched.h>

size_t cores_allowed(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (size_t)count : 1;
}
