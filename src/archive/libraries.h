/*
 * libraries.h - which libraries the program uses, and in which versions.
 */
#ifndef ITAREPORT_ARCHIVE_LIBRARIES_H
#define ITAREPORT_ARCHIVE_LIBRARIES_H

#include "archive/manifest.h"

/* Names and versions, in the arena. */
struct manifest_list libraries_used(struct arena *arena);

#endif
