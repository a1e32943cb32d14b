/*
 * resources.h - small repairs to the fonts and images Cairo wrote.
 *
 * Purpose: CIDToGIDMap where a TrueType CID font lacks it; no Interpolate on images.
 * Units:   none.
 * Memory:  none kept.
 * Errors:  libqpdf's stay with the pass.
 * Source:  ISO 32000-1, 9.7.4.2; ISO 19005-3, 6.2.8 and 6.2.11.3.2.
 */
#ifndef ITAREPORT_FINISH_RESOURCES_H
#define ITAREPORT_FINISH_RESOURCES_H

#include "finish/pass.h"

void resources_mend(struct pass *pass);

#endif
