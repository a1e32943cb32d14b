/*
 * The fonts folder as a Pango font map, and the faces Pango chooses from it.
 *
 * Faces of one file share a record of that file: the map from contextual glyphs back to Thai
 * characters, which is read from the font's own substitution lookups and from the private-use codes
 * that older Thai fonts have.
 */
#include "text/fonts.h"

#include <assert.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/thai_forms.h"
#include "source/file.h"
#include "source/folder.h"
#include "source/sources.h"
#include "text/font_map.h"
#include "text/signs.h"

enum { THAI_FIRST = 0x0E01, THAI_LAST = 0x0E5B };

/* A glyph of a Thai character that is not its plain glyph. */
struct form {
    uint32_t glyph;
    char32_t character;
};

struct font_file {
    const char *path;
    int index;
    struct form *form;
    size_t forms, room;
    bool collected;
};

struct text_face {
    PangoFont *font;
    hb_font_t *shaper;
    struct font_file *file;
};

/* A font that the document names, and what Pango calls it. */
struct named_font {
    struct text_font name;
    PangoFontDescription *description; /* NULL: no family of it is in the folder */
};

/* A sorting of the fonts that is finished. */
struct settled {
    const PangoFontDescription *description;
    PangoLanguage *language;
};

struct fonts {
    struct arena *arena;
    struct font_map map;
    struct signs *signs;
    struct text_face **face;
    size_t faces, face_room;
    struct font_file **file;
    size_t files, file_room;
    struct named_font *named;
    size_t names, name_room;
    struct settled *settled;
    size_t settleds, settled_room;
};

/* The font files of the folder in the order of their names, without those of signs. */
static bool open_folder(struct fonts *fonts, const char *folder, struct sources *sources)
{
    static const char *const ends[] = {".ttf", ".otf", ".ttc", NULL};
    struct folder_files files = folder_list(fonts->arena, folder, ends);
    const char **path = ARENA_NEW(fonts->arena, const char *, files.count + 1);
    size_t count = 0;
    sources_watch(sources, folder);
    for (size_t i = 0; i < files.count; i++) {
        sources_watch(sources, files.path[i]);
        if (!signs_has_file(file_name(files.path[i])))
            path[count++] = files.path[i];
    }
    return font_map_open(&fonts->map, path, count);
}

struct fonts *fonts_new(const char *folder, struct sources *sources)
{
    struct fonts *fonts = memory_zeroed(1, sizeof *fonts);
    fonts->arena = arena_new();
    if (!open_folder(fonts, folder, sources)) {
        arena_free(fonts->arena);
        free(fonts);
        return NULL;
    }
    fonts->signs = signs_new(folder);
    return fonts;
}

static void file_free(struct font_file *file)
{
    free(file->form);
}

void fonts_free(struct fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (size_t i = 0; i < fonts->faces; i++)
        g_object_unref(fonts->face[i]->font);
    for (size_t i = 0; i < fonts->names; i++)
        pango_font_description_free(fonts->named[i].description);
    signs_free(fonts->signs);
    font_map_close(&fonts->map);
    for (size_t i = 0; i < fonts->files; i++)
        file_free(fonts->file[i]);
    free(fonts->face);
    free(fonts->file);
    free(fonts->named);
    free(fonts->settled);
    arena_free(fonts->arena);
    free(fonts);
}

PangoContext *fonts_context(const struct fonts *fonts)
{
    return fonts->map.context;
}

/* ---- Fonts by name ---- */

static bool folder_has(const struct fonts *fonts, const char *family)
{
    const FcFontSet *set = FcConfigGetFonts(fonts->map.config, FcSetApplication);
    for (int i = 0; i < set->nfont; i++) {
        FcChar8 *name;
        for (int n = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
             n++)
            if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
                return true;
    }
    return false;
}

/* Keeps the families that the folder has, in their order. */
static void keep_families(const struct fonts *fonts, const char *families, struct buffer *out)
{
    for (const char *at = families; *at != '\0';) {
        at += strspn(at, ", ");
        size_t length = strcspn(at, ",");
        size_t bare = length;
        while (bare > 0 && at[bare - 1] == ' ')
            bare--;
        char *family = arena_copy(fonts->arena, at, bare);
        if (bare > 0 && folder_has(fonts, family))
            buffer_printf(out, "%s%s", out->length > 0 ? "," : "", family);
        at += length;
    }
}

struct text_families fonts_find_families(const struct fonts *fonts, struct arena *arena,
                                         const char *families)
{
    struct buffer there = {0};
    keep_families(fonts, families, &there);
    const char *kept = buffer_text(&there);
    size_t found = strcspn(kept, ","), wanted = strcspn(families, ",");
    struct text_families two = {.wanted = arena_copy(arena, families, wanted)};
    if (found > 0)
        two.found = arena_copy(arena, kept, found);
    buffer_free(&there);
    return two;
}

static PangoFontDescription *describe(const struct fonts *fonts, const struct text_font *font)
{
    struct buffer families = {0};
    keep_families(fonts, font->families, &families);
    PangoFontDescription *description = NULL;
    if (families.length > 0) {
        description = pango_font_description_new();
        pango_font_description_set_family(description, buffer_text(&families));
        pango_font_description_set_size(description, font->size);
        pango_font_description_set_weight(description,
                                          font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(description,
                                         font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    }
    buffer_free(&families);
    return description;
}

static bool same_font(const struct text_font *a, const struct text_font *b)
{
    return a->size == b->size && a->bold == b->bold && a->italic == b->italic &&
           strcmp(a->families, b->families) == 0;
}

const PangoFontDescription *fonts_describe(struct fonts *fonts, const struct text_font *font)
{
    for (size_t i = 0; i < fonts->names; i++)
        if (same_font(&fonts->named[i].name, font))
            return fonts->named[i].description;
    fonts->named = memory_room(fonts->named, fonts->names, &fonts->name_room, sizeof *fonts->named);
    struct named_font *named = &fonts->named[fonts->names++];
    named->name = *font;
    named->name.families = arena_string(fonts->arena, font->families);
    named->description = describe(fonts, font);
    return named->description;
}

/* The second font of a set is known only when all are sorted. */
static gboolean stop_at_second(PangoFontset *set, PangoFont *font, gpointer count)
{
    (void)set;
    (void)font;
    return ++*(int *)count == 2;
}

void fonts_settle(struct fonts *fonts, const struct fonts_choice *choice, PangoLanguage *language)
{
    const PangoFontDescription *description = choice->description;
    for (size_t i = 0; i < fonts->settleds; i++)
        if (fonts->settled[i].description == description && fonts->settled[i].language == language)
            return;
    fonts->settled =
        memory_room(fonts->settled, fonts->settleds, &fonts->settled_room, sizeof *fonts->settled);
    fonts->settled[fonts->settleds++] = (struct settled){description, language};
    if (description == NULL)
        description = pango_context_get_font_description(choice->context);
    PangoFontset *set = pango_font_map_load_fontset(pango_context_get_font_map(choice->context),
                                                    choice->context, description, language);
    int count = 0;
    pango_fontset_foreach(set, stop_at_second, &count);
    g_object_unref(set);
}

/* ---- Signs ---- */

/* How high a font's capitals are, as a share of its size; 0 where that is not known. */
static double capital_of(struct fonts *fonts, const PangoFontDescription *description)
{
    PangoFont *font = pango_font_map_load_font(fonts->map.map, fonts->map.context, description);
    hb_font_t *shaper = pango_font_get_hb_font(font);
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents = {0};
    if (hb_font_get_nominal_glyph(shaper, 'H', &glyph))
        hb_font_get_glyph_extents(shaper, glyph, &extents);
    g_object_unref(font);
    return (double)extents.y_bearing / pango_font_description_get_size(description);
}

bool fonts_sign(struct fonts *fonts, char32_t c, const PangoFontDescription *beside,
                struct fonts_choice *choice)
{
    if (!signs_have(fonts->signs, c))
        return false;
    double capital = beside != NULL ? capital_of(fonts, beside) : 0;
    choice->context = signs_context(fonts->signs);
    choice->description = signs_describe(fonts->signs, c, beside, capital);
    return true;
}

/* ---- Faces ---- */

static void form_add(struct font_file *file, uint32_t glyph, char32_t character)
{
    for (size_t i = 0; i < file->forms; i++)
        if (file->form[i].glyph == glyph)
            return;
    file->form = memory_room(file->form, file->forms, &file->room, sizeof *file->form);
    file->form[file->forms++] = (struct form){glyph, character};
}

/* Every glyph that a lookup puts in place of a Thai character's plain one. */
static void forms_of_lookup(struct font_file *file, hb_face_t *face, unsigned lookup,
                            const struct form *plain)
{
    hb_set_t *input = hb_set_create(), *glyphs = hb_set_create();
    hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, NULL, input, NULL, NULL);
    for (; plain->glyph != 0; plain++) {
        if (!hb_set_has(input, plain->glyph))
            continue;
        hb_set_clear(glyphs);
        hb_set_add(glyphs, plain->glyph);
        hb_ot_layout_lookup_substitute_closure(face, lookup, glyphs);
        hb_codepoint_t form = HB_SET_VALUE_INVALID;
        while (hb_set_next(glyphs, &form))
            if (form != plain->glyph)
                form_add(file, form, plain->character);
    }
    hb_set_destroy(glyphs);
    hb_set_destroy(input);
}

static void forms_collect(struct font_file *file, hb_font_t *shaper)
{
    struct form plain[THAI_LAST - THAI_FIRST + 2] = {{0, 0}};
    size_t count = 0;
    hb_codepoint_t glyph;
    for (char32_t c = THAI_FIRST; c <= THAI_LAST; c++)
        if (hb_font_get_nominal_glyph(shaper, c, &glyph) && glyph != 0)
            plain[count++] = (struct form){glyph, c};
    for (char32_t c = THAI_FORMS_WINDOWS_FIRST; c <= THAI_FORMS_WINDOWS_LAST; c++)
        if (hb_font_get_nominal_glyph(shaper, c, &glyph))
            form_add(file, glyph, thai_form_letter(c));
    hb_face_t *face = hb_font_get_face(shaper);
    unsigned lookups = hb_ot_layout_table_get_lookup_count(face, HB_OT_TAG_GSUB);
    for (unsigned l = 0; l < lookups; l++)
        forms_of_lookup(file, face, l, plain);
    file->collected = true;
}

static struct font_file *file_of(struct fonts *fonts, PangoFont *font)
{
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8 *path = NULL;
    int index = 0;
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    assert(path != NULL);
    for (size_t i = 0; i < fonts->files; i++)
        if (fonts->file[i]->index == index && strcmp(fonts->file[i]->path, (char *)path) == 0)
            return fonts->file[i];
    struct font_file *file = ARENA_NEW(fonts->arena, struct font_file, 1);
    file->path = arena_string(fonts->arena, (char *)path);
    file->index = index;
    fonts->file = memory_room(fonts->file, fonts->files, &fonts->file_room, sizeof *fonts->file);
    fonts->file[fonts->files++] = file;
    return file;
}

const struct text_face *fonts_face(struct fonts *fonts, PangoFont *font)
{
    for (size_t i = 0; i < fonts->faces; i++)
        if (fonts->face[i]->font == font)
            return fonts->face[i];
    struct text_face *face = ARENA_NEW(fonts->arena, struct text_face, 1);
    face->font = g_object_ref(font);
    face->shaper = pango_font_get_hb_font(font);
    face->file = file_of(fonts, font);
    fonts->face = memory_room(fonts->face, fonts->faces, &fonts->face_room, sizeof *fonts->face);
    fonts->face[fonts->faces++] = face;
    return face;
}

const char *fonts_face_file(const struct text_face *face)
{
    return face->file->path;
}

struct text_extents fonts_extents(struct fonts *fonts, const PangoFontDescription *description)
{
    struct text_extents extents = {0, 0};
    PangoFont *font = pango_font_map_load_font(fonts->map.map, fonts->map.context, description);
    assert(font != NULL);
    hb_font_extents_t found;
    if (hb_font_get_h_extents(pango_font_get_hb_font(font), &found)) {
        extents.ascent = found.ascender;
        extents.descent = -found.descender;
    }
    g_object_unref(font);
    struct fonts_choice choice = {fonts->map.context, description};
    fonts_settle(fonts, &choice, pango_context_get_language(choice.context));
    return extents;
}

char32_t fonts_face_character(const struct text_face *face, uint32_t glyph)
{
    struct font_file *file = face->file;
    if (!file->collected)
        forms_collect(file, face->shaper);
    for (size_t i = 0; i < file->forms; i++)
        if (file->form[i].glyph == glyph)
            return file->form[i].character;
    return 0;
}

uint32_t fonts_face_glyph(const struct text_face *face, char32_t character)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->shaper, character, &glyph) ? glyph : 0;
}

hb_font_t *fonts_shaper(const struct text_face *face)
{
    return face->shaper;
}

int32_t fonts_size(const struct text_face *face)
{
    int x, y;
    hb_font_get_scale(face->shaper, &x, &y);
    return x;
}

cairo_scaled_font_t *fonts_scaled(const struct text_face *face)
{
    return pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face->font));
}
