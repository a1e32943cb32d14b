/*
 * libraries.h - the versions of the libraries behind this folder.
 *
 * Purpose, units, memory, errors: see base/library.h.
 */
#ifndef ITAREPORT_PDF_LIBRARIES_H
#define ITAREPORT_PDF_LIBRARIES_H

#include "base/library.h"

void pdf_libraries(struct libraries *list);

#endif
