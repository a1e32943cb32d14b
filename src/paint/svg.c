/*
 * The file is drawn once into a recording of Cairo's. The library gets bytes without an address, so
 * it can look up nothing besides them; what it would then leave out in silence base/svg.c has
 * refused before.
 */
#include "paint/svg.h"

#include <librsvg/rsvg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "compose/doc.h"

struct drawing {
    const struct doc_node *figure;
    struct arena *arena;
    struct diag *diag;
};

struct svg_extents svg_extents(const struct image *image)
{
    int64_t longer = image->width > image->height ? image->width : image->height;
    int64_t width = (int64_t)image->width * SVG_LONGER * 1024 / longer;
    int64_t height = (int64_t)image->height * SVG_LONGER * 1024 / longer;
    return (struct svg_extents){(int32_t)(width > 0 ? width : 1),
                                (int32_t)(height > 0 ? height : 1)};
}

/* Reports what the library says; it tells the line in front of the sentence, where it knows it. */
static void say_error(const struct drawing *drawing, GError *error)
{
    const char *name = drawing->figure->image->name;
    char *text = arena_string(drawing->arena, error->message);
    g_error_free(error);
    text[strcspn(text, "\n")] = '\0';
    const char *line = strstr(text, " on line "), *sentence = strstr(text, " of data: ");
    unsigned number = 0;
    if (line != NULL && sentence != NULL && sscanf(line, " on line %u", &number) == 1)
        diag_say(drawing->diag, IMAGE_SVG_BROKEN_LINE, drawing->figure->place, name,
                 arena_printf(drawing->arena, "%u", number), sentence + strlen(" of data: "));
    else
        diag_say(drawing->diag, IMAGE_SVG_BROKEN, drawing->figure->place, name, text);
}

static bool draw(const struct drawing *drawing, RsvgHandle *handle, cairo_surface_t *surface)
{
    struct svg_extents extents = svg_extents(&drawing->figure->image->file);
    RsvgRectangle viewport = {0, 0, extents.width / 1024.0, extents.height / 1024.0};
    cairo_t *cr = cairo_create(surface);
    GError *error = NULL;
    bool good = rsvg_handle_render_document(handle, cr, &viewport, &error);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (!good)
        say_error(drawing, error);
    else if (status != CAIRO_STATUS_SUCCESS)
        diag_say(drawing->diag, IMAGE_SVG_BROKEN, drawing->figure->place,
                 drawing->figure->image->name, cairo_status_to_string(status));
    return good && status == CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *record(const struct drawing *drawing)
{
    const struct image *file = &drawing->figure->image->file;
    struct svg_extents extents = svg_extents(file);
    GError *error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data(file->bytes, file->length, &error);
    if (handle == NULL) {
        say_error(drawing, error);
        return NULL;
    }
    cairo_rectangle_t paper = {0, 0, extents.width / 1024.0, extents.height / 1024.0};
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &paper);
    bool good = draw(drawing, handle, surface);
    g_object_unref(handle);
    if (good)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

cairo_surface_t *svg_record(const struct doc_node *figure, struct text_drawn *drawn,
                            struct diag *diag)
{
    struct drawing drawing = {figure, arena_new(), diag};
    cairo_surface_t *surface = record(&drawing);
    const char *lacking = text_drawn_lacking(drawn);
    if (lacking != NULL)
        diag_say(diag, IMAGE_SVG_LETTERS, figure->place, figure->image->name, lacking);
    arena_free(drawing.arena);
    return surface;
}
