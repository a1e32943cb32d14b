/*
 * hunspell.h - the words of a dictionary of Hunspell's.
 *
 * Form: a line with the number of words, then a word a line; what follows a slash is flags and no part of the word.
 */
#ifndef ITAREPORT_WORDS_HUNSPELL_H
#define ITAREPORT_WORDS_HUNSPELL_H

#include <stdbool.h>

struct diag;

/* Calls `each` with every word that is not empty; it is gone after the call. False after reporting that the file cannot be read. */
bool hunspell_read(const char *path, void (*each)(void *context, const char *word), void *context,
                   struct diag *diag);

#endif
