/*
 * drawings.h - a page of another PDF as a form XObject: a drawing stays made of lines and areas.
 *
 * Purpose: takes over what the page draws and the objects it draws with, under new numbers in the
 *          order they are met, packed as all streams here are.
 * Units:   the form is one unit wide and high, as an image is.
 * Errors:  the PDF is one that this program has had made, so what is wrong with it is an error of the
 *          program; so is a font in it, since no rule of ours would say its text.
 * Source:  ISO 32000-1, 8.10 (form XObjects), 11.6.6 (transparency groups); ISO 19005-3, 6.2.8
 *          (no Interpolate).
 */
#ifndef ITAREPORT_PDF_DRAWINGS_H
#define ITAREPORT_PDF_DRAWINGS_H

#include "pdf/objects.h"

/* The number of the form's object. */
int drawings_write(struct objects *objects, const struct pdf_image *drawing);

#endif
