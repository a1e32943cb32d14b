/*
 * schemes.h - which scheme a new edition is to have; internal to src/start.
 *
 * Purpose: the one that was named; else frameworks/YEAR.yaml beside the edition's folder; else the program's own, of which
 *          the edition gets a copy, so that it can be moved and kept.
 * Errors:  where there is none, the years there are schemes for are told.
 */
#ifndef ITAREPORT_START_SCHEMES_H
#define ITAREPORT_START_SCHEMES_H

#include "start/start.h"

struct start_scheme {
    const char *path;           /* of the file that was found */
    const char *named;          /* as edition.yaml names it */
    bool is_copied;             /* it is to be copied into the edition's folder */
    const struct scheme *thing; /* what is in it */
    struct kept_loan *loan;     /* to be given back */
};

bool start_find_scheme(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                       struct sources *sources, struct diag *diag, struct start_scheme *out);

#endif
