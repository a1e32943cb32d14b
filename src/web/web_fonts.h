/*
 * web_fonts.h - the report's fonts as a browser gets them.
 *
 * Purpose: every font file that pages are set with becomes one family, cut down to Thai, the Latin letters
 *          and signs of every day, and whatever else was met. So a font is fetched once, and again only
 *          when a page shows a character that none has shown before.
 * Memory:  owned by the fonts; borrows the text engine's faces, until web_fonts_free.
 * Errors:  false where there is no such font, or it cannot be cut down.
 */
#ifndef ITAREPORT_WEB_WEB_FONTS_H
#define ITAREPORT_WEB_WEB_FONTS_H

#include "text/text.h"

struct web_fonts;

/* generation: another number for other font files, so that no browser takes a font of earlier ones. */
struct web_fonts *web_fonts_new(unsigned generation);
void web_fonts_free(struct web_fonts *fonts);

/* The number of a face's family, which from now on has these characters. */
size_t web_fonts_use(struct web_fonts *fonts, const struct text_face *face, const char *bytes,
                     size_t length);

/* What a page of HTML needs to know: a rule of CSS each, with addresses font/NUMBER-GENERATION-VERSION. */
void web_fonts_css(const struct web_fonts *fonts, struct buffer *out);

/* The font of an address's number, as it is now. */
bool web_fonts_file(const struct web_fonts *fonts, size_t number, struct buffer *out);

#endif
