/*
 * compare.h - how a rebuilt report differs from the archived one.
 *
 * Purpose: what was made with other versions may come out otherwise; this says which versions differ, and on
 *          which pages the text does.
 * Errors:  differences are reported to diag: versions as notes, pages and files as warnings.
 */
#ifndef ITAREPORT_ARCHIVE_COMPARE_H
#define ITAREPORT_ARCHIVE_COMPARE_H

#include "archive/manifest.h"

/* Program, code, libraries, fonts, dictionary, profile. True when all are the same. */
bool compare_versions(const struct manifest *then, const struct manifest *now, struct diag *diag);

/* Number of pages and text of each. True when all are the same. */
bool compare_pages(const struct manifest *then, const struct manifest *now, struct diag *diag);

#endif
