/*
 * record_dump.h - values as lines of a dump: `prefix.name = value  (file:line)`.
 *
 * Purpose: every dump of typed input looks the same. A value that is not given has no line; a long
 *          text is on one line, with \n for its line ends. prefix may be "".
 */
#ifndef ITAREPORT_YAML_RECORD_DUMP_H
#define ITAREPORT_YAML_RECORD_DUMP_H

#include "base/buffer.h"
#include "yaml/record.h"

void record_dump_text(struct buffer *out, const char *prefix, const char *name,
                      const struct text *text);
/* One line an item: prefix.name.1, prefix.name.2 … */
void record_dump_texts(struct buffer *out, const char *prefix, const char *name,
                       const struct texts *texts);
void record_dump_whole(struct buffer *out, const char *prefix, const char *name,
                       const struct whole *whole);
void record_dump_decimal(struct buffer *out, const char *prefix, const char *name,
                         const struct decimal *decimal);
void record_dump_day(struct buffer *out, const char *prefix, const char *name,
                     const struct day *day);

/* Ends a line: the place, if there is one, and the line end. */
void record_dump_place(struct buffer *out, struct place place);

#endif
