/*
 * fonts_used.h - which font files, and which hyphenation patterns, a document was set with.
 *
 * Purpose: the archive keeps their checksums.
 * Memory:  the list belongs to the arena; paths live as long as the engine's resources.
 */
#ifndef ITAREPORT_TEXT_FONTS_USED_H
#define ITAREPORT_TEXT_FONTS_USED_H

#include "text/text.h"

struct text_fonts_used {
    const char **path; /* by file name */
    size_t count;
};

struct text_fonts_used text_fonts_used(const struct text_engine *engine, struct arena *arena);

/* NULL when no word needed them. */
const char *text_hyphens_used(const struct text_engine *engine);

#endif
