/*
 * words.h - words files: the Thai language as data that an editor can read and change.
 *
 * Purpose: reads one words file (docs/words.md) into entries. The reader knows no meaning: the caller
 *          says which classes a file may have and what form their lines have.
 * Memory:  the entries and their words belong to the arena given; places point to the source.
 * Errors:  a wrong line is reported at its place and left out.
 */
#ifndef ITAREPORT_WORDS_WORDS_H
#define ITAREPORT_WORDS_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"

/* What a line holds. */
enum words_form {
    WORDS_WORD,   /* one word without a blank */
    WORDS_PHRASE, /* one word or several with one blank between */
    WORDS_FORMS   /* two phrases or more with = between; the first is the preferred one */
};

struct words_class {
    const char *name; /* as the file writes it: [label]; NULL: the lines before any section */
    enum words_form form;
    bool needed; /* the file must have this section, though it may be empty */
};

struct words_table {
    const struct words_class *class;
    size_t classes;
};

/* One line. */
struct words_entry {
    size_t class; /* its row in the table */
    const char *const
        *form; /* NUL-terminated; form[0] is the word, others there are in WORDS_FORMS only */
    size_t forms;
    struct place place;
};

/* All good lines in the order of the file. */
struct words {
    const struct words_entry *entry;
    size_t count;
};

struct words words_read(struct arena *arena, const struct source *source,
                        const struct words_table *table, struct diag *diag);

#endif
