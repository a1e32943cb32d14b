/*
 * output.h - what the files are called that a subcommand makes, and which files it never overwrites.
 *
 * Purpose: no file that a report is made from is replaced by an output, however its path is spelled:
 *          files are told by device and number, so that links and hard links count too.
 * Memory:  paths belong to the arena given.
 */
#ifndef ITAREPORT_APP_OUTPUT_H
#define ITAREPORT_APP_OUTPUT_H

#include "base/diag.h"
#include "derive/figures.h"
#include "edition/edition.h"
#include "source/sources.h"

/* YEAR-AGENCY, by the agency's short name: the folder of an edition's outputs. */
const char *output_folder(struct arena *arena, const struct edition_profile *edition);

/* What is not the edition's whole report in its own layout has a name of its own, so that it takes no report's place. */
struct output_kind {
    const char *layout; /* that was asked for, or NULL */
    bool draft;
    size_t first, last; /* pages asked for; 0, 0: all */
};

/* report.pdf; report-LAYOUT-draft-pages-3-5.pdf where another layout than the edition's, a draft, or only these pages were
 * asked for. */
const char *output_report(struct arena *arena, const struct edition_profile *edition,
                          const struct output_kind *kind);

/* page-03.png; page-03-draft.png */
const char *output_page(struct arena *arena, const struct output_kind *kind, size_t page,
                        const char *ending);

/* What a run was made from; what there is not is NULL. */
struct output_inputs {
    const struct sources *sources;      /* what was read */
    const char *edition;                /* its folder: pictures and YAML files there, used or not */
    const struct figures_list *earlier; /* the same of the editions compared with */
    const char *data; /* the program's folder: all of layouts/, words/ and fonts/ */
};

/* False after reporting that an output would take the place of one of them. A pipe or a device is no
 * file of theirs. */
bool output_spares(struct arena *arena, const struct output_inputs *inputs, const char *path,
                   struct diag *diag);

#endif
