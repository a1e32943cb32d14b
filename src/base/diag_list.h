/*
 * diag_list.h - the inside of struct diag, for diag.c (which fills it) and its printers.
 */
#ifndef ITAREPORT_BASE_DIAG_LIST_H
#define ITAREPORT_BASE_DIAG_LIST_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"

struct diag_message {
    enum diag_code code;
    enum diag_severity severity;
    struct place place;
    const char *const *argument[2]; /* by language; NULL-terminated */
    const char *path;               /* or NULL */
    const struct diag_remark *remark;
    size_t remarks;
};

struct diag {
    struct arena *arena; /* arguments */
    struct diag_message *message;
    size_t count;
    size_t capacity;
    size_t severities[DIAG_ERROR + 1];
};

/* One row of messages; indexed by language: DIAG_ENGLISH, DIAG_THAI. */
struct diag_row {
    enum diag_severity severity;
    const char *rule;
    const char *sentence[2];
    const char *hint[2];
};

const struct diag_row *diag_row(enum diag_code code);

/*
 * The messages in the order of printing: by file in the order of first mention, by line inside a
 * file, each once. An array of *count pointers, freed with free().
 */
const struct diag_message **diag_order(const struct diag *diag, size_t *count);

/* A sentence with its {1}, {2} … replaced and cleaned of control characters. */
void diag_sentence(struct buffer *out, const char *sentence, const char *const *argument);

#endif
