/*
 * row.h - what became of one edition: a row of the table that a batch ends with.
 *
 * Purpose: a worker hands it to the process that has started it, it is kept beside the report for the next run, and the
 *          shards' tables are joined from it. All three are the same line of JSON, so there is one writer and one
 *          reader.
 * Memory:  texts belong to the arena given; they are never NULL.
 */
#ifndef ITAREPORT_BATCH_ROW_H
#define ITAREPORT_BATCH_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"

enum batch_state {
    BATCH_FINE,  /* the report is there; of a check: there are no errors */
    BATCH_FAILED /* see the reason */
};

struct batch_row {
    const char *edition; /* its folder, as it was named */
    enum batch_state state;
    const char *agency, *year, *level, *score;
    int64_t pages, errors, warnings;
    const char *report; /* from the folder of the reports; "" where there is none */
    int64_t bytes;
    const char *sha256;
    const char *reason; /* why it failed, in the language of the run */
    /* Of this run alone, and so not in the line: it was there already, from the same inputs. */
    bool is_unchanged;
};

/* A row without anything but its edition. */
struct batch_row batch_row_of(const char *edition);

/* A row that has failed for the reason of a message. */
void batch_row_fail(struct batch_row *row, struct arena *arena, enum diag_language language,
                    enum diag_code code, const char *const *arguments);

/* One JSON object on one line, without the line's end. */
void batch_row_write(const struct batch_row *row, struct buffer *out);

/* False when the bytes are no such object. */
bool batch_row_read(struct arena *arena, const char *bytes, size_t length, struct batch_row *row);

/* The columns of the table, in order. */
size_t batch_columns(void);
const char *batch_column_name(size_t column);
void batch_column_text(const struct batch_row *row, size_t column, struct buffer *out);

#endif
