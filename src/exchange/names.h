/*
 * names.h - the words that spreadsheets of offices have, from words/sheets.txt.
 *
 * Purpose: tells what a column or a row is by what it is called. Words are compared by letters and digits only, so
 *          blanks, signs, line ends and the script of digits make no difference; the longest word decides.
 * Memory:  belongs to the arena given.
 * Errors:  reported at the line of the words file; NULL then.
 */
#ifndef ITAREPORT_EXCHANGE_NAMES_H
#define ITAREPORT_EXCHANGE_NAMES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"

enum name_class {
    /* columns of scores */
    NAME_ID,
    NAME_TEXT,
    NAME_SCORE,
    NAME_PERCENT,
    NAME_ANNOUNCED,
    NAME_OTHER,
    NAME_RANK,
    NAME_OTHER_RANK,
    NAME_RESPONDENTS,
    NAME_PART,
    /* before numbers, and rows */
    NAME_QUESTION,
    NAME_INDICATOR,
    NAME_SUBINDICATOR,
    NAME_OVERALL,
    NAME_TOTAL,
    NAME_LEVEL,
    NAME_LETTER,
    /* values */
    NAME_UNIT,
    NAME_NOTHING,
    /* columns of measures */
    NAME_ISSUE,
    NAME_ISSUE_NUMBER,
    NAME_FOCUS,
    NAME_MEASURE,
    NAME_STEPS,
    NAME_PERIOD,
    NAME_FROM,
    NAME_TO,
    NAME_OWNERS,
    NAME_CLASSES,
    NAME_NONE = NAME_CLASSES
};

struct names;

struct names *names_load(struct arena *arena, const char *path, struct diag *diag);

/* Letters and digits of a text, in one script and one case. */
const char *names_key(struct arena *arena, const char *text);

/* A text with Western digits, small letters, and one blank where there were several or a line end. */
const char *names_plain(struct arena *arena, const char *text);

/* The class between two whose longest word the key has; NAME_NONE where none does. Short words have to be all of the
 * key. */
enum name_class names_class(const struct names *names, const char *key, enum name_class first,
                            enum name_class last);

/* Whether the key is a word of the class. */
bool names_is(const struct names *names, const char *key, enum name_class class);

/* Whether the key has a word of the class in it. */
bool names_has(const struct names *names, const char *key, enum name_class class);

/* After the longest word of the class that a plain text begins with, and the blanks after that; the same place where it
 * begins with none. */
const char *names_after(const struct names *names, const char *plain, enum name_class class);

/* The longest column name of a class, for tables that are written: its first word. */
const char *names_first(const struct names *names, enum name_class class);

#endif
