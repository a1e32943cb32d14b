/*
 * compare_make.h - what the files that make a comparison share; internal to src/compare.
 */
#ifndef ITAREPORT_COMPARE_COMPARE_MAKE_H
#define ITAREPORT_COMPARE_COMPARE_MAKE_H

#include "compare/compare.h"

struct compare_maker {
    struct arena *arena;
    struct comparison *comparison;
};

void compare_scores(struct compare_maker *maker);
void compare_questions(struct compare_maker *maker);
void compare_measures(struct compare_maker *maker);
void compare_texts(struct compare_maker *maker);

#endif
