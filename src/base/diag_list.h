/*
 * diag_list.h - the inside of struct diag, for diag.c (which fills it) and its printers.
 */
#ifndef ITAREPORT_BASE_DIAG_LIST_H
#define ITAREPORT_BASE_DIAG_LIST_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"

enum { DIAG_BESIDE = 24 }; /* code points that are told beside the number of a line */

struct diag_message {
    enum diag_code code;
    enum diag_severity severity;
    struct place place;
    const char *const *argument[2]; /* by language; NULL-terminated */
    const char *path;               /* or NULL */
    const struct diag_remark *remark;
    size_t remarks;
    bool known;
    struct diag_remedy remedy;
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

/* Values that its arguments may have (messages/examples.def), NULL-terminated. */
const char *const *diag_example(enum diag_code code);

/* How several messages of one code are said as one (messages/many.def). */
struct diag_many {
    enum diag_code code;
    const char *sentence[2];
    const char *hint[2];
    const char *item[2];
};

/* The row of a code, or NULL: its messages are said one by one, until they are too many. */
const struct diag_many *diag_many(enum diag_code code);

/* What is printed as one: a message, and others that have the same cause. */
struct diag_entry {
    const struct diag_message *message; /* the first of them */
    const struct diag_message **other;  /* the others, in order */
    size_t others;
    const struct diag_many *many; /* how they are said; NULL: as the first alone would be */
};

/* The entries in the order of printing: errors, warnings, notes; in each by file, in the order of first mention, and
 * by line; no message twice. */
struct diag_listing {
    struct arena *arena;
    struct diag_entry *entry;
    size_t count;
};

struct diag_listing diag_list(const struct diag *diag, const struct diag_style *style);
void diag_listing_free(struct diag_listing *listing);

/* Joins those of one cause; called by diag_list, which has sorted them (diag_gather.c). */
void diag_gather(struct diag_listing *listing);

/* What an entry says. The arguments are those of its row, in the arena given. */
const char *const *diag_entry_arguments(const struct diag_entry *entry, enum diag_language language,
                                        struct arena *arena);
const char *diag_entry_sentence(const struct diag_entry *entry, enum diag_language language);
const char *diag_entry_hint(const struct diag_entry *entry, enum diag_language language);

/* A sentence with its {1}, {2} … replaced and cleaned of control characters. */
void diag_sentence(struct buffer *out, const char *sentence, const char *const *argument);

#endif
