/*
 * progress.h - how far a long work is.
 *
 * Purpose: on a terminal one line that changes: a bar, how many of how many, how many a second, how long it still takes;
 *          elsewhere a plain line for each thing that is done. All of it goes to standard error.
 * Units:   the width is that of COLUMNS, or of the terminal. With NO_COLOR there is no colour.
 */
#ifndef ITAREPORT_BATCH_PROGRESS_H
#define ITAREPORT_BATCH_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/diag.h"

struct progress {
    enum diag_language language;
    bool has_colour;
    bool is_bar;    /* else plain lines */
    bool is_silent; /* neither */
    size_t total, done, failed;
    int64_t started, drawn; /* milliseconds */
};

/* colour: where there is a terminal. */
void progress_start(struct progress *progress, enum diag_language language, bool has_colour,
                    size_t total);
void progress_start_silent(struct progress *progress, size_t total);

/* One more is done: what a plain line says of it. A failure is said on a line of its own in any case. */
void progress_done(struct progress *progress, const char *what, bool is_failed);

/* The time goes on. */
void progress_tick(struct progress *progress);

/* Takes the bar away. */
void progress_end(struct progress *progress);

double progress_seconds(const struct progress *progress);

/* The bar as it would be drawn, so many columns wide at most, without colour; for progress.c and its test. */
void progress_line(const struct progress *progress, double seconds, size_t columns,
                   struct buffer *out);

#endif
