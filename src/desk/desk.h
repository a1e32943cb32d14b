/*
 * desk.h - a report in the browser that follows its files.
 *
 * Purpose: makes the report, serves it, and makes it again when a file of it has changed, until it is told to end
 *          (SIGINT, SIGTERM). One thread, one loop: the server, the files and the signals.
 * Memory:  borrows the setup.
 * Errors:  desk_run says what the system refused.
 */
#ifndef ITAREPORT_DESK_DESK_H
#define ITAREPORT_DESK_DESK_H

#include "job/job.h"

enum desk_end {
    DESK_FINE,
    DESK_PORT,  /* the port cannot be had; errno */
    DESK_SYSTEM /* something else of the system's; errno */
};

struct desk_setup {
    struct job_setup job;
    enum diag_language language;
    int port; /* 0: any */
    bool read_only;
    /* Called once, when the desk can be opened. */
    void (*ready)(void *closure, const char *address);
    void *closure;
};

enum desk_end desk_run(const struct desk_setup *setup);

#endif
