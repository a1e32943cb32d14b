/*
 * cores.h - how many cores this process may use: fewer than the machine has where a scheduler gives it only some.
 */
#ifndef ITAREPORT_APP_CORES_H
#define ITAREPORT_APP_CORES_H

#include <stddef.h>

size_t cores_allowed(void);

#endif
