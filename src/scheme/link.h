/*
 * link.h - what makes a scheme of the tree of lists that the tables read; internal to src/scheme.
 */
#ifndef ITAREPORT_SCHEME_LINK_H
#define ITAREPORT_SCHEME_LINK_H

#include "scheme/scheme.h"

/*
 * Gives every thing its index and the things it belongs to, fills the scheme's lists, and reports
 * what the tables cannot say. place: of the file's map.
 */
void scheme_link(struct scheme *scheme, const struct record_reader *reader, struct place place);

#endif
