/*
 * why_make.h - what the files that make the tree share; internal to src/why.
 */
#ifndef ITAREPORT_WHY_WHY_MAKE_H
#define ITAREPORT_WHY_WHY_MAKE_H

#include "why/why.h"

struct why_maker {
    struct arena *arena;
    const struct figures *figures;
    const struct edition *edition;
    const struct scheme *scheme;
};

struct why *why_new(const struct why_maker *maker, enum why_kind kind, const char *name);

/* A child, with its weight in a weighted sum. */
void why_add(const struct why_maker *maker, struct why *parent, struct why *child, int64_t weight);

/* ---- scores.c: a figure and all below it ---- */

struct why *why_overall(const struct why_maker *maker);
struct why *why_instrument(const struct why_maker *maker, size_t index);
struct why *why_part(const struct why_maker *maker, size_t index);
/* Over all slots, or in one. */
struct why *why_indicator(const struct why_maker *maker, size_t index, size_t slot);
struct why *why_subindicator(const struct why_maker *maker, size_t index, size_t slot);
struct why *why_question(const struct why_maker *maker, size_t index, size_t slot);

/* The line under a table, by what was announced for it. */
struct why *why_total(const struct why_maker *maker, struct why *of, struct decimal announced);

/* ---- levels.c ---- */

struct why *why_level(const struct why_maker *maker);
struct why *why_letter(const struct why_maker *maker);
struct why *why_ranking(const struct why_maker *maker);
struct why *why_rank(const struct why_maker *maker, size_t indicator);
/* The first or the last of the ranking. */
struct why *why_extreme(const struct why_maker *maker, bool highest);

#endif
