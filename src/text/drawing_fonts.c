/*
 * The fonts are a second configuration and map of the document's files; the map is Pango's default
 * for the thread, and a rule of the configuration appends the document's families to those that a
 * drawing names.
 */
#include "text/drawing_fonts.h"

#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "text/engine.h"
#include "text/fonts_used.h"
#include "text/letters.h"

struct text_drawing_fonts {
    FcConfig *config;
    PangoFontMap *map;
};

/* The first family of a file. */
static const char *family_of(FcConfig *config, const char *path)
{
    const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
    for (int i = 0; i < set->nfont; i++) {
        FcChar8 *file = NULL, *family = NULL;
        if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &file) == FcResultMatch &&
            strcmp((const char *)file, path) == 0 &&
            FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch)
            return (const char *)family;
    }
    return NULL;
}

/* Appends the document's families, in the order of their first use, to those of a drawing. */
static void add_rule(FcConfig *config, const struct fonts_used *used)
{
    struct buffer rule = {0};
    buffer_add_string(&rule, "<fontconfig><match target=\"pattern\">");
    for (size_t i = 0; i < used->count; i++) {
        const char *family = family_of(config, used->path[i]);
        if (family == NULL)
            continue;
        buffer_add_string(&rule,
                          "<edit name=\"family\" mode=\"append\" binding=\"strong\"><string>");
        escape_xml(&rule, family);
        buffer_add_string(&rule, "</string></edit>");
    }
    buffer_add_string(&rule, "</match></fontconfig>");
    FcBool taken =
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)buffer_text(&rule), FcTrue);
    assert(taken);
    (void)taken;
    buffer_free(&rule);
}

static FcConfig *make_config(const struct text_engine *engine)
{
    FcConfig *config = FcConfigCreate();
    assert(config != NULL);
    struct arena *arena = arena_new();
    struct text_fonts_used used = text_fonts_used(engine, arena);
    for (size_t i = 0; i < used.count; i++)
        FcConfigAppFontAddFile(config, (const FcChar8 *)used.path[i]);
    FcConfigSetRescanInterval(config, 0);
    if (used.count > 0)
        add_rule(config, &engine->used);
    arena_free(arena);
    return config;
}

/* Makes the configuration's map Pango's default. */
static PangoFontMap *make_map(FcConfig *config)
{
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    assert(map != NULL);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(map));
    return map;
}

struct text_drawing_fonts *text_drawing_fonts_new(const struct text_engine *engine)
{
    struct text_drawing_fonts *fonts = memory_zeroed(1, sizeof *fonts);
    fonts->config = make_config(engine);
    fonts->map = make_map(fonts->config);
    return fonts;
}

void text_drawing_fonts_renew(const struct text_drawing_fonts *fonts)
{
    make_map(fonts->config);
}

void text_drawing_fonts_free(struct text_drawing_fonts *fonts)
{
    if (fonts == NULL)
        return;
    pango_cairo_font_map_set_default(NULL);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), NULL);
    g_object_unref(fonts->map);
    FcConfigDestroy(fonts->config);
    free(fonts);
}

bool text_drawing_fonts_has(const struct text_drawing_fonts *fonts, char32_t c)
{
    if (c == ' ' || letters_are_invisible(c))
        return true;
    const FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    for (int i = 0; set != NULL && i < set->nfont; i++) { /* none: the pages have no text */
        FcCharSet *characters;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
            FcCharSetHasChar(characters, c))
            return true;
    }
    return false;
}
