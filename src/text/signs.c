/* Circled numbers come from the font that has all of them, so that ⑨ and ⑪ look alike; everything else from the other first. */
#include "text/signs.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/file.h"
#include "text/font_map.h"
#include "text/letters.h"

static const char *const FILES[] = {"DejaVuSans-Bold.ttf", "DejaVuSans.ttf",
                                    "NotoSansSymbols-Bold.ttf", "NotoSansSymbols-Regular.ttf"};

enum { FILE_COUNT = sizeof FILES / sizeof FILES[0] };

static const char MOST_SIGNS[] = "DejaVu Sans,Noto Sans Symbols";
static const char CIRCLED[] = "Noto Sans Symbols,DejaVu Sans";

/* How high the capitals of these fonts are, as a share of their size; other fonts are matched when they differ by more
 * than a tenth. */
#define CAPITAL 0.729
#define ALIKE 0.1

struct described {
    const PangoFontDescription *beside;
    bool circled;
    PangoFontDescription *description;
};

struct signs {
    struct arena *arena;
    const char *folder;
    bool opened;
    struct font_map map; /* no config: there are none */
    struct described *described;
    size_t count, room;
};

bool signs_has_file(const char *name)
{
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strcmp(FILES[i], name) == 0)
            return true;
    return false;
}

struct signs *signs_new(const char *folder)
{
    struct signs *signs = memory_zeroed(1, sizeof *signs);
    signs->arena = arena_new();
    signs->folder = arena_string(signs->arena, folder);
    return signs;
}

void signs_free(struct signs *signs)
{
    if (signs == NULL)
        return;
    for (size_t i = 0; i < signs->count; i++)
        pango_font_description_free(signs->described[i].description);
    free(signs->described);
    font_map_close(&signs->map);
    arena_free(signs->arena);
    free(signs);
}

static void open_fonts(struct signs *signs)
{
    const char *path[FILE_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < FILE_COUNT; i++) {
        path[count] = file_join(signs->arena, signs->folder, FILES[i]);
        count += file_exists(path[count]);
    }
    font_map_open(&signs->map, path, count);
    signs->opened = true;
}

/* Not the scripts that are written from the right or need shaping, and no marks that combine. */
static const struct {
    char32_t first, last;
} SET[] = {
    {0x00A1, 0x02FF}, {0x0370, 0x0482}, {0x048A, 0x052F}, {0x1E00, 0x1FFF},   {0x2010, 0x20CF},
    {0x2100, 0x2BFF}, {0x3000, 0x303F}, {0xFB00, 0xFB06}, {0x1D400, 0x1D7FF}, {0x1F000, 0x1FAFF},
};

static bool can_be_set(char32_t c)
{
    for (size_t i = 0; i < sizeof SET / sizeof SET[0]; i++)
        if (c >= SET[i].first && c <= SET[i].last)
            return true;
    return false;
}

bool signs_have(struct signs *signs, char32_t c)
{
    if (!can_be_set(c))
        return false;
    if (!signs->opened)
        open_fonts(signs);
    if (signs->map.config == NULL)
        return false;
    const FcFontSet *set = FcConfigGetFonts(signs->map.config, FcSetApplication);
    for (int i = 0; i < set->nfont; i++) {
        FcCharSet *characters = NULL;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
            FcCharSetHasChar(characters, c))
            return true;
    }
    return false;
}

PangoContext *signs_context(const struct signs *signs)
{
    return signs->map.context;
}

static PangoFontDescription *describe(const PangoFontDescription *beside, bool circled,
                                      double capital)
{
    PangoFontDescription *description = pango_font_description_new();
    double ratio = capital / CAPITAL;
    int size = beside != NULL ? pango_font_description_get_size(beside) : 10 * PANGO_SCALE;
    if (ratio > 0 && (ratio < 1 - ALIKE || ratio > 1 + ALIKE))
        size = (int)(size * ratio + 0.5);
    pango_font_description_set_family(description, circled ? CIRCLED : MOST_SIGNS);
    pango_font_description_set_size(description, size);
    pango_font_description_set_weight(description, beside != NULL
                                                       ? pango_font_description_get_weight(beside)
                                                       : PANGO_WEIGHT_NORMAL);
    return description;
}

const PangoFontDescription *signs_describe(struct signs *signs, char32_t c,
                                           const PangoFontDescription *beside, double capital)
{
    bool circled = letters_are_circled(c);
    for (size_t i = 0; i < signs->count; i++)
        if (signs->described[i].beside == beside && signs->described[i].circled == circled)
            return signs->described[i].description;
    signs->described =
        memory_room(signs->described, signs->count, &signs->room, sizeof *signs->described);
    struct described *described = &signs->described[signs->count++];
    *described = (struct described){beside, circled, describe(beside, circled, capital)};
    return described->description;
}
