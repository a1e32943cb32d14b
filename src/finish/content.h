/*
 * content.h - from numbered brackets to marked content, in one page's stream.
 *
 * Purpose: the n-th bracket the painter opened (a Span of Cairo's with MCID n) gets the operator of
 *          what it really is: text of an element, drawing, or artifact. ActualText that Cairo adds
 *          inside a bracket is taken out (it must not nest).
 * Units:   bytes.
 * Memory:  adds to a buffer of the caller's.
 * Errors:  the result says what was not as promised; the stream is then of no use.
 */
#ifndef ITAREPORT_FINISH_CONTENT_H
#define ITAREPORT_FINISH_CONTENT_H

#include "finish/finish.h"

/* Shape n of the job is the page's resource /Shape<n>. */
#define CONTENT_SHAPE_NAME "Shape"

struct content_result {
    size_t brackets;     /* found */
    const char *trouble; /* NULL, or what the stream has that it should not have */
};

/* MCIDs count the brackets that are no artifacts. */
struct content_result content_rewrite(const char *bytes, size_t length,
                                      const struct finish_page *page, struct buffer *out);

#endif
