/*
 * template.h - files of a new edition from files of the program; internal to src/start.
 *
 * Form of a template: lines as they are written, with @name@ where a value comes. A line with a name that has no value is left
 * out, unless there are words for it: @name|words@. Lines between "#@each THING" and "#@end" come once for each thing: respondent, instrument, indicator, question, issue;
 * inside an instrument or an indicator its questions are meant.
 */
#ifndef ITAREPORT_START_TEMPLATE_H
#define ITAREPORT_START_TEMPLATE_H

#include "base/buffer.h"
#include "scheme/scheme.h"

struct start_value {
    const char *name;
    const char *text; /* as it is to be in the file; NULL: not given */
};

struct start_values {
    const struct start_value *value;
    size_t count;
};

/* The text of a template for a scheme; values are known everywhere in it. */
void start_fill(struct arena *arena, const char *text, const struct scheme *scheme,
                struct start_values values, struct buffer *out);

/* A text as a YAML value: as it is where that reads as the same, else in quotes. */
const char *start_typed(struct arena *arena, const char *text);

/* A text on one line, for a comment. */
const char *start_line(struct arena *arena, const char *text);

#endif
