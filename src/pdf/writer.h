/*
 * writer.h - a PDF file, object by object.
 *
 * Purpose: objects are written as text in any order; the file packs all but the streams into object
 *          streams, with a cross-reference stream at the end.
 * Units:   lengths in 1/1024 pt, written as points.
 * Memory:  the writer owns what it was told; the file goes to a buffer of the caller's.
 * Errors:  any text is accepted as an object.
 * Source:  ISO 32000-1, 7.3 (objects), 7.5.7 (object streams), 7.5.8 (cross-reference streams).
 */
#ifndef ITAREPORT_PDF_WRITER_H
#define ITAREPORT_PDF_WRITER_H

#include <stdint.h>

#include "base/buffer.h"

struct writer;

struct writer *writer_new(void);
void writer_free(struct writer *writer);

/* The number of an object to be written later, or of several that follow each other. */
int writer_reserve(struct writer *writer, size_t count);

/* Where the text of an object goes until writer_close. */
struct buffer *writer_open(struct writer *writer, int number);
void writer_close(struct writer *writer);

/* A stream; entries are further ones of its dictionary, or "". */
void writer_stream(struct writer *writer, int number, const char *entries, const void *bytes,
                   size_t length);

/* A stream that is packed already; the entries name its filter. */
void writer_packed_stream(struct writer *writer, int number, const char *entries, const void *bytes,
                          size_t length);

/* The file, after which the writer is of no use. */
void writer_end(struct writer *writer, int root, int info, struct buffer *out);

/* ---- Pieces of text ---- */

/* A text string: as it is when ASCII suffices, else UTF-16. */
void writer_text(struct buffer *out, const char *utf8);

/* A string of bytes. */
void writer_string(struct buffer *out, const char *bytes, size_t length);

void writer_points(struct buffer *out, int32_t units);

#endif
