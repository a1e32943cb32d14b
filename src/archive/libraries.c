/*
 * The one file that includes the headers of all libraries, only to ask for their versions. They tell
 * them at run time, but for libthai and libdatrie, whose versions come from the Makefile.
 */
#include "archive/libraries.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <glib.h>
#include <hb.h>
#include <librsvg/rsvg.h>
#include <pango/pango.h>
#include <qpdf/qpdf-c.h>
#include <yaml.h>
#include <zlib.h>

#include "base/arena.h"

#ifndef LIBTHAI_VERSION
#define LIBTHAI_VERSION "unknown"
#endif
#ifndef LIBDATRIE_VERSION
#define LIBDATRIE_VERSION "unknown"
#endif

static const char *fontconfig_version(struct arena *arena)
{
    int version = FcGetVersion();
    return arena_printf(arena, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}

static const char *freetype_version(struct arena *arena)
{
    FT_Library library;
    int major, minor, patch;
    if (FT_Init_FreeType(&library) != 0)
        return "unknown";
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return arena_printf(arena, "%d.%d.%d", major, minor, patch);
}

static const char *glib_version(struct arena *arena)
{
    return arena_printf(arena, "%u.%u.%u", glib_major_version, glib_minor_version,
                        glib_micro_version);
}

static const char *rsvg_version(struct arena *arena)
{
    return arena_printf(arena, "%u.%u.%u", rsvg_major_version, rsvg_minor_version,
                        rsvg_micro_version);
}

struct manifest_list libraries_used(struct arena *arena)
{
    const struct manifest_entry used[] = {
        {"cairo", cairo_version_string()},     {"fontconfig", fontconfig_version(arena)},
        {"freetype", freetype_version(arena)}, {"glib", glib_version(arena)},
        {"harfbuzz", hb_version_string()},     {"libdatrie", LIBDATRIE_VERSION},
        {"libthai", LIBTHAI_VERSION},          {"librsvg", rsvg_version(arena)},
        {"pango", pango_version_string()},     {"libyaml", yaml_get_version_string()},
        {"qpdf", qpdf_get_qpdf_version()},     {"zlib", zlibVersion()},
    };
    size_t count = sizeof used / sizeof *used;
    struct manifest_list list = manifest_list_new(arena, count);
    for (size_t i = 0; i < count; i++)
        manifest_add(&list, used[i].name, used[i].value);
    return list;
}
