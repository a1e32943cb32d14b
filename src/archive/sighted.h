/*
 * sighted.h - which files were seen with which bytes, so that they need not be read again while they are the same.
 *
 * Purpose: a file counts as the same while its device, number, size and both its times are: the time of its last change
 *          of any kind cannot be set by hand.
 * Memory:  owned by sighted_free.
 * Errors:  a list that cannot be read knows nothing.
 */
#ifndef ITAREPORT_ARCHIVE_SIGHTED_H
#define ITAREPORT_ARCHIVE_SIGHTED_H

#include <stdbool.h>

#include "base/checksum.h"

struct sighted;

/* What an earlier run has noted in a folder. */
struct sighted *sighted_read(const char *folder);
void sighted_free(struct sighted *sighted);

/* The checksum of a file by its path from the folder: known, or from its bytes. False when it cannot be read. */
bool sighted_sum(struct sighted *sighted, const char *path, struct checksum *sum);

/* Notes what was asked for; false and errno. */
bool sighted_write(const struct sighted *sighted);

#endif
