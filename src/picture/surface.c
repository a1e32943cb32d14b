#include "picture/surface.h"

cairo_status_t surface_end(cairo_surface_t *surface, cairo_status_t status)
{
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status;
}
