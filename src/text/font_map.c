/* Files are added one by one, in the order given: a folder would be cached on disk. */
#include "text/font_map.h"

#include <assert.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

static void exact_metrics(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("th"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

static FcConfig *config_new(const char *const *path, size_t count)
{
    FcConfig *config = FcConfigCreate();
    assert(config != NULL);
    for (size_t i = 0; i < count; i++)
        FcConfigAppFontAddFile(config, (const FcChar8 *)path[i]);
    FcConfigSetRescanInterval(config, 0);
    FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
    if (set != NULL && set->nfont > 0)
        return config;
    FcConfigDestroy(config);
    return NULL;
}

bool font_map_open(struct font_map *map, const char *const *path, size_t count)
{
    map->config = config_new(path, count);
    if (map->config == NULL)
        return false;
    /* Pango would otherwise read the system's configuration in the background. */
    FcConfigSetCurrent(map->config);
    map->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    assert(map->map != NULL);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map->map), map->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map->map), 72.0);
    map->context = pango_font_map_create_context(map->map);
    exact_metrics(map->context);
    return true;
}

void font_map_close(struct font_map *map)
{
    if (map->config == NULL)
        return;
    g_object_unref(map->context);
    /* The map would keep its configuration for ever. */
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map->map), NULL);
    g_object_unref(map->map);
    FcConfigSetCurrent(NULL);
    FcConfigDestroy(map->config);
    *map = (struct font_map){0};
}
