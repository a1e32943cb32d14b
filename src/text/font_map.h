/*
 * font_map.h - some font files as a Pango font map, with everything off that could round a position.
 *
 * Memory:  font_map_open makes all three, font_map_close frees them.
 */
#ifndef ITAREPORT_TEXT_FONT_MAP_H
#define ITAREPORT_TEXT_FONT_MAP_H

#include <fontconfig/fontconfig.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stddef.h>

struct font_map {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
};

/* False, and nothing is made, when none of the files is a font. */
bool font_map_open(struct font_map *map, const char *const *path, size_t count);
void font_map_close(struct font_map *map);

#endif
