/*
 * libraries.h - the versions of this folder's libraries (see base/library.h).
 */
#ifndef ITAREPORT_YAML_LIBRARIES_H
#define ITAREPORT_YAML_LIBRARIES_H

#include "base/library.h"

void yaml_libraries(struct libraries *list);

#endif
