/*
 * session.h - what outlives the making of one report.
 *
 * Purpose: all jobs of a program's life borrow from one session what they have in common: schemes,
 *          layouts, fonts and words are read once and kept for as long as their files are the same
 *          (source/kept.h). A session that makes a report twice, or several in turn, gives the same
 *          bytes as a program for each.
 * Memory:  the session owns what it keeps, and must outlive its jobs.
 */
#ifndef ITAREPORT_JOB_SESSION_H
#define ITAREPORT_JOB_SESSION_H

#include "source/kept.h"

struct session {
    const char *data;     /* the folder of layouts/, words/ and fonts/ */
    const char *searched; /* where that was looked for, for a message; or NULL */
    struct kept *schemes, *layouts, *texts, *audit_words, *vocabularies, *spellers;
};

/* data must outlive the session. */
struct session *session_new(const char *data);
void session_free(struct session *session);

#endif
