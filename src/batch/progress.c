#include "batch/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"

enum {
    USUAL_COLUMNS = 80,
    FEWEST_COLUMNS = 10, /* of the bar; with less there is none */
    MOST_BAR = 40,
    BETWEEN = 100 /* milliseconds from one drawing to the next */
};

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

double progress_seconds(const struct progress *progress)
{
    return (double)(milliseconds() - progress->started) / 1e3;
}

void progress_start(struct progress *progress, enum diag_language language, bool has_colour,
                    size_t total)
{
    const char *terminal = getenv("TERM");
    bool is_dumb = terminal != NULL && strcmp(terminal, "dumb") == 0;
    *progress = (struct progress){.language = language,
                                  .has_colour = has_colour,
                                  .is_bar = !is_dumb && isatty(STDERR_FILENO),
                                  .total = total,
                                  .started = milliseconds()};
}

void progress_start_silent(struct progress *progress, size_t total)
{
    *progress = (struct progress){.is_silent = true, .total = total, .started = milliseconds()};
}

/* ---- the line ---- */

static size_t columns_of_terminal(void)
{
    const char *named = getenv("COLUMNS");
    long columns = named != NULL ? strtol(named, NULL, 10) : 0;
    struct winsize size;
    if (columns <= 0 && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0)
        columns = size.ws_col;
    return columns > 0 && columns < 10000 ? (size_t)columns : USUAL_COLUMNS;
}

/* 0:07, 12:30, 1:02:05 */
static void add_time(struct buffer *out, double seconds)
{
    long left = (long)(seconds + 0.5);
    if (left >= 3600)
        buffer_printf(out, "%ld:%02ld:%02ld", left / 3600, left / 60 % 60, left % 60);
    else
        buffer_printf(out, "%ld:%02ld", left / 60, left % 60);
}

static void add_words(const struct progress *progress, double seconds, struct buffer *out)
{
    bool is_thai = progress->language == DIAG_THAI;
    buffer_printf(out, "%zu/%zu", progress->done, progress->total);
    if (progress->done > 0 && seconds > 0) {
        double rate = (double)progress->done / seconds;
        buffer_printf(out, is_thai ? "  %.1f ฉบับ/วินาที  " : "  %.1f/s  ", rate);
        buffer_add_string(out, is_thai ? "เหลือ " : "");
        add_time(out, (double)(progress->total - progress->done) / rate);
        buffer_add_string(out, is_thai ? "" : " left");
    }
    if (progress->failed > 0)
        buffer_printf(out, is_thai ? "  ล้มเหลว %zu" : "  failed: %zu", progress->failed);
}

static size_t cells_of(const char *text, size_t length)
{
    size_t cells = 0;
    for (size_t at = 0; at < length;)
        cells += (size_t)utf8_cells(utf8_next(text, length, &at));
    return cells;
}

/* As much of a text as so many columns hold. */
static void add_fitting(struct buffer *out, const char *text, size_t columns)
{
    size_t length = strlen(text), end = 0;
    for (size_t at = 0; at < length && cells_of(text, at) <= columns; end = at)
        utf8_next(text, length, &at);
    while (end > 0 && cells_of(text, end) > columns)
        end--;
    buffer_add(out, text, end);
}

static void add_bar(const struct progress *progress, size_t columns, struct buffer *out)
{
    size_t inside = columns - 2;
    size_t full = progress->total > 0 ? inside * progress->done / progress->total : inside;
    buffer_add_char(out, '[');
    for (size_t i = 0; i < inside; i++)
        buffer_add_char(out, i < full ? '#' : '-');
    buffer_add_string(out, "] ");
}

void progress_line(const struct progress *progress, double seconds, size_t columns,
                   struct buffer *out)
{
    struct buffer words = {0};
    add_words(progress, seconds, &words);
    size_t used = cells_of(buffer_text(&words), words.length);
    size_t room = columns > used + 1 ? columns - used - 1 : 0;
    if (room >= FEWEST_COLUMNS)
        add_bar(progress, room < MOST_BAR ? room : MOST_BAR, out);
    add_fitting(out, buffer_text(&words), columns);
    buffer_free(&words);
}

/* ---- drawing ---- */

static void clear_line(void)
{
    fputs("\r\033[K", stderr);
}

static void draw(struct progress *progress, bool is_due)
{
    int64_t now = milliseconds();
    if (!progress->is_bar || (!is_due && now - progress->drawn < BETWEEN))
        return;
    struct buffer line = {0};
    progress->drawn = now;
    progress_line(progress, progress_seconds(progress), columns_of_terminal() - 1, &line);
    const char *colour = !progress->has_colour  ? ""
                         : progress->failed > 0 ? "\033[33m"
                                                : "\033[32m";
    clear_line();
    fprintf(stderr, "%s%s%s", colour, buffer_text(&line), *colour != '\0' ? "\033[0m" : "");
    fflush(stderr);
    buffer_free(&line);
}

void progress_done(struct progress *progress, const char *what, bool is_failed)
{
    progress->done++;
    progress->failed += is_failed;
    bool is_said = is_failed || (!progress->is_bar && !progress->is_silent);
    if (is_said) {
        if (progress->is_bar)
            clear_line();
        fprintf(stderr, "%zu/%zu %s\n", progress->done, progress->total, what);
    }
    draw(progress, is_said);
}

void progress_tick(struct progress *progress)
{
    draw(progress, false);
}

void progress_end(struct progress *progress)
{
    if (progress->is_bar)
        clear_line();
    fflush(stderr);
}
