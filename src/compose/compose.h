/*
 * compose.h - layout × edition × figures → document tree.
 *
 * Purpose: the layout supplies placement and wording, the edition supplies facts; C code holds
 *          neither a layout number (a size, a margin, a colour) nor a sentence of the report.
 * Memory:  a document copies what it keeps, so the layout may be freed before it.
 * Errors:  an unknown name or a value of the wrong kind is reported at its place in the YAML.
 */
#ifndef ITAREPORT_COMPOSE_COMPOSE_H
#define ITAREPORT_COMPOSE_COMPOSE_H

#include "doc/doc.h"
#include "facts/facts.h"

struct layout;
struct sources;

/* How to compose; a NULL setup is a final report without pages. */
struct compose_setup {
    const char *folder;              /* the edition's, for its images; NULL: there are none */
    struct sources *sources;         /* images are read through, if there is a folder */
    const struct facts_draft *draft; /* NULL for a final report */
    struct figures_list earlier;     /* of earlier editions, the previous one first */
    /* What texts print of references: those of an earlier document of the same layout, with its pages
     * filled in when there are any; or NULL. Must live until doc_compose returns. */
    const struct doc_reference *reference;
};

/* One pass. NULL when anything was reported as an error. Texts print the numbers and pages of
 * references that were given; doc_numbers_settled tells whether the numbers are right. */
struct doc *doc_compose(const struct layout *layout, const struct edition *edition,
                        const struct figures *figures, const struct compose_setup *setup,
                        struct diag *diag);

#endif
