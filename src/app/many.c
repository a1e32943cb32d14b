#include "app/many.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/cores.h"
#include "base/limits.h"
#include "batch/keep.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "source/file.h"

static const char *const FORMAT_NAMES[] = {"text", "csv", "json"};
const struct cli_names MANY_FORMATS = {FORMAT_NAMES, sizeof FORMAT_NAMES / sizeof *FORMAT_NAMES};

bool many_is_format(const char *format)
{
    for (size_t i = 0; i < MANY_FORMATS.count; i++)
        if (strcmp(MANY_FORMATS.name[i], format) == 0)
            return true;
    return false;
}

struct many many_usual(const struct cli_call *call, struct arena *arena)
{
    const struct cli *cli = call->cli;
    return (struct many){.call = call,
                         .how = {.data = cli->session->data,
                                 .has_epoch = cli->has_epoch,
                                 .epoch = cli->epoch,
                                 .language = cli->language},
                         .shard = 1,
                         .shards = 1,
                         .processes = cores_allowed(),
                         .seconds = LIMIT_BATCH_SECONDS,
                         .megabytes = LIMIT_BATCH_MEGABYTES,
                         .format = FORMAT_NAMES[0],
                         .arena = arena};
}

/* ---- at work ---- */

struct at_work {
    const struct many *many;
    struct batch_editions share;
    struct batch_table table;
    struct progress progress;
    size_t unchanged;
    struct batch_maker *maker; /* in a process of the pool */
};

static void *begin(void *closure)
{
    struct at_work *at_work = closure;
    at_work->maker = batch_maker_new(&at_work->many->how);
    return at_work;
}

static void work(void *kept, size_t task, struct buffer *out)
{
    const struct at_work *at_work = kept;
    struct arena *arena = arena_new();
    struct batch_row row = batch_make(at_work->maker, arena, &at_work->share.edition[task]);
    buffer_add_char(out, row.is_unchanged ? '=' : '+');
    batch_row_write(&row, out);
    arena_free(arena);
}

/* The row of a task whose process is no more. */
static struct batch_row row_of_dead(const struct at_work *at_work, const struct pool_result *result)
{
    const struct many *many = at_work->many;
    struct batch_row row = batch_row_of(at_work->share.edition[result->task].folder);
    enum diag_code code = MESSAGE_BATCH_STATUS;
    char number[24];
    const char *arguments[] = {number, NULL, NULL};
    snprintf(number, sizeof number, "%d", result->number);
    switch (result->outcome) {
    case POOL_SIGNAL:
        code = MESSAGE_BATCH_SIGNAL;
        arguments[1] = strsignal(result->number);
        break;
    case POOL_TIME:
        code = MESSAGE_BATCH_TIME;
        snprintf(number, sizeof number, "%u", many->seconds);
        break;
    case POOL_MEMORY:
        code = MESSAGE_BATCH_MEMORY;
        snprintf(number, sizeof number, "%u", many->megabytes);
        break;
    case POOL_DONE:
    case POOL_STATUS:
        break;
    }
    batch_row_fail(&row, many->arena, many->how.language, code, arguments);
    return row;
}

static const char *outcome_of(const struct at_work *at_work, const struct batch_row *row)
{
    const struct cli *cli = at_work->many->call->cli;
    if (row->state == BATCH_FAILED)
        return row->reason;
    if (at_work->many->how.checks)
        return cli_say(cli, "checked", "ตรวจแล้ว");
    return row->is_unchanged ? cli_say(cli, "unchanged", "ไม่เปลี่ยนแปลง")
                             : cli_say(cli, "made", "จัดทำแล้ว");
}

static void take(void *closure, const struct pool_result *result)
{
    struct at_work *at_work = closure;
    struct batch_row *row = &at_work->table.row[result->task];
    bool is_told = result->outcome == POOL_DONE && result->length > 0 &&
                   batch_row_read(at_work->many->arena, result->bytes + 1, result->length - 1, row);
    if (!is_told)
        *row = row_of_dead(at_work, result);
    row->is_unchanged = is_told && result->bytes[0] == '=';
    at_work->unchanged += row->is_unchanged;
    struct buffer line = {0};
    buffer_printf(&line, "%s: %s", row->edition, outcome_of(at_work, row));
    progress_done(&at_work->progress, buffer_text(&line), row->state == BATCH_FAILED);
    buffer_free(&line);
}

static void tick(void *closure)
{
    struct at_work *at_work = closure;
    progress_tick(&at_work->progress);
}

/* ---- the end ---- */

enum cli_status many_print(const struct cli *cli, const struct batch_table *table,
                           const char *format)
{
    struct buffer text = {0};
    if (strcmp(format, "csv") == 0)
        batch_table_csv(table, &text);
    else if (strcmp(format, "json") == 0)
        batch_table_json(table, &text);
    else
        batch_table_text(table, cli->language, &text);
    enum cli_status status = cli_print(cli, buffer_text(&text), text.length);
    buffer_free(&text);
    return status;
}

static void print_sum(const struct at_work *at_work)
{
    const struct many *many = at_work->many;
    const struct cli *cli = many->call->cli;
    struct rusage children;
    double seconds = progress_seconds(&at_work->progress);
    size_t failed = batch_table_count(&at_work->table, BATCH_FAILED);
    size_t rows = at_work->table.rows;
    long megabytes = getrusage(RUSAGE_CHILDREN, &children) == 0 ? children.ru_maxrss / 1024 : 0;
    if (many->how.checks)
        fprintf(stderr,
                cli_say(cli, "checked: %zu, with errors: %zu", "ตรวจแล้ว %zu ฉบับ มีข้อผิดพลาด %zu ฉบับ"),
                rows, failed);
    else
        fprintf(stderr,
                cli_say(cli, "made: %zu, unchanged: %zu, failed: %zu",
                        "จัดทำ %zu ฉบับ ไม่เปลี่ยนแปลง %zu ฉบับ ล้มเหลว %zu ฉบับ"),
                rows - failed - at_work->unchanged, at_work->unchanged, failed);
    fprintf(stderr,
            cli_say(cli, "; %.1f s, %.1f a second, %zu processes of at most %ld MB\n",
                    "; %.1f วินาที วินาทีละ %.1f ฉบับ ใช้ %zu โพรเซส โพรเซสละไม่เกิน %ld MB\n"),
            seconds, seconds > 0 ? (double)rows / seconds : 0.0, many->processes, megabytes);
}

/* The work was ended from outside, and so is this process, by the same signal. */
static enum cli_status stop(const struct at_work *at_work, int number)
{
    const struct cli *cli = at_work->many->call->cli;
    fprintf(stderr,
            cli_say(cli,
                    "itareport: stopped after %zu of %zu; the same command goes on from there\n",
                    "itareport: หยุดหลังทำได้ %zu จาก %zu ฉบับ สั่งคำสั่งเดิมเพื่อทำต่อ\n"),
            at_work->progress.done, at_work->progress.total);
    signal(number, SIG_DFL);
    raise(number);
    return CLI_SYSTEM;
}

/* The table, and the index of an archive. */
static enum cli_status write_tables(const struct at_work *at_work)
{
    const struct many *many = at_work->many;
    const struct cli *cli = many->call->cli;
    struct diag *diag = diag_new();
    enum cli_status status = CLI_FINE;
    enum index_end end = INDEX_FINE;
    if (many->how.archives)
        end = batch_keep(&at_work->table, many->how.out, diag);
    if (end == INDEX_UNWRITTEN)
        cli_system(cli, many->how.out);
    if (!batch_table_write(&at_work->table, many->how.out, diag) || end == INDEX_UNWRITTEN)
        status = CLI_SYSTEM;
    else if (end == INDEX_FLAWED)
        status = CLI_INPUT;
    cli_print_diag(cli, diag, DIAG_NOTE);
    diag_free(diag);
    return status;
}

static enum cli_status finish(struct at_work *at_work)
{
    const struct many *many = at_work->many;
    const struct cli *cli = many->call->cli;
    enum cli_status status = CLI_FINE;
    for (size_t i = 0; i < at_work->table.rows; i++) {
        const struct batch_row *row = &at_work->table.row[i];
        if (row->state == BATCH_FAILED || (many->is_strict && row->warnings > 0))
            status = CLI_INPUT;
    }
    enum cli_status written = many->how.out != NULL ? write_tables(at_work) : CLI_FINE;
    status = written > status ? written : status;
    if (!many->is_quiet)
        print_sum(at_work);
    enum cli_status printed = many->is_quiet && strcmp(many->format, "text") == 0
                                  ? CLI_FINE
                                  : many_print(cli, &at_work->table, many->format);
    return printed != CLI_FINE ? printed : status;
}

/* ---- the run ---- */

static enum cli_status run_pool(struct at_work *at_work)
{
    const struct many *many = at_work->many;
    const struct pool_work pool = {.tasks = at_work->share.count,
                                   .processes = many->processes,
                                   .seconds = many->seconds,
                                   .megabytes = many->megabytes,
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .tick = tick,
                                   .closure = at_work};
    int number = 0;
    if (many->is_quiet)
        progress_start_silent(&at_work->progress, pool.tasks);
    else
        progress_start(&at_work->progress, many->how.language, many->call->cli->colour, pool.tasks);
    enum pool_end end = pool_run(&pool, &number);
    progress_end(&at_work->progress);
    if (end == POOL_STOPPED)
        return stop(at_work, number);
    if (end == POOL_FINISHED)
        return finish(at_work);
    fprintf(stderr, "itareport: %s: %s\n",
            cli_say(many->call->cli, "no process can be started", "เริ่มโพรเซสไม่ได้"),
            strerror(errno));
    return CLI_SYSTEM;
}

/* False after reporting that the folder is another batch's, or has a file of a table's name. */
static bool take_folder(const struct at_work *at_work, int *lock, enum cli_status *status)
{
    const struct many *many = at_work->many;
    struct diag *diag = diag_new();
    const char *name = batch_table_name(many->arena, &at_work->table, "lock");
    const char *path =
        file_join(many->arena, many->how.out, arena_printf(many->arena, ".%s", name));
    *lock = file_lock(path, false);
    bool is_taken = *lock < 0 && (errno == EAGAIN || errno == EACCES) && file_exists(path);
    *status = *lock < 0 && !is_taken ? CLI_SYSTEM : CLI_INPUT;
    if (is_taken)
        diag_say(diag, MESSAGE_BATCH_LOCKED, (struct place){0}, many->how.out);
    else if (*lock < 0)
        diag_say(diag, MESSAGE_BATCH_UNWRITTEN, (struct place){0}, path, strerror(errno));
    bool good = *lock >= 0 && batch_table_may_write(&at_work->table, many->how.out, diag) &&
                (!many->how.archives || many->how.replaces || batch_may_keep(many->how.out, diag));
    cli_print_diag(many->call->cli, diag, DIAG_NOTE);
    diag_free(diag);
    return good;
}

enum cli_status many_run(struct many *many)
{
    struct at_work at_work = {.many = many};
    at_work.share = batch_share(many->arena, &many->all, many->shard, many->shards);
    at_work.table =
        (struct batch_table){.shard = many->shard,
                             .shards = many->shards,
                             .editions = many->all.count,
                             .list = batch_table_list(&many->all),
                             .row = ARENA_NEW(many->arena, struct batch_row, at_work.share.count),
                             .rows = at_work.share.count};
    if (many->processes > at_work.share.count)
        many->processes = at_work.share.count > 0 ? at_work.share.count : 1;
    enum cli_status status = CLI_FINE;
    int lock = -1;
    if (many->how.out == NULL || take_folder(&at_work, &lock, &status)) {
        if (many->how.out != NULL)
            many->how.program = batch_sum_program(many->how.data);
        status = run_pool(&at_work);
    }
    if (lock >= 0)
        close(lock);
    return status;
}
