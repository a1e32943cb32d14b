/*
 * libraries.h - the versions of the libraries that pdf/ uses; see base/library.h.
 */
#ifndef ITAREPORT_PDF_LIBRARIES_H
#define ITAREPORT_PDF_LIBRARIES_H

#include "base/library.h"

void pdf_libraries(struct libraries *list);

#endif
