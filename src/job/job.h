/*
 * job.h - one edition through the stages, one after the other.
 *
 *     YAML text → node → edition → figures → doc → pages → file
 *
 * Purpose: runs an edition up to a stage and holds every product made on the way.
 * Memory:  the job owns its products, its messages and the texts that it has read; job_done frees
 *          them all and gives back what was borrowed. The setup's strings must outlive it.
 * Errors:  reported to job.diag; the run stops after the stage that failed.
 */
#ifndef ITAREPORT_JOB_JOB_H
#define ITAREPORT_JOB_JOB_H

#include "compose/compose.h"
#include "derive/figures.h"
#include "edition/edition.h"
#include "job/session.h"
#include "page/page.h"
#include "text/text.h"

/* A stage is named for what it makes. */
enum job_stage { STAGE_NONE, STAGE_EDITION, STAGE_FIGURES, STAGE_DOC, STAGE_PAGES, JOB_STAGES };

struct job_setup {
    struct session *session;
    const char *edition; /* the edition's folder */
    const char *layout;  /* a name or a path instead of the edition's own, or NULL */
    const char *
        earlier; /* an earlier edition's folder in place of those that the edition names, or NULL */
    bool results_suffice; /* analyses.yaml and measures.yaml need not be there */
    bool draft;           /* mark the document as a draft, with its time; scores may be missing */
    bool
        lists_all; /* for a list of what is wrong: missing scores are left to the audit, which goes on */
    bool has_epoch; /* SOURCE_DATE_EPOCH was given: */
    int64_t epoch;
    const struct sources_given *given; /* texts in place of files, such as an editor's */
    size_t givens;
    /* Called before each stage with its name; for a terminal that wants to see the work go on. A
     * document that says its own pages is made twice, and its pages too. */
    void (*watch)(void *watcher, const char *stage);
    void *watcher;
};

struct job {
    struct job_setup setup;
    struct arena *arena;
    struct diag *diag;
    struct sources *sources; /* all input is read through */
    struct edition *edition;
    struct figures *figures;
    struct edition **earlier_edition; /* those to compare with: the previous one first */
    size_t earlier_editions;
    struct figures_list earlier; /* of them; the last one read may be faulty and have none */
    struct
        job_beside { /* the edition of the year before, which is beside this one and was not named; or NULLs */
        struct sources *sources; /* its own: it is none of what the report was made from */
        struct edition *edition;
        struct figures *figures;
    } beside;
    struct kept_loan *layout_loan, *audit_loan, *vocabulary_loan, *speller_loan, *text_loan;
    const struct layout *layout;
    struct doc *doc;
    struct text_engine *engine;
    struct pages *pages;
    struct job_settling { /* job.c's own: what the document says, and whether that is so */
        bool again;       /* the document has to be made again */
        size_t mark;      /* of the messages before the first document */
        int64_t draft_seconds;
        const struct doc_reference *reference;
        int documents, pages; /* made so far: documents for the same pages */
    } settling;
};

/* Runs up to and including a stage; false when the input has errors. */
bool job_run(struct job *job, const struct job_setup *setup, enum job_stage until);

/* All that texts and layouts can name, once the figures are there. */
const struct value *job_facts(const struct job *job);

/* The figures of the previous edition, or NULL. */
const struct figures *job_previous(const struct job *job);

/* The layout, once the edition is there; false after reporting. */
bool job_open_layout(struct job *job);

/* What rules find in the edition, once its figures are there, and in the texts of the layout, if that is there. names: the rules wanted, "a,b", or NULL
 * for all. False after reporting, to the job, when the rules' words cannot be read. */
bool job_audit(struct job *job, const char *names, struct diag *findings);

/* What is read from the texts of the edition, in a language; false after reporting. */
bool job_print_claims(struct job *job, enum diag_language language, struct buffer *out);

/* Notes which fonts stand in for those that the layout wants first, once the layout is there. */
void job_say_fonts(struct job *job);

/* The layout's file, once the edition is there. */
const char *job_layout_path(const struct job *job);

/* The document's date: the setup's epoch, or the edition's own date. Seconds since 1970 UTC. */
int64_t job_seconds(const struct job *job);

void job_done(struct job *job);

#endif
