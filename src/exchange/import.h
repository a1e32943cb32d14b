/*
 * import.h - what a spreadsheet would change in an edition's results.
 *
 * Purpose: the values found in a book (survey.h) beside those of results.yaml, for people to look at before anything is
 *          written; and the changed file.
 * Memory:  everything belongs to the arena given and points into edition and book.
 * Errors:  reported at the cells; a value that is wrong leaves out nothing silently: nothing is to be written then.
 */
#ifndef ITAREPORT_EXCHANGE_IMPORT_H
#define ITAREPORT_EXCHANGE_IMPORT_H

#include "edit/mend.h"
#include "edition/edition.h"
#include "exchange/mapping.h"
#include "exchange/survey.h"

enum import_what { IMPORT_ALL, IMPORT_SCORES, IMPORT_FIGURES };

struct import_setup {
    struct arena *arena;
    const struct edition *edition; /* its scheme and its trees suffice */
    const struct names *names;
    const struct sheet_book *book;
    const char *sheet;             /* the one wanted, or NULL */
    const struct mapping *mapping; /* of the last time */
    const struct mapping *columns; /* that were named, or NULL */
    enum import_what what;
    struct diag *diag;
};

struct import_change {
    const struct target *target;
    const char *cell;
    const char *old; /* as it is typed; NULL where there is nothing */
    const char *new; /* … and as it would be */
    bool is_same;
    enum known_by by;
    int percent;
};

struct import {
    struct import_change *change;
    size_t changes, room;
    size_t differing;
    const struct sheet **used; /* sheets */
    size_t useds;
    const struct sheet **passed; /* sheets that have values too, which were not taken */
    size_t passeds;
    struct survey survey;
    struct mapping mapping;  /* for the next time */
    const struct node *tree; /* of results.yaml */
};

/* False after reporting that there is nothing, or that a value is wrong. */
bool import_look(const struct import_setup *setup, struct import *out);

/* The file with all changes; false after reporting. */
bool import_make(const struct import_setup *setup, const struct import *import,
                 struct edit_mended_file *out);

/* What would change, as a table. */
void import_print(const struct import *import, enum diag_language language, struct buffer *out);

#endif
