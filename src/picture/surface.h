/* surface.h - the end of a Cairo surface whose bytes go to a stream. */
#ifndef ITAREPORT_PICTURE_SURFACE_H
#define ITAREPORT_PICTURE_SURFACE_H

#include <cairo.h>

/* Writes what is left and gives the surface up. status: of the drawing before it; returned where that is a fault, else
 * the fault of the writing, if any. */
cairo_status_t surface_end(cairo_surface_t *surface, cairo_status_t status);

#endif
