/*
 * encoding.h - texts of Thai offices in UTF-8; internal to src/sheet.
 *
 * Purpose: UTF-8 with and without a mark at its start, UTF-16 with one, and Windows-874 (of which TIS-620 is a part)
 *          where the bytes are no UTF-8.
 * Source:  the tables of IANA's windows-874.
 */
#ifndef ITAREPORT_SHEET_ENCODING_H
#define ITAREPORT_SHEET_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* False where a byte means nothing in any of them; it is then at *bad. */
bool encoding_to_utf8(const char *bytes, size_t length, struct buffer *out, size_t *bad);

#endif
