/*
 * latin.h - Latin words in Thai text.
 *
 * Purpose: a screen reader changes its voice for them, so they are marked as English.
 * Units:   bytes.
 */
#ifndef ITAREPORT_PAINT_LATIN_H
#define ITAREPORT_PAINT_LATIN_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a text. */
struct latin_run {
    size_t start, end;
};

/*
 * The first run at or after `from`: words that begin with two letters (E-Service counts) next to each
 * other, with the signs and spaces between them, the signs at both sides and the spaces after. False
 * when there is none.
 */
bool latin_find(const char *bytes, size_t from, size_t length, struct latin_run *run);

#endif
