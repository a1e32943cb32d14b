/*
 * The loop. After a change it waits until the folder is quiet for a moment, for editors do several things with a
 * file, but never long. Pages go out first; the audit runs when they are fetched or a moment has passed.
 */
#include "desk/desk.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "desk/desk_state.h"
#include "desk/remembered.h"
#include "desk/running.h"

/* Milliseconds. */
enum {
    QUIET = 3,        /* nothing more comes after a change */
    QUIET_MOST = 40,  /* or so long after the first one */
    AUDIT_AFTER = 60, /* the pages went out */
    LOOK_AGAIN = 500, /* where the system does not tell of changes */
    PING = 5000       /* finds out which listeners have gone */
};

enum { NEWS = 4 }; /* pages sent with it at most */

/* Moments, milliseconds of a clock that only goes on; -1: none. */
struct agenda {
    int64_t changed, last_change, audit, look, ping;
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void tell(struct desk *desk)
{
    struct buffer state = {0};
    view_state(desk, &state);
    http_tell(desk->http, buffer_text(&state));
    buffer_free(&state);
}

/* A few pages are sent with the news, which saves those who show them from asking. */
static void send_new_pages(struct desk *desk)
{
    const struct report *report = desk->report;
    size_t count = 0;
    for (size_t i = 0; i < report->pages; i++)
        count += report->page[i].is_new;
    if (!report->is_there || report->is_broken || count > NEWS)
        return;
    for (size_t i = 0; i < report->pages; i++) {
        struct buffer page = {0};
        if (!report->page[i].is_new)
            continue;
        view_page(&report->page[i], &page);
        http_shout(desk->http, "page", buffer_text(&page));
        buffer_free(&page);
    }
}

/* The folders are looked at before anyone hears of the report. What changed in one that is looked at only now, after its
 * files were read, told nobody: the report is made again. */
static void make(struct desk *desk, struct agenda *agenda)
{
    const struct job_setup *job = &desk->setup.job;
    report_make(desk->report);
    bool has_new_folders =
        watch_set(desk->watch, report_sources(desk->report), job->edition, job->session->data);
    desk->is_written = false;
    send_new_pages(desk);
    tell(desk);
    http_run(desk->http);
    int64_t moment = now();
    agenda->changed = agenda->last_change = has_new_folders ? moment : -1;
    agenda->audit = desk->report->is_broken ? -1 : moment + AUDIT_AFTER;
    agenda->look = watch_misses(desk->watch) ? moment + LOOK_AGAIN : -1;
}

static void take_changes(struct desk *desk, struct agenda *agenda)
{
    if (!watch_take(desk->watch))
        return;
    agenda->last_change = now();
    if (agenda->changed < 0)
        agenda->changed = agenda->last_change;
}

static int64_t lesser(int64_t a, int64_t b)
{
    if (a < 0 || b < 0)
        return a < 0 ? b : a;
    return a < b ? a : b;
}

/* When a report is due after changes. */
static int64_t due(const struct agenda *agenda)
{
    if (agenda->changed < 0)
        return -1;
    return lesser(agenda->last_change + QUIET, agenda->changed + QUIET_MOST);
}

static bool is_due(int64_t moment, int64_t at)
{
    return at >= 0 && moment >= at;
}

static void act(struct desk *desk, struct agenda *agenda)
{
    int64_t moment = now();
    if (is_due(moment, due(agenda)) || is_due(moment, agenda->look)) {
        make(desk, agenda);
    } else if (is_due(moment, agenda->audit)) {
        agenda->audit = -1;
        report_audit(desk->report);
        tell(desk);
    }
    if (is_due(moment, agenda->ping)) {
        http_shout(desk->http, "ping", "0");
        agenda->ping = moment + PING;
    }
}

static int patience(const struct desk *desk, const struct agenda *agenda)
{
    int64_t at = lesser(lesser(due(agenda), agenda->look), lesser(agenda->audit, agenda->ping));
    int64_t wait = at < 0 ? -1 : at - now();
    if (at >= 0 && wait < 0)
        wait = 0;
    return (int)lesser(wait, http_timeout(desk->http));
}

static enum desk_end run_loop(struct desk *desk, int signals)
{
    struct pollfd source[] = {{.fd = signals, .events = POLLIN},
                              {.fd = watch_descriptor(desk->watch), .events = POLLIN},
                              {.fd = http_descriptor(desk->http), .events = POLLIN},
                              {.events = POLLIN}};
    struct agenda agenda = {.changed = -1, .audit = -1, .look = -1, .ping = now() + PING};
    watch_set(desk->watch, NULL, desk->setup.job.edition, desk->setup.job.session->data);
    make(desk, &agenda);
    running_note(desk->setup.job.edition, http_address(desk->http));
    desk->setup.ready(desk->setup.closure, http_address(desk->http));
    while (source[0].revents == 0) {
        source[3].fd = desk->helper.descriptor;
        if (poll(source, 4, patience(desk, &agenda)) < 0 && errno != EINTR)
            return DESK_SYSTEM;
        take_changes(desk, &agenda);
        http_run(desk->http);
        bool good;
        if (helper_take(&desk->helper, &good))
            act_kept(desk, good);
        act(desk, &agenda);
        http_run(desk->http); /* what was told goes out before the loop sleeps */
    }
    return DESK_FINE;
}

/* SIGINT and SIGTERM as something to poll; a listener that goes away is no reason to end. */
static int open_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    signal(SIGPIPE, SIG_IGN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

static struct editor *new_editor(const struct desk *desk)
{
    const struct job_setup *job = &desk->setup.job;
    struct editor_setup setup = {
        .session = job->session, .edition = job->edition, .layout = job->layout};
    if (!desk->setup.read_only)
        setup.journal = remembered_journal(desk->arena, job->edition);
    return editor_new(&setup);
}

enum desk_end desk_run(const struct desk_setup *setup)
{
    struct desk desk = {.setup = *setup, .helper = {.descriptor = -1}};
    struct http_setup http = {setup->port, routes_answer, &desk};
    desk.http = http_new(&http);
    if (desk.http == NULL)
        return errno == EADDRINUSE || errno == EACCES ? DESK_PORT : DESK_SYSTEM;
    int signals = open_signals();
    desk.report = report_new(&setup->job);
    desk.watch = watch_new();
    desk.arena = arena_new();
    desk.editor = new_editor(&desk);
    enum desk_end end = signals >= 0 ? run_loop(&desk, signals) : DESK_SYSTEM;
    int reason = errno;
    running_forget();
    helper_stop(&desk.helper);
    http_free(desk.http);
    watch_free(desk.watch);
    editor_free(desk.editor);
    arena_free(desk.arena);
    report_free(desk.report);
    if (signals >= 0)
        close(signals);
    errno = reason;
    return end;
}
