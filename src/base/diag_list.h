/*
 * diag_list.h - the inside of struct diag, for diag.c (which fills it) and diag_print.c.
 *
 * Units, memory, errors: see diag.h.
 */
#ifndef ITAREPORT_BASE_DIAG_LIST_H
#define ITAREPORT_BASE_DIAG_LIST_H

#include "base/arena.h"
#include "base/diag.h"

struct diag_message {
    enum diag_code code;
    struct place place;
    const char **argument; /* NULL-terminated */
};

struct diag {
    struct arena *arena; /* sources and arguments */
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

#endif
