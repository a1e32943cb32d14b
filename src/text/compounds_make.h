/*
 * compounds_make.h - makes the file of compounds (compounds.h) at set-up.
 *
 * Input:   the classes of words/compounds.txt, explained there; lists of compounds; a second dictionary: a word a line in the form
 *          of Hunspell, where the first line is a number and what follows a slash is no part of the word; and the
 *          dictionary that text will be set with, for a compound is what libthai sees as several words.
 * Errors:  false after reporting wrong lines, or a file that cannot be read.
 */
#ifndef ITAREPORT_TEXT_COMPOUNDS_MAKE_H
#define ITAREPORT_TEXT_COMPOUNDS_MAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "source/sources.h"

struct compounds_job {
    const char *dictionary;  /* made by text_dictionary_make; NULL for libthai's own */
    const char *classes;     /* compounds.txt */
    const char *const *list; /* a compound a line */
    size_t lists;
    const char *second;      /* or NULL */
    struct sources *sources; /* the lists are read through; the other files are watched */
};

/* Adds the bytes of the file. */
bool compounds_make(const struct compounds_job *job, struct buffer *out, struct diag *diag);

/* Whether bytes begin as such a file does. */
bool compounds_are(const char *bytes, size_t length);

#endif
