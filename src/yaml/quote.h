/*
 * quote.h - a text as a hint shows it in quotes, ready to be typed.
 *
 * In double quotes, or in single ones where the text has double quotes or backslashes, doubling its
 * single quotes. A long text is shortened in the middle.
 */
#ifndef ITAREPORT_YAML_QUOTE_H
#define ITAREPORT_YAML_QUOTE_H

#include <stddef.h>

#include "base/buffer.h"

void quote_scalar(struct buffer *out, const char *text, size_t length);

#endif
