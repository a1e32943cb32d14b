/*
 * watch.h - notices that a file of the report has changed.
 *
 * Purpose: looks at the folders of all files that a run has read, and at the folders above them. So it notices
 *          editors that put a new file in the place of the old one, and a folder that is replaced. What has
 *          been told is only that something there has changed; to make the report again tells what.
 * Memory:  owned by the watch.
 * Errors:  where the system has no room for more, a watch sees less; watch_misses tells, and whoever
 *          has it looks again from time to time.
 */
#ifndef ITAREPORT_DESK_WATCH_H
#define ITAREPORT_DESK_WATCH_H

#include "source/sources.h"

struct watch;

struct watch *watch_new(void);
void watch_free(struct watch *watch);

/* What to poll for reading; -1 when there is nothing. */
int watch_descriptor(const struct watch *watch);

/* From now on the folders of these files, the edition's and the program's. Whether one of them was not looked at
 * before: changes there may have been missed. */
bool watch_set(struct watch *watch, const struct sources *sources, const char *edition,
               const char *data);

/* Takes what has come; whether any of it can be a change of the report. */
bool watch_take(struct watch *watch);

/* Whether some folder is not there, or cannot be looked at. */
bool watch_misses(const struct watch *watch);

#endif
