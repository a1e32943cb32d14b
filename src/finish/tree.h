/*
 * tree.h - the structure tree: StructTreeRoot, its elements, ParentTree and IDTree.
 *
 * Purpose: makes an indirect object of every element of the job, with its children in order.
 * Units:   marked content is counted per page as content.h counts it; the keys of the ParentTree
 *          are the pages' indexes, then one per link.
 * Memory:  fills pass->element.
 * Errors:  libqpdf's stay with the pass.
 * Source:  ISO 32000-1, 14.7.
 */
#ifndef ITAREPORT_FINISH_TREE_H
#define ITAREPORT_FINISH_TREE_H

#include "finish/pass.h"

/* annotation: the job's links as indirect objects, made before. */
void tree_write(struct pass *pass, const qpdf_oh *annotation);

/* Makes the elements' objects, still empty, so that others can name them. */
void tree_reserve(struct pass *pass);

/* The ParentTree's key of a link. */
long long tree_link_key(const struct pass *pass, size_t link);

#endif
