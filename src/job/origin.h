/*
 * origin.h - from a letter of the document back to the files.
 *
 * Purpose: a place on a page (page/places.h) in the words of files: where its value is written, letter for
 *          letter where that is wording, where the placeholder that names it is, and the layout's block.
 * Memory:  borrowed from the document.
 */
#ifndef ITAREPORT_JOB_ORIGIN_H
#define ITAREPORT_JOB_ORIGIN_H

#include "base/buffer.h"
#include "page/places.h"

struct origin_spot {
    struct place value; /* of the letter, or of the value; nowhere: the program made it */
    const char *figure; /* the value's name among the figures, or NULL */
    struct place from;  /* of its placeholder; nowhere where it has none */
    struct place block; /* of the block of the layout that prints it; or nowhere */
};

/* Of a byte of a text. trace: the one that the byte is in, or NULL. */
struct origin_spot origin_find(const struct doc *doc, const struct doc_text *text,
                               const struct doc_trace *trace, size_t byte);

/*
 * Whether what is printed at a place of a page says what is at a place in a file, such as that of a message: the value
 * that it is in, or one in the list or the keys that it begins; and, inside a text that is printed as it was typed, the
 * letter that it is at.
 */
bool origin_shows(const struct doc *doc, const struct page_place *shown, struct place of);

/* All places of all pages, a line each (the dump of stage `places`). */
void origin_dump(const struct pages *pages, struct buffer *out);

#endif
