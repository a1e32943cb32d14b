/* Work in a copy of the process: what it hands back, and how it may end. */
#include "unit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/apart.h"
#include "base/arena.h"

static const struct apart_limits LIMITS = {1, 100 * 1000 * 1000};

static enum apart_end run(void (*work)(void *, struct buffer *), void *closure, struct buffer *out)
{
    int64_t spent = 0;
    enum apart_end end = apart_run(work, closure, &LIMITS, out, &spent);
    assert_true(spent >= 0 && spent < 3000);
    return end;
}

static void repeat(void *closure, struct buffer *out)
{
    const char *word = closure;
    for (int i = 0; i < 100 * 1000; i++) /* more than a pipe holds */
        buffer_add_string(out, word);
}

static void leave_early(void *closure, struct buffer *out)
{
    buffer_add_string(out, "half");
    _exit(*(const int *)closure);
}

static void raise_signal(void *closure, struct buffer *out)
{
    (void)out;
    raise(*(const int *)closure);
}

static void go_on(void *closure, struct buffer *out)
{
    (void)out;
    for (volatile const int *on = closure; *on != 0;)
        ;
}

static void take_memory(void *closure, struct buffer *out)
{
    (void)closure;
    for (;;)
        buffer_add(out, &LIMITS, sizeof LIMITS);
}

static void hands_back(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_add_string(&out, "before ");
    assert_int_equal(run(repeat, "คำ", &out), APART_FINE);
    assert_int_equal(out.length, strlen("before ") + 100 * 1000 * strlen("คำ"));
    assert_memory_equal(out.bytes, "before คำคำ", strlen("before คำคำ"));
    buffer_free(&out);
}

static void ends_early(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_add_string(&out, "kept");
    int one = 1, killed = SIGSEGV;
    assert_int_equal(run(leave_early, &one, &out), APART_FAILED);
    assert_int_equal(run(raise_signal, &killed, &out), APART_FAILED);
    assert_string_equal(out.bytes, "kept");
    buffer_free(&out);
}

static void is_limited(void **state)
{
    (void)state;
    struct buffer out = {0};
    int on = 1;
    assert_int_equal(run(go_on, &on, &out), APART_SLOW);
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(run(take_memory, NULL, &out), APART_LARGE);
    assert_false(apart_is_at_limit(1)); /* this is no copy */
#else
    (void)take_memory;
#endif
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_back),
        cmocka_unit_test(ends_early),
        cmocka_unit_test(is_limited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
