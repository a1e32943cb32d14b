/*
 * dump.h - the scheme as text: one fact a line, name first, its place last.
 *
 * Purpose: an edition's dump says of each thing first what the scheme says of it, then what the
 *          edition does. Names follow the placeholders of the prose (indicator.6).
 */
#ifndef ITAREPORT_SCHEME_DUMP_H
#define ITAREPORT_SCHEME_DUMP_H

#include "base/buffer.h"
#include "scheme/scheme.h"

/* What belongs to the whole: years, scores, levels. */
void scheme_dump_whole(const struct scheme *scheme, struct buffer *out);

/* One thing, without the things that belong to it. */
void scheme_dump_instrument(const struct scheme_instrument *instrument, struct buffer *out);
void scheme_dump_part(const struct scheme_part *part, struct buffer *out);
void scheme_dump_indicator(const struct scheme_indicator *indicator, struct buffer *out);
void scheme_dump_subindicator(const struct scheme_subindicator *subindicator, struct buffer *out);
void scheme_dump_question(const struct scheme_question *question, struct buffer *out);

#endif
