/*
 * trie_file.h - whether the file of a trie is whole.
 *
 * Purpose: libdatrie believes the numbers that it reads: a file that was cut short or damaged makes it ask for all the
 *          memory that there is.
 */
#ifndef ITAREPORT_TEXT_TRIE_FILE_H
#define ITAREPORT_TEXT_TRIE_FILE_H

#include <stdbool.h>

bool trie_file_is_whole(const char *path);

#endif
