/*
 * helper.h - another program that works while the desk goes on.
 *
 * Purpose: to keep a report takes seconds; the desk does not wait. And an editor that is opened lives
 *          longer than the desk.
 * Memory:  owned by the helper.
 */
#ifndef ITAREPORT_DESK_HELPER_H
#define ITAREPORT_DESK_HELPER_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buffer.h"

struct helper {
    pid_t process;  /* 0: none works */
    int descriptor; /* what it says, to be polled; -1 */
    struct buffer said;
};

/* Starts a program whose words are taken; false and errno. One at a time. */
bool helper_start(struct helper *helper, char *const argument[]);

/* Takes what it says. True when it has ended: said is all of it, *good whether all was well; then there is none. */
bool helper_take(struct helper *helper, bool *good);

void helper_stop(struct helper *helper);

/* Starts a program that nothing more is known of. */
bool helper_leave(char *const argument[]);

#endif
