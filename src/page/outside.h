/*
 * outside.h - finds what leaves the paper.
 *
 * Purpose: indents, widths and margins can be right one by one and still put a text where no one sees it. Nothing that
 *          is printed may be lost that way, so it is an error.
 */
#ifndef ITAREPORT_PAGE_OUTSIDE_H
#define ITAREPORT_PAGE_OUTSIDE_H

#include "page/page.h"

/* How far a frame reaches beyond the edges of its paper, more than a point; 0: it is on it. */
int32_t outside_by(const struct doc_page *paper, const struct frame *frame);

/* Reports that something at a place leaves the paper by so much. */
void outside_say(struct diag *diag, struct arena *arena, struct place place, int32_t by);

/* Reports each block of the pages once. */
void outside_check(const struct pages *pages, struct diag *diag);

#endif
