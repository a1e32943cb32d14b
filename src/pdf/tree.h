/*
 * tree.h - the structure tree: StructTreeRoot, its elements, ParentTree and IDTree.
 *
 * Purpose: makes an indirect object of every element, with its children in order.
 * Units:   marked content is counted per page, artifacts left out; the keys of the ParentTree are
 *          the pages' indexes, then one per link.
 * Source:  ISO 32000-1, 14.7.
 */
#ifndef ITAREPORT_PDF_TREE_H
#define ITAREPORT_PDF_TREE_H

#include "pdf/objects.h"

void tree_write(struct objects *objects);

/* The ParentTree's key of a link. */
size_t tree_link_key(const struct objects *objects, size_t link);

#endif
