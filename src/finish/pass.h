/*
 * pass.h - what the parts of the finishing pass share: the new PDF, and short words for libqpdf.
 *
 * Purpose: every value handed to a pdf_set_… or pdf_add… call is given away: its handle is released
 *          (the library keeps the object). pdf_refer keeps the handle, for indirect objects named
 *          more than once.
 * Units:   lengths in 1/1024 pt, from the page's top left corner; written as points from below.
 * Memory:  a pass borrows its job; arrays belong to its arena.
 * Errors:  libqpdf's errors stay with the pass until pass_failed reports them.
 */
#ifndef ITAREPORT_FINISH_PASS_H
#define ITAREPORT_FINISH_PASS_H

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "finish/finish.h"

struct pass {
    qpdf_data pdf;
    const struct finish_job *job;
    struct arena *arena;
    qpdf_oh *page;    /* job->pages of them */
    qpdf_oh *element; /* job->elements of them, indirect; 0 before the tree is made */
    struct diag *diag;
};

/* Report what libqpdf has to say, if anything, of the new PDF or of another. */
bool pass_failed(struct pass *pass);
bool library_failed(struct pass *pass, qpdf_data pdf);

void pdf_set(struct pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh value);
void pdf_set_integer(struct pass *pass, qpdf_oh dictionary, const char *key, long long value);
void pdf_set_name(struct pass *pass, qpdf_oh dictionary, const char *key, const char *name);
void pdf_set_text(struct pass *pass, qpdf_oh dictionary, const char *key, const char *utf8);
void pdf_set_ascii(struct pass *pass, qpdf_oh dictionary, const char *key, const char *bytes);
void pdf_set_bool(struct pass *pass, qpdf_oh dictionary, const char *key, bool value);
void pdf_refer(struct pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh indirect);

void pdf_add(struct pass *pass, qpdf_oh array, qpdf_oh value);
void pdf_add_refer(struct pass *pass, qpdf_oh array, qpdf_oh indirect);

/* A new empty dictionary with an object number of its own. */
qpdf_oh pdf_indirect_dictionary(struct pass *pass);

/* A direct object from PDF text without references. */
qpdf_oh pdf_parsed(struct pass *pass, const char *text);

/* A length as points. */
qpdf_oh pdf_points(struct pass *pass, int32_t units);

/* [left bottom right top] of a box on a page: x, y, width, height. */
qpdf_oh pdf_box(struct pass *pass, int page, const int32_t box[4]);

/* [page /XYZ null top null] */
qpdf_oh pdf_destination(struct pass *pass, int page, int32_t y);

#endif
