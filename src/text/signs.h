/*
 * signs.h - the fonts that signs come from which no font of the text has: ☑ → ① ≥ №.
 *
 * Purpose: set-up puts them into the fonts folder; they are the last ones for every text, whatever fonts a
 *          layout names. They are opened when a sign is first needed, so a report without any does not pay
 *          for them. Letters of scripts that this program cannot set do not come from them.
 * Units:   sizes as in PangoFontDescription.
 * Memory:  struct signs owns the fonts, and the descriptions it returns.
 */
#ifndef ITAREPORT_TEXT_SIGNS_H
#define ITAREPORT_TEXT_SIGNS_H

#include <pango/pango.h>
#include <stdbool.h>
#include <uchar.h>

struct signs;

/* Whether a file of the fonts folder, by its name, is one of these fonts. */
bool signs_has_file(const char *name);

struct signs *signs_new(const char *folder);
void signs_free(struct signs *signs);

/* Whether a sign can be set; the fonts are opened. */
bool signs_have(struct signs *signs, char32_t c);

/* Once signs_have was true: with what to shape it. Beside text of a font whose capitals are `capital` high, as a share of its
 * size, in its weight, and so much larger or smaller that it suits them. */
PangoContext *signs_context(const struct signs *signs);
const PangoFontDescription *signs_describe(struct signs *signs, char32_t c,
                                           const PangoFontDescription *beside, double capital);

#endif
