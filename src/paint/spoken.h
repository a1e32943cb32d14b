/*
 * spoken.h - the characters of a text as a reader, a search or a screen reader should get them.
 *
 * Purpose: no-break spaces and forced line ends become plain spaces; characters that only guide
 *          line breaking vanish.
 * Units:   bytes of UTF-8.
 * Memory:  results belong to the arena given.
 */
#ifndef ITAREPORT_PAINT_SPOKEN_H
#define ITAREPORT_PAINT_SPOKEN_H

#include <stddef.h>

#include "base/arena.h"

/* What the hyphen of a parted word says: a soft one (ISO 32000-1, 14.8.2.2.3). */
#define SPOKEN_HYPHEN "\xC2\xAD"

char *spoken_text(struct arena *arena, const char *bytes, size_t length);

#endif
