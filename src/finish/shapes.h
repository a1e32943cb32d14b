/*
 * shapes.h - drawings used many times, as form XObjects.
 *
 * Purpose: a shape of the job becomes one object of the file, named by every page that stamps it.
 * Units:   see finish.h.
 * Memory:  none kept.
 * Errors:  libqpdf's stay with the pass.
 * Source:  ISO 32000-1, 8.10.
 */
#ifndef ITAREPORT_FINISH_SHAPES_H
#define ITAREPORT_FINISH_SHAPES_H

#include "finish/pass.h"

void shapes_write(struct pass *pass);

#endif
