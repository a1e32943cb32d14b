/*
 * escape.h - a text as another language must write it, added to a buffer.
 */
#ifndef ITAREPORT_BASE_ESCAPE_H
#define ITAREPORT_BASE_ESCAPE_H

#include <stddef.h>

#include "base/buffer.h"

/* The inside of a double-quoted YAML scalar: \" \\ \n; tabs and what may not be typed (utf8.h) by number. */
void escape_text(struct buffer *out, const char *text, size_t length);

/* The same with its quotes. */
void escape_quoted(struct buffer *out, const char *text);

/* A JSON string with its quotes; what may not be typed (utf8.h) by number. Malformed UTF-8 becomes U+FFFD. */
void escape_json(struct buffer *out, const char *text);

/* XML and HTML, in text and in attributes: & < > and " by name; U+FFFD for controls that XML has not. */
void escape_xml(struct buffer *out, const char *text);

/* A path as a relative reference (RFC 3986): all but letters, digits and -._~/ as %XX. */
void escape_path(struct buffer *out, const char *path);

/* A web address, in which % ? # already have their meaning: only blanks, controls and what is not
 * ASCII as %XX. */
void escape_uri(struct buffer *out, const char *uri);

#endif
