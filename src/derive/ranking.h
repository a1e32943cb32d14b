/*
 * ranking.h - the indicators in the order of their printed scores.
 *
 * Purpose: equal printed scores (two decimals) share a rank and are in the order of their
 *          numbers, so that the order of the input decides nothing. The rank after shared ones
 *          counts them all: 1, 2, 2, 4.
 * Units:   ranks from 1.
 */
#ifndef ITAREPORT_DERIVE_RANKING_H
#define ITAREPORT_DERIVE_RANKING_H

#include "derive/figures.h"

/* Fills figures.ranking and every indicator's rank. */
void ranking_order(struct figures *figures);

#endif
