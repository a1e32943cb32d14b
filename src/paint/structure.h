/*
 * structure.h - the structure tree of a painted document, and what was drawn for it.
 *
 * Purpose: elements are made from the document's nodes before anything is drawn; the painter then
 *          records each bracket it opens, and the links with their boxes. At the end all of it is a
 *          struct of tags.
 * Units:   as in page.h and tags.h.
 * Memory:  owns an arena; borrows pages and document.
 * Source:  ISO 32000-1, 14.8.4 (standard structure types).
 */
#ifndef ITAREPORT_PAINT_STRUCTURE_H
#define ITAREPORT_PAINT_STRUCTURE_H

#include "page/page.h"
#include "paint/canvas.h"

struct structure;

/* For pages first … last, counting from 1. */
struct structure *structure_new(const struct pages *pages, size_t first, size_t last);
void structure_free(struct structure *structure);

struct arena *structure_arena(struct structure *structure);

/* The element that holds a frame's content: of a block's text, an item's label, a figure. */
int structure_element(const struct structure *structure, const struct frame *frame);

/* The Link element of the n-th span of a text that is a link and has a place to go; else NONE. */
int structure_span_element(const struct structure *structure, const struct doc_node *node,
                           size_t span);

/* The elements, which were made before anything was drawn; element 0 is the Document. */
const struct tag_element *structure_elements(const struct structure *structure);

/* Records the bracket that was just opened. */
void structure_bracket(struct structure *structure, size_t page, const struct tag_bracket *bracket);

/* A place to click, as it is so far; NULL when nothing leads anywhere. Boxes of one entry of the contents on one page
 * become one. It holds until the next. */
const struct tag_link *structure_link_entry(struct structure *structure, size_t page,
                                            const struct doc_node *entry, struct canvas_box box);
const struct tag_link *structure_link_span(struct structure *structure, size_t page,
                                           const struct doc_node *node, size_t span,
                                           struct canvas_box box);
/* From a note's number back to its mark, if that is painted. */
const struct tag_link *structure_link_note(struct structure *structure, size_t page,
                                           const struct doc_node *note, struct canvas_box box);

/* Widens the box of a figure. */
void structure_figure_box(struct structure *structure, size_t page, int element,
                          struct canvas_box box);

/* All that was recorded; the lists are the structure's. Once, when the last page is painted. */
struct tags structure_tags(struct structure *structure);

#endif
