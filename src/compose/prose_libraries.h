/*
 * prose_libraries.h - the version of the Markdown parser.
 *
 * Purpose, units, memory, errors: see base/library.h.
 */
#ifndef ITAREPORT_COMPOSE_PROSE_LIBRARIES_H
#define ITAREPORT_COMPOSE_PROSE_LIBRARIES_H

#include "base/library.h"

void prose_libraries(struct libraries *list);

#endif
