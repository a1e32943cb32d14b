/*
 * report.h - the report that the desk shows: the last one that came out whole, and what is wrong since.
 *
 * Purpose: makes the report again when told to, in one session, and keeps of every page what a browser
 *          shows and a name made of it. So whoever shows a page can tell whether it has changed.
 * Memory:  owns its jobs and pages; borrows the setup.
 * Errors:  what is wrong with the input is in `wrong`.
 */
#ifndef ITAREPORT_DESK_REPORT_H
#define ITAREPORT_DESK_REPORT_H

#include "desk/spots.h"
#include "edit/fields.h"
#include "job/job.h"
#include "paint/paint.h"
#include "web/web_fonts.h"

struct report_page {
    struct buffer svg;
    uint64_t name;         /* of its contents */
    int32_t width, height; /* of its paper */
    bool is_new;           /* no page of the report before was like it */
};

struct report {
    struct job_setup setup;
    bool is_there; /* a report has come out whole: */
    struct job job;
    struct painting painting;
    struct report_page *page;
    size_t pages;
    struct web_fonts *fonts;
    const void *resources; /* that the fonts are of */
    unsigned generation;   /* of the fonts */
    bool is_broken;        /* the input has errors since: */
    struct job wrong;
    bool is_audited; /* the findings are those of this report: */
    struct diag *findings;
    struct spots *spots;        /* of this report, made when they are asked for */
    struct edit_fields *fields; /* so are these */
    unsigned version;           /* counts what was shown */
    int64_t built;              /* when it was made, milliseconds since 1970 UTC */
    int64_t micros;             /* how long that took */
};

struct report *report_new(const struct job_setup *setup);
void report_free(struct report *report);

/* Makes it from the files as they are. */
void report_make(struct report *report);

/* Asks the audit, once for a report. */
void report_audit(struct report *report);

/* What is where on its pages; there must be a report. */
const struct spots *report_spots(struct report *report);

/* Which of its values may be changed; there must be a report. */
const struct edit_fields *report_fields(struct report *report);

/* The latest run, whole or not: its edition is what the files say now. There must have been one. */
const struct job *report_latest(const struct report *report);

/* Its sources; NULL before the first. */
const struct sources *report_sources(const struct report *report);

#endif
