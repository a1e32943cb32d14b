/*
 * remembered.h - what a desk keeps for the next one of the same edition.
 *
 * Purpose: changes can be taken back after the desk has ended. They are kept for this user only, in the folder for
 *          such things (XDG_STATE_HOME, or .local/state at home), so that nothing is added to the edition's folder.
 * Memory:  paths belong to the arena given.
 * Errors:  NULL where there is no such folder and none can be made.
 * Source:  XDG Base Directory Specification, 0.8.
 */
#ifndef ITAREPORT_DESK_REMEMBERED_H
#define ITAREPORT_DESK_REMEMBERED_H

#include "base/arena.h"

/* The file of an edition's journal (edit/journal.h). */
const char *remembered_journal(struct arena *arena, const char *edition);

#endif
