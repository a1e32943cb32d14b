/*
 * In the place of src/base/apart.c: what is to be done apart is done here. The sanitizer's allocator does not survive
 * a copy of the process that is made while another thread of a library takes memory. test_apart and test_drawing have
 * the program's own, and so have the tests of the whole program.
 */
#include "base/apart.h"

bool apart_is_at_limit(size_t size)
{
    (void)size;
    return false;
}

void apart_limit_memory(size_t bytes)
{
    (void)bytes;
}

enum apart_end apart_run(void (*work)(void *closure, struct buffer *out), void *closure,
                         const struct apart_limits *limits, struct buffer *out, int64_t *spent)
{
    (void)limits;
    (void)spent;
    work(closure, out);
    return APART_FINE;
}
