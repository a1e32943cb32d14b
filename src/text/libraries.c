/* Versions at run time, but for libthai and libdatrie, which only tell theirs when compiling. */
#include "text/libraries.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>
#include <librsvg/rsvg.h>
#include <pango/pango.h>
#include <pango/pangocairo.h>

#include "base/arena.h"

#ifndef LIBTHAI_VERSION
#define LIBTHAI_VERSION "unknown"
#endif
#ifndef LIBDATRIE_VERSION
#define LIBDATRIE_VERSION "unknown"
#endif

static void add_freetype(struct libraries *list)
{
    FT_Library library;
    int major, minor, patch;
    if (FT_Init_FreeType(&library) != 0)
        return;
    FT_Library_Version(library, &major, &minor, &patch);
    library_add(list, "freetype", arena_printf(list->arena, "%d.%d.%d", major, minor, patch));
    FT_Done_FreeType(library);
}

void text_libraries(struct libraries *list)
{
    int version = FcGetVersion();
    library_add(list, "cairo", cairo_version_string());
    library_add(
        list, "fontconfig",
        arena_printf(list->arena, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100));
    add_freetype(list);
    library_add(list, "glib",
                arena_printf(list->arena, "%u.%u.%u", glib_major_version, glib_minor_version,
                             glib_micro_version));
    library_add(list, "harfbuzz", hb_version_string());
    library_add(list, "libdatrie", LIBDATRIE_VERSION);
    library_add(list, "libthai", LIBTHAI_VERSION);
    library_add(list, "librsvg",
                arena_printf(list->arena, "%u.%u.%u", rsvg_major_version, rsvg_minor_version,
                             rsvg_micro_version));
    library_add(list, "pango", pango_version_string());
}
