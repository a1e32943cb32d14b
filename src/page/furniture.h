/*
 * furniture.h - what a page shows besides the flow: page numbers, and the marks of a draft.
 *
 * Purpose: adds frames to pages that are filled. A draft's watermark is below everything else and
 *          runs along the page's diagonal; its stamp is a line in the middle of the foot's margin.
 * Units:   see page.h.
 * Memory:  frames belong to the pages' arena.
 */
#ifndef ITAREPORT_PAGE_FURNITURE_H
#define ITAREPORT_PAGE_FURNITURE_H

#include "page/flow_make.h"

void furniture_add(struct flow_maker *maker, struct pages *pages);

#endif
