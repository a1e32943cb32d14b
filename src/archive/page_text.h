/*
 * page_text.h - the text of each page, as a checksum.
 *
 * Purpose: tells which pages say something else after a rebuild with other versions; lines are joined,
 *          so that a line broken elsewhere is no difference.
 * Units:   the first 16 digits of SHA-256.
 * Memory:  the list belongs to the arena.
 */
#ifndef ITAREPORT_ARCHIVE_PAGE_TEXT_H
#define ITAREPORT_ARCHIVE_PAGE_TEXT_H

#include "archive/manifest.h"
#include "page/page.h"

struct manifest_list page_text_checksums(struct arena *arena, const struct pages *pages);

#endif
