/* The earlier report stays until the next one is there, so that a report with errors never replaces it. */
#include "desk/report.h"

#include <stdlib.h>
#include <time.h>

#include "base/hash.h"
#include "web/web_page.h"

struct report *report_new(const struct job_setup *setup)
{
    struct report *report = memory_zeroed(1, sizeof *report);
    report->setup = *setup;
    return report;
}

static void free_pages(struct report_page *page, size_t pages)
{
    for (size_t i = 0; i < pages; i++)
        buffer_free(&page[i].svg);
    free(page);
}

static void drop_wrong(struct report *report)
{
    if (report->is_broken)
        job_done(&report->wrong);
    report->is_broken = false;
}

static void drop_findings(struct report *report)
{
    diag_free(report->findings);
    report->findings = NULL;
    report->is_audited = false;
}

static void drop_report(struct report *report)
{
    drop_findings(report);
    spots_free(report->spots);
    report->spots = NULL;
    report->fields = NULL; /* they are the job's */
    if (!report->is_there)
        return;
    structure_free(report->painting.structure);
    paint_close(&report->painting);
    job_done(&report->job);
    report->is_there = false;
}

void report_free(struct report *report)
{
    if (report == NULL)
        return;
    drop_wrong(report);
    if (report->is_there)
        free_pages(report->page, report->pages);
    drop_report(report);
    web_fonts_free(report->fonts);
    free(report);
}

/* ---- making ---- */

/* Fonts that were read again are other fonts. */
static void take_fonts(struct report *report, const struct job *job)
{
    const void *resources = kept_thing(job->text_loan);
    if (report->fonts != NULL && report->resources == resources)
        return;
    web_fonts_free(report->fonts);
    report->fonts = web_fonts_new(report->generation++);
    report->resources = resources;
}

static void write_pages(struct report *report, const struct job *job)
{
    report->pages = job->pages->count;
    report->page = memory_zeroed(report->pages, sizeof *report->page);
    for (size_t i = 0; i < report->pages; i++) {
        struct report_page *page = &report->page[i];
        web_page(&report->painting, i + 1, report->fonts, &page->svg);
        page->name = hash_wide_bytes(HASH_WIDE_START, page->svg.bytes, page->svg.length);
        page->width = job->pages->page[i].paper->width;
        page->height = job->pages->page[i].paper->height;
    }
}

/* Which pages are like none of before; most are like the one at the same place. */
static void tell_new(const struct report *report, const struct report_page *before, size_t pages)
{
    for (size_t i = 0; i < report->pages; i++) {
        struct report_page *page = &report->page[i];
        page->is_new = i >= pages || page->name != before[i].name;
        for (size_t k = 0; k < pages && page->is_new; k++)
            page->is_new = page->name != before[k].name;
    }
}

/* Whether the pages are there and all their pictures can be shown. */
static bool run(const struct report *report, struct job *job, struct painting *painting)
{
    return job_run(job, &report->setup, STAGE_PAGES) &&
           paint_open(painting, job->engine, job->pages,
                      paint_range(job->pages, (struct paint_range){0}), job->diag);
}

static int64_t micros_of(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void report_make(struct report *report)
{
    struct job job = {0};
    struct painting painting;
    int64_t start = micros_of(CLOCK_MONOTONIC);
    bool whole = run(report, &job, &painting);
    drop_wrong(report);
    report->version++;
    if (!whole) {
        report->wrong = job;
        report->is_broken = true;
        return;
    }
    struct report_page *before = report->page;
    size_t pages = report->is_there ? report->pages : 0;
    drop_report(report);
    report->job = job;
    report->painting = painting;
    report->painting.structure = structure_new(job.pages, 1, job.pages->count);
    report->is_there = true;
    take_fonts(report, &job);
    write_pages(report, &report->job);
    tell_new(report, before, pages);
    free_pages(before, pages);
    report->built = micros_of(CLOCK_REALTIME) / 1000;
    report->micros = micros_of(CLOCK_MONOTONIC) - start;
}

void report_audit(struct report *report)
{
    if (report->is_audited || !report->is_there || report->is_broken)
        return;
    report->findings = diag_new();
    job_audit(&report->job, NULL, report->findings);
    report->is_audited = true;
    report->version++;
}

const struct spots *report_spots(struct report *report)
{
    if (report->spots == NULL)
        report->spots = spots_new(report->job.pages);
    return report->spots;
}

const struct edit_fields *report_fields(struct report *report)
{
    struct arena *arena = report->job.arena;
    if (report->fields == NULL) {
        report->fields = ARENA_NEW(arena, struct edit_fields, 1);
        *report->fields = edit_fields(arena, report->job.edition);
    }
    return report->fields;
}

const struct job *report_latest(const struct report *report)
{
    return report->is_broken ? &report->wrong : &report->job;
}

const struct sources *report_sources(const struct report *report)
{
    if (report->is_broken)
        return report->wrong.sources;
    return report->is_there ? report->job.sources : NULL;
}
