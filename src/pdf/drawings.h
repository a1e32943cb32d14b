/*
 * drawings.h - a page of another PDF as a form: a drawing that stays made of lines and areas.
 *
 * Purpose: takes over what the page draws and the objects it draws with, under new numbers in the
 *          order they are met, packed as all streams here are.
 * Units:   the form is one unit wide and high, as an image is.
 * Memory:  none kept.
 * Errors:  none: the PDF is one that this program has had made. One with a font in it is an error of
 *          the program, since its text would be said by no rule of ours.
 * Source:  ISO 32000-1, 8.10 (form XObjects), 11.6.6 (transparency groups); ISO 19005-3, 6.2.8
 *          (no Interpolate).
 */
#ifndef ITAREPORT_PDF_DRAWINGS_H
#define ITAREPORT_PDF_DRAWINGS_H

#include "pdf/objects.h"

/* The number of the form's object. */
int drawings_write(struct objects *objects, const struct pdf_image *drawing);

#endif
