/*
 * scan.h - the tokens of a page's content stream.
 *
 * Purpose: tells operators from operands, so that marked content can be found without being fooled
 *          by what stands inside strings.
 * Units:   bytes.
 * Memory:  a scan points into the stream and copies nothing.
 * Errors:  a string that never ends is an operand up to the end of the stream.
 * Source:  ISO 32000-1, 7.2 (lexical conventions) and 7.8.2 (content streams).
 */
#ifndef ITAREPORT_FINISH_SCAN_H
#define ITAREPORT_FINISH_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct scan {
    const char *bytes;
    size_t length;
    size_t at;       /* behind the operator found last */
    size_t operands; /* where its first operand starts (its own start when it has none) */
    size_t start;    /* where the operator itself starts */
};

/* Moves to the next operator; false at the end of the stream. */
bool scan_operator(struct scan *scan);

/* Whether the operator found last is this one. */
bool scan_is(const struct scan *scan, const char *name);

#endif
