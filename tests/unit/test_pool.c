/* Work shared out to processes: every task ends once, however its process does. */
#include "unit.h"

#include <signal.h>
#include <unistd.h>

#include "batch/pool.h"

enum { TASKS = 40 };

/* What is done with the tasks of a test: by default they say their number. */
struct trial {
    size_t crash, leave, endless, sleeping, greedy; /* tasks, from 1 */
    size_t taken[TASKS];
    enum pool_outcome outcome[TASKS];
    int number[TASKS];
    size_t wrong; /* tasks that said something else */
    size_t most;  /* tasks of one process */
};

struct kept {
    const struct trial *trial;
    size_t tasks; /* done by this process */
};

static void *begin(void *closure)
{
    struct kept *kept = memory_zeroed(1, sizeof *kept);
    kept->trial = closure;
    return kept;
}

static void work(void *closure, size_t task, struct buffer *out)
{
    struct kept *kept = closure;
    const struct trial *trial = kept->trial;
    kept->tasks++;
    if (task + 1 == trial->crash) {
        signal(SIGSEGV, SIG_DFL); /* cmocka's is another */
        raise(SIGSEGV);
    }
    if (task + 1 == trial->leave)
        _exit(7);
    for (volatile size_t on = task + 1 == trial->endless; on != 0;)
        ;
    while (task + 1 == trial->sleeping)
        pause();
    for (struct buffer much = {0}; task + 1 == trial->greedy;)
        buffer_add(&much, trial, sizeof *trial);
    for (size_t i = 0; i < 20000; i++) /* more than a pipe holds */
        buffer_printf(out, "%03zu,%03zu;", task, kept->tasks);
}

static void take(void *closure, const struct pool_result *result)
{
    struct trial *trial = closure;
    size_t task = 0, tasks = 0;
    trial->taken[result->task]++;
    trial->outcome[result->task] = result->outcome;
    trial->number[result->task] = result->number;
    if (result->outcome != POOL_DONE)
        return;
    bool is_right = result->length == 160000 &&
                    sscanf(result->bytes + 159992, "%3zu,%3zu;", &task, &tasks) == 2 &&
                    task == result->task;
    trial->wrong += !is_right;
    trial->most = tasks > trial->most ? tasks : trial->most;
}

static void tick(void *closure)
{
    (void)closure;
}

static void run(struct trial *trial, size_t tasks, size_t processes)
{
    int number = 0;
    const struct pool_work pool = {.tasks = tasks,
                                   .processes = processes,
                                   .seconds = 1,
                                   .megabytes = 200,
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .tick = tick,
                                   .closure = trial};
    assert_int_equal(pool_run(&pool, &number), POOL_FINISHED);
    assert_int_equal(trial->wrong, 0);
    for (size_t i = 0; i < tasks; i++)
        assert_int_equal(trial->taken[i], 1);
}

static void does_all(void **state)
{
    (void)state;
    for (size_t processes = 1; processes < 6; processes++) {
        struct trial trial = {0};
        run(&trial, TASKS, processes);
        for (size_t i = 0; i < TASKS; i++)
            assert_int_equal(trial.outcome[i], POOL_DONE);
        assert_true(trial.most >= TASKS / processes); /* processes go on from task to task */
    }
    struct trial none = {0};
    run(&none, 0, 3);
}

/* The sanitizer takes more memory than any limit, so there is none with it. */
#ifdef __SANITIZE_ADDRESS__
enum { GREEDY = 0 };
#else
enum { GREEDY = TASKS };
#endif

static void goes_on_after_deaths(void **state)
{
    (void)state;
    struct trial trial = {.crash = 1, .leave = 20, .endless = 10, .greedy = GREEDY};
    run(&trial, TASKS, 2);
    assert_int_equal(trial.outcome[0], POOL_SIGNAL);
    assert_int_equal(trial.number[0], SIGSEGV);
    assert_int_equal(trial.outcome[19], POOL_STATUS);
    assert_int_equal(trial.number[19], 7);
    assert_int_equal(trial.outcome[9], POOL_TIME);
    assert_int_equal(trial.outcome[TASKS - 1], GREEDY != 0 ? POOL_MEMORY : POOL_DONE);
    assert_int_equal(trial.outcome[1], POOL_DONE);
    assert_int_equal(trial.outcome[TASKS - 2], POOL_DONE);
}

/* All of them die, one after the other, with one process. */
static void dies_every_time(void **state)
{
    (void)state;
    for (size_t crash = 1; crash <= 3; crash++) {
        struct trial trial = {.crash = crash};
        run(&trial, 3, 1);
        for (size_t i = 0; i < 3; i++)
            assert_int_equal(trial.outcome[i], i + 1 == crash ? POOL_SIGNAL : POOL_DONE);
    }
}

static void stop(void *closure)
{
    (void)closure;
    kill(getpid(), SIGTERM);
}

static void is_stopped_by_a_signal(void **state)
{
    (void)state;
    struct trial trial = {.sleeping = 1};
    int number = 0;
    const struct pool_work pool = {.tasks = 3,
                                   .processes = 1,
                                   .seconds = 100,
                                   .megabytes = 200,
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .tick = stop,
                                   .closure = &trial};
    assert_int_equal(pool_run(&pool, &number), POOL_STOPPED);
    assert_int_equal(number, SIGTERM);
    assert_int_equal(trial.taken[0] + trial.taken[1] + trial.taken[2], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_all),
        cmocka_unit_test(goes_on_after_deaths),
        cmocka_unit_test(dies_every_time),
        cmocka_unit_test(is_stopped_by_a_signal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
