/*
 * fonts.h - the fonts of one folder, and nothing of the system's.
 *
 * Purpose: a private fontconfig configuration and a Pango font map over the fonts folder, so that
 *          the same input gives the same pages on every machine; the cairo side of a face, for
 *          paint/.
 * Units:   1/1024 pt; one point is one Pango device unit (72 dpi), hinting and rounding off.
 * Memory:  struct fonts owns all faces; faces live as long.
 * Errors:  fonts_new returns NULL when the folder holds no font; fonts_describe returns NULL when
 *          the folder has none of the families.
 */
#ifndef ITAREPORT_TEXT_FONTS_H
#define ITAREPORT_TEXT_FONTS_H

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "text/text.h"

struct fonts;

/* The files of the folder are watched by `sources`. */
struct fonts *fonts_new(const char *folder, struct sources *sources);
void fonts_free(struct fonts *fonts);

/* The context to itemize with. */
PangoContext *fonts_context(const struct fonts *fonts);

/* Of some families the first, and the first that the folder has, or NULL; the arena's. */
struct text_families fonts_find_families(const struct fonts *fonts, struct arena *arena,
                                         const char *families);

/* Pango's name of a font at a size, made once; NULL when the folder has none of its families. */
const PangoFontDescription *fonts_describe(struct fonts *fonts, const struct text_font *font);

/* What to shape with: a context, and Pango's name of a font in it (NULL: the context's own). */
struct fonts_choice {
    PangoContext *context;
    const PangoFontDescription *description;
};

/* What to shape a sign with that no font of the text beside it has; false when the fonts of signs lack it too. */
bool fonts_sign(struct fonts *fonts, char32_t c, const PangoFontDescription *beside,
                struct fonts_choice *choice);

/*
 * Waits until Pango has sorted the fonts for a choice and a language. It does so in a thread; ending before
 * it would lose what it made.
 */
void fonts_settle(struct fonts *fonts, const struct fonts_choice *choice, PangoLanguage *language);

/* The face of a font that Pango chose; always the same one for the same font. */
const struct text_face *fonts_face(struct fonts *fonts, PangoFont *font);

/* The path of its file; always the same pointer for the same file. */
const char *fonts_face_file(const struct text_face *face);

struct text_extents fonts_extents(struct fonts *fonts, const PangoFontDescription *description);

/*
 * The Thai character of a glyph that is not the character's plain one: a lowered or shifted mark,
 * a consonant without its foot. 0 when the face knows nothing about the glyph.
 */
char32_t fonts_face_character(const struct text_face *face, uint32_t glyph);

/* The face as HarfBuzz shapes with it, at its size; the face's. */
hb_font_t *fonts_shaper(const struct text_face *face);

/* The face's size. */
int32_t fonts_size(const struct text_face *face);

/* The plain glyph of a character; 0 when there is none. */
uint32_t fonts_face_glyph(const struct text_face *face, char32_t character);

/* For pictures: draws at the face's size in user units of one point. */
cairo_scaled_font_t *fonts_scaled(const struct text_face *face);

#endif
