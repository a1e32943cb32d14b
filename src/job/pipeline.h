/*
 * pipeline.h - the stages of the program, one after the other.
 *
 *     YAML text → node → edition → figures → doc → pages → file
 *
 * Purpose: runs an edition up to a stage and holds every product made on the way.
 * Units:   see each product's header.
 * Memory:  the pipeline owns its products; pipeline_done frees them all.
 * Errors:  reported to pipeline.diag; the run stops after the stage that failed.
 */
#ifndef ITAREPORT_JOB_PIPELINE_H
#define ITAREPORT_JOB_PIPELINE_H

#include "compose/compose.h"
#include "derive/figures.h"
#include "edition/edition.h"
#include "page/page.h"
#include "source/sources.h"
#include "text/text.h"

enum pipeline_stage {
    STAGE_NODE, /* by pipeline_dump_nodes */
    STAGE_EDITION,
    STAGE_FIGURES,
    STAGE_DOC,
    STAGE_FLOW,
    STAGE_LINES,
    STAGE_PAGES,
    PIPELINE_STAGES
};

extern const char *const pipeline_stage_name[PIPELINE_STAGES + 1]; /* NULL-terminated */

struct pipeline_setup {
    const char *edition;     /* the edition's folder */
    const char *data;        /* the folder of layouts/ and fonts/ */
    struct sources *sources; /* all input is read through; outlives the products */
    const char *layout;      /* a name or a path instead of the edition's own, or NULL */
    bool draft;              /* mark the document as a draft, with its time */
    bool has_epoch;          /* SOURCE_DATE_EPOCH was given: */
    int64_t epoch;
    /* Called before each stage with its name; for a terminal that wants to see the work go on. */
    void (*watch)(void *watcher, const char *stage);
    void *watcher;
};

struct pipeline {
    struct arena *arena;
    struct diag *diag;
    struct edition *edition;
    struct figures *figures;
    struct edition *earlier_edition; /* of the edition to compare with, or NULL */
    struct figures *earlier;
    struct layout *layout;
    struct doc *doc;
    struct text_engine *engine;
    struct pages *pages;
};

/* Runs up to and including a stage; false when the input has errors. */
bool pipeline_run(struct pipeline *pipeline, const struct pipeline_setup *setup,
                  enum pipeline_stage until);

/* The dump of a stage that pipeline_run has reached. */
void pipeline_dump(const struct pipeline *pipeline, enum pipeline_stage stage, struct buffer *out);

/* Instead of pipeline_run: the YAML trees of one file, or of every *.yaml of an edition's folder.
 */
bool pipeline_dump_nodes(struct pipeline *pipeline, const struct pipeline_setup *setup,
                         struct buffer *out);

/* The layout's file, once the edition is there. */
const char *pipeline_layout(const struct pipeline *pipeline, const struct pipeline_setup *setup);

/* The document's date: the setup's epoch, or the edition's own date. Seconds since 1970 UTC. */
int64_t pipeline_seconds(const struct pipeline *pipeline, const struct pipeline_setup *setup);

void pipeline_done(struct pipeline *pipeline);

#endif
