/*
 * chart_scale.h - a scale that fits what a chart shows.
 *
 * Purpose: scores between 94 and 100 tell nothing on a scale from 0 to 100. The scale has round steps (1, 2 or 5 times a power of
 *          ten) and begins at 0 where the values leave that in reach; otherwise its axis is to be marked as broken.
 * Units:   hundredths.
 */
#ifndef ITAREPORT_COMPOSE_CHART_SCALE_H
#define ITAREPORT_COMPOSE_CHART_SCALE_H

#include "doc/doc.h"

/* Sets low, high, step and is_broken from the values and the target. */
void chart_fit_scale(struct doc_chart *chart);

#endif
