/*
 * unwritten.h - the mark of what is still to be written: <<รอเขียน>>.
 *
 * Purpose: a text of an edition may hold it anywhere; what is between the brackets says what is to be done. It is
 *          letters of the text and no sign of YAML's, so that it stays where a line is edited, needs no quotes,
 *          is printed in a draft, and goes when the text is written anew.
 * Units:   bytes.
 */
#ifndef ITAREPORT_BASE_UNWRITTEN_H
#define ITAREPORT_BASE_UNWRITTEN_H

#include <stdbool.h>
#include <stddef.h>

#define UNWRITTEN_OPEN "<<"
#define UNWRITTEN_CLOSE ">>"

struct unwritten {
    size_t start, end; /* with its brackets */
};

/*
 * The next mark at or after a byte of a text. One whose closing brackets were deleted ends with its line; brackets that
 * open nothing (followed by a blank, a comma or another bracket) are none.
 */
bool unwritten_next(const char *text, size_t length, size_t at, struct unwritten *out);

#endif
