/*
 * spots.h - what is where on the pages, and in which file: what a click means.
 *
 * Purpose: the places of all pages (page/places.h) with their origins, to be asked by a point, by a finding, or
 *          for all that show the same value.
 * Units:   1/1024 pt; pages count from 1.
 * Memory:  owned by the spots; they point into pages and document.
 */
#ifndef ITAREPORT_DESK_SPOTS_H
#define ITAREPORT_DESK_SPOTS_H

#include "job/origin.h"
#include "page/page.h"

struct spot {
    size_t page;
    struct page_place at;
    struct origin_spot origin;
};

struct spots {
    struct arena *arena;
    struct spot *spot; /* page after page */
    size_t count;
    size_t *first; /* of every page, and after the last one */
};

struct spots *spots_new(const struct pages *pages);
void spots_free(struct spots *spots);

/* The spot at a point, or the nearest one that a finger could have meant; NULL when there is none. */
const struct spot *spots_at(const struct spots *spots, size_t page, int32_t x, int32_t y);

/* Whether two spots show one value: a figure, or a value of a file. */
bool spots_same(const struct spot *one, const struct spot *other);

/* Whether a spot shows what a message speaks of: the same line of the file, or else the same value. */
enum spots_match { SPOTS_NOT, SPOTS_VALUE, SPOTS_LINE };
enum spots_match spots_match(const struct spot *spot, struct place place);

#endif
